/** What both lists of environments write alike. */
import * as v from "valibot";
import type { EnvironmentType } from "../../domain";

const types: Readonly<Record<string, EnvironmentType>> = {
  Production: "production",
  Sandbox: "sandbox",
  Developer: "developer",
  Trial: "trial",
  SubscriptionBasedTrial: "trial",
  Default: "default",
  Teams: "teams",
  Preview: "preview",
  Support: "support",
};

export const environmentType = (name: string): EnvironmentType => types[name] ?? "other";

export const httpsOrigin = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && new URL(text).protocol === "https:", "not an https address"),
  v.transform((text) => new URL(text).origin),
);
