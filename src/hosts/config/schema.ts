/** What `quota-panel.json` may hold. Every field is checked; a key that is not named here is a fault. */
import { Cron } from "croner";
import * as v from "valibot";
import {
  acknowledgements,
  bindings,
  declared,
  edition,
  overrides,
  policy,
  staleAfterHours,
  thresholds,
  timeZone,
} from "../../adapters/facts/settings";
import { cloudNames, cloudOf, clouds, type CloudName } from "../../adapters/http/clouds";
import { vaultSuffix } from "../../adapters/identity/keyVault";
import { guid, text } from "./basic";
import { identity, type IdentityFile } from "./identitySchema";

const wholeNumber = (from: number, to: number) => {
  const message = `expected a whole number from ${from} to ${to}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(from, message), v.maxValue(to, message));
};

const hostOf = (value: string): string => (URL.canParse(value) ? new URL(value).host : "");

const isEnvironmentUrl = (value: string): boolean =>
  /^https:\/\/[a-z0-9.-]+\/?$/i.test(value) && cloudOf(hostOf(value)) !== undefined;

const isCron = (value: string): boolean => {
  try {
    return new Cron(value, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
};

const homeUrlMessage = "expected the address of a Dataverse environment, such as https://contoso.crm4.dynamics.com";
const cronMessage = 'expected a cron expression, such as "0 */6 * * *"';

export const cronSchema = v.pipe(v.string(cronMessage), v.check(isCron, cronMessage));

/** An address without a path, or nothing else that could be said of a service. */
const isOrigin = (value: string): boolean =>
  URL.canParse(value) && value.startsWith("https://") && value.replace(/\/$/, "") === new URL(value).origin;

const originMessage = "expected an https address without a path";
const origin = v.pipe(
  v.string(originMessage),
  v.check(isOrigin, originMessage),
  v.transform((value) => new URL(value).origin),
);

const cloud = v.picklist(cloudNames, `expected one of ${cloudNames.join(", ")}`);
const endpoints = v.strictObject({
  login: v.optional(origin),
  graph: v.optional(origin),
  bap: v.optional(origin),
  powerApps: v.optional(origin),
  powerPlatform: v.optional(origin),
});

const homeUrl = v.pipe(v.string(homeUrlMessage), v.check(isEnvironmentUrl, homeUrlMessage));

const inCloud = (given: { readonly cloud: CloudName; readonly home: { readonly url: string } }): boolean =>
  clouds[given.cloud].isEnvironment(hostOf(given.home.url));

const cloudMessage = ({ input }: v.BaseIssue<unknown>): string => {
  const { cloud: named, home } = v.parse(v.object({ cloud, home: v.object({ url: v.string() }) }), input);
  const other = cloudOf(hostOf(home.url)) ?? "";
  return `is an address of cloud ${other}, but cloud says ${named}; set cloud to ${other}, or give an address such as ${clouds[named].example}`;
};

interface WithVault {
  readonly cloud: CloudName;
  readonly identity: Pick<IdentityFile, "keyVault">;
}

const hasVaultInCloud = (given: WithVault): boolean => {
  const { secret, certificate } = given.identity.keyVault ?? {};
  const suffix = vaultSuffix(secret ?? certificate ?? "");
  return suffix === undefined || suffix === clouds[given.cloud].keyVault;
};

const vaultMessage = ({ input }: v.BaseIssue<unknown>): string => {
  const { cloud: named } = v.parse(v.object({ cloud }), input);
  return `is a vault of another cloud; vaults of cloud ${named} end in ${clouds[named].keyVault}`;
};

const schedule = v.strictObject({
  cron: v.optional(cronSchema),
  timeZone: v.optional(timeZone, "UTC"),
  jitterSeconds: v.optional(wholeNumber(0, 3600), 60),
});

/** A setting that went into another one. */
const moved = (to: string) => v.optional(v.never(to));

const settings = v.strictObject({
  tenantId: guid,
  cloud: v.optional(cloud, "public"),
  endpoints: v.optional(endpoints, {}),
  tenantName: v.optional(text),
  identity,
  home: v.strictObject({ url: homeUrl }),
  edition: v.optional(edition),
  policy: v.optional(policy, {}),
  bindings: v.optional(bindings, []),
  overrides: v.optional(overrides, []),
  acknowledgements: v.optional(acknowledgements, []),
  thresholds: v.optional(thresholds, []),
  declared: v.optional(declared, {}),
  skuMappings: moved(
    'is part of overrides now; write there { "kind": "sku", "skuId": "…", "product": "…", "by": "who decided", "at": "when" } for each',
  ),
  imports: v.optional(v.array(text, "expected a list"), []),
  staleAfterHours: v.optional(staleAfterHours),
  schedule: v.optional(schedule, {}),
  concurrency: v.optional(wholeNumber(1, 256), 64),
});

/** Addresses of another cloud would be asked with tokens that they cannot take. */
export const configSchema = v.pipe(
  settings,
  v.forward(v.partialCheck([["cloud"], ["home", "url"]], inCloud, cloudMessage), ["home", "url"]),
  v.forward(v.partialCheck([["cloud"], ["identity", "keyVault"]], hasVaultInCloud, vaultMessage), [
    "identity",
    "keyVault",
  ]),
);

export type ConfigFile = v.InferOutput<typeof configSchema>;
