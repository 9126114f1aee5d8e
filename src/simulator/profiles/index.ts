/** The tenants that can be started, by name. */
import type { ProfileEnvironment, TenantProfile } from "../contracts";
import { withActivity } from "./activity";
import { contoso } from "./contoso";
import { empty } from "./empty";
import type { ProfileInput } from "./input";
import { large } from "./large";
import { scenario1 } from "./scenario1";

export type { ProfileInput } from "./input";

const profiles: Readonly<Record<string, (input: ProfileInput) => TenantProfile>> = {
  contoso,
  "scenario-1": scenario1,
  empty,
  large,
};

export const profileNames: readonly string[] = Object.keys(profiles);

export class UnknownProfileError extends Error {
  override readonly name = "UnknownProfileError";
  constructor(profile: string) {
    super(`There is no profile "${profile}". Choose one of: ${profileNames.join(", ")}.`);
  }
}

export const profileOf = (name: string, input: ProfileInput): TenantProfile => {
  const build = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (build === undefined) {
    throw new UnknownProfileError(name);
  }
  return withActivity(build(input));
};

/** The environment that holds the product's tables: the first production one, or the only one there is. */
export const homeOf = (profile: TenantProfile): ProfileEnvironment & { readonly host: string } => {
  const withHost = profile.environments.flatMap((one) => (one.host === undefined ? [] : [{ ...one, host: one.host }]));
  const home = withHost.find((one) => one.sku === "Production" && one.state === "Ready") ?? withHost[0];
  if (home === undefined) {
    throw new Error(`Profile ${profile.name} has no environment with Dataverse.`);
  }
  return home;
};
