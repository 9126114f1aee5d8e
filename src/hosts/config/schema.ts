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
  timeZone,
} from "../../adapters/facts/settings";

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

const isEnvironmentUrl = (value: string): boolean =>
  /^https:\/\/[a-z0-9-]+\.crm\d*\.(dynamics\.com|microsoftdynamics\.us|appsplatform\.us|dynamics\.cn)\/?$/i.test(value);

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

const schedule = v.strictObject({
  cron: v.optional(cronSchema),
  timeZone: v.optional(timeZone, "UTC"),
  jitterSeconds: v.optional(wholeNumber(0, 3600), 60),
});

/** A setting that went into another one. */
const moved = (to: string) => v.optional(v.never(to));

export const configSchema = v.strictObject({
  tenantId: guid,
  tenantName: v.optional(text),
  identity,
  home: v.strictObject({ url: v.pipe(v.string(homeUrlMessage), v.check(isEnvironmentUrl, homeUrlMessage)) }),
  edition: v.optional(edition),
  policy: v.optional(policy, {}),
  bindings: v.optional(bindings, []),
  overrides: v.optional(overrides, []),
  acknowledgements: v.optional(acknowledgements, []),
  declared: v.optional(declared, {}),
  skuMappings: moved(
    'is part of overrides now; write there { "kind": "sku", "skuId": "…", "product": "…", "by": "who decided", "at": "when" } for each',
  ),
  imports: v.optional(v.array(text, "expected a list"), []),
  staleAfterHours: v.optional(staleAfterHours),
  schedule: v.optional(schedule, {}),
  concurrency: v.optional(wholeNumber(1, 256), 64),
});

export type ConfigFile = v.InferOutput<typeof configSchema>;
