/** What `quota-panel.json` may hold. Every field is checked; a key that is not named here is a fault. */
import { Cron } from "croner";
import * as v from "valibot";
import { defaultSettings, meters } from "../../domain";

const guid = v.pipe(
  v.string("expected a GUID"),
  v.regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i, "expected a GUID"),
  v.toLowerCase(),
);
const text = v.pipe(v.string("expected text"), v.nonEmpty("expected text"));
const wholeNumber = (from: number, to: number) => {
  const message = `expected a whole number from ${from} to ${to}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(from, message), v.maxValue(to, message));
};
const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, `expected one of ${values.join(", ")}`);

const isEnvironmentUrl = (value: string): boolean =>
  /^https:\/\/[a-z0-9-]+\.crm\d*\.(dynamics\.com|microsoftdynamics\.us|appsplatform\.us|dynamics\.cn)\/?$/i.test(value);

const isTimeZone = (value: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

const isCron = (value: string): boolean => {
  try {
    return new Cron(value, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
};

const homeUrlMessage = "expected the address of a Dataverse environment, such as https://contoso.crm4.dynamics.com";
const timeZoneMessage = "expected an IANA time zone, such as Europe/Berlin";
const cronMessage = 'expected a cron expression, such as "0 */6 * * *"';

export const cronSchema = v.pipe(v.string(cronMessage), v.check(isCron, cronMessage));
export const timeZoneSchema = v.pipe(v.string(timeZoneMessage), v.check(isTimeZone, timeZoneMessage));

export const editionSchema = oneOf(["seed"]);
export const staleAfterHoursSchema = wholeNumber(1, 8760);

const credentials = ["clientSecret", "clientSecretFile", "certificate"] as const;

const identity = v.pipe(
  v.strictObject({
    clientId: guid,
    clientSecret: v.optional(text),
    clientSecretFile: v.optional(text),
    certificate: v.optional(v.strictObject({ path: text, privateKeyPath: v.optional(text) })),
  }),
  v.partialCheck(
    [["clientSecret"], ["clientSecretFile"], ["certificate"]],
    (given) => credentials.filter((name) => given[name] !== undefined).length === 1,
    `expected exactly one of ${credentials.join(", ")}`,
  ),
);

const policy = v.strictObject({
  basePeopleStacking: v.optional(oneOf(["sum", "once"]), defaultSettings.policy.basePeopleStacking),
  interactedPackStorage: v.optional(
    oneOf(["floor50k", "t3only", "prorata"]),
    defaultSettings.policy.interactedPackStorage,
  ),
  addOnsAccrueDatabase: v.optional(oneOf(["true", "false"]), defaultSettings.policy.addOnsAccrueDatabase),
  tenantDefault: v.optional(oneOf(["max", "sum"]), defaultSettings.policy.tenantDefault),
});

const schedule = v.strictObject({
  cron: v.optional(cronSchema),
  timeZone: v.optional(timeZoneSchema, "UTC"),
  jitterSeconds: v.optional(wholeNumber(0, 3600), 60),
});

const list = <T extends v.GenericSchema>(item: T) => v.optional(v.array(item, "expected a list"), []);

export const configSchema = v.strictObject({
  tenantId: guid,
  tenantName: v.optional(text),
  identity,
  home: v.strictObject({ url: v.pipe(v.string(homeUrlMessage), v.check(isEnvironmentUrl, homeUrlMessage)) }),
  edition: v.optional(editionSchema),
  policy: v.optional(policy, {}),
  bindings: list(v.strictObject({ entitlementId: text, meter: oneOf(meters.map((meter) => meter.id)) })),
  overrides: list(v.strictObject({ kind: v.literal("sku"), skuId: guid, product: text, by: text, at: text })),
  imports: list(text),
  staleAfterHours: v.optional(staleAfterHoursSchema),
  schedule: v.optional(schedule, {}),
  concurrency: v.optional(wholeNumber(1, 256), 64),
});

export type ConfigFile = v.InferOutput<typeof configSchema>;
