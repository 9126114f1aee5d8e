/** The customer's decisions as they stand in the settings file and in a file of facts. */
import * as v from "valibot";
import { editionIds, isProductId, meters, switches, type Policy, type Settings } from "../../domain";
import { atLeastOne, count, day, flag, guid, instant, list, meterId, oneOf, shape, text, wholeNumber } from "./values";

const timeZoneMessage = "expected an IANA time zone, such as Europe/Berlin";

/** Offsets such as `+02:00` are no zones: they know no summer time. */
const isTimeZone = (value: string): boolean => {
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

export const timeZone = v.pipe(v.string(timeZoneMessage), v.check(isTimeZone, timeZoneMessage));
export const edition = oneOf(editionIds);
export const staleAfterHours = wholeNumber(1, 8760);

const productMessage = "expected a product of the catalogue, such as customerInsightsBase";
export const product = v.pipe(v.string(productMessage), v.check(isProductId, productMessage));

/** Every switch is named; the readings are those of the domain. */
const readings = {
  basePeopleStacking: v.exactOptional(oneOf(switches.basePeopleStacking.values)),
  crossEnvironmentDedup: v.exactOptional(oneOf(switches.crossEnvironmentDedup.values)),
  deletedRecords: v.exactOptional(oneOf(switches.deletedRecords.values)),
  interactionMeter: v.exactOptional(oneOf(switches.interactionMeter.values)),
  interactedPackStorage: v.exactOptional(oneOf(switches.interactedPackStorage.values)),
  addOnsAccrueDatabase: v.exactOptional(oneOf(switches.addOnsAccrueDatabase.values)),
  contactCenterLog: v.exactOptional(oneOf(switches.contactCenterLog.values)),
  customerServiceRoutes: v.exactOptional(oneOf(switches.customerServiceRoutes.values)),
  tenantDefault: v.exactOptional(oneOf(switches.tenantDefault.values)),
  timeZone: v.exactOptional(timeZone),
} satisfies Readonly<Record<keyof Policy, unknown>>;

export const policy = shape(readings);

const decided = { by: text, at: instant };
const currencyMessage = "expected a currency code, such as EUR";
export const currency = v.pipe(v.string(currencyMessage), v.regex(/^[A-Z]{3}$/, currencyMessage));

/** Of a meter into itself would count the same twice. */
const conversionRate = v.pipe(
  shape({ kind: v.literal("conversionRate"), from: meterId, to: meterId, rate: atLeastOne, ...decided }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.from !== dataset.value.to) return;
    const { value } = dataset;
    const path: [v.ObjectPathItem] = [{ type: "object", origin: "value", input: value, key: "to", value: value.to }];
    addIssue({ message: "expected another meter than from", input: value.to, path });
  }),
);

const override = v.variant(
  "kind",
  [
    shape({ kind: v.literal("sku"), skuId: guid, product, ...decided }),
    shape({ kind: v.literal("packSize"), product, meter: meterId, amount: atLeastOne, ...decided }),
    shape({ kind: v.literal("price"), product, cents: atLeastOne, currency, ...decided }),
    conversionRate,
  ],
  "expected one of sku, packSize, price, conversionRate",
);

const binding = shape({ entitlementId: text, meter: meterId });
const acknowledgement = shape({ findingId: text, reason: text, until: day, ...decided });
export const bindings = list(binding);
export const overrides = list(override);
export const acknowledgements = list(acknowledgement);

const percent = wholeNumber(1, 100);
const limited = oneOf(meters.filter(({ nature }) => nature === "amount").map(({ id }) => id));

/** Slots are there to be filled and rates are not used up, so they have no thresholds. */
const threshold = v.pipe(
  shape({ meter: limited, near: percent, critical: percent, ...decided }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.near <= dataset.value.critical) return;
    const { value } = dataset;
    const path = { type: "object", origin: "value", input: value, key: "critical", value: value.critical } as const;
    addIssue({ message: "expected not less than near", path: [path] });
  }),
);
export const thresholds = list(threshold);

export const declared = shape({
  smsProvider: v.exactOptional(flag),
  communicationResource: v.exactOptional(flag),
  homeRegion: v.exactOptional(text),
  multiGeo: v.exactOptional(flag),
  omnichannelRenewals: v.exactOptional(count),
  anniversary: v.exactOptional(day),
  storageExtensionFrom: v.exactOptional(day),
});

/** One decision of each kind, for places that hold them one by one. */
export const decisions = { acknowledgement, binding, declared, override, policy, threshold };

/** What is left out has its default. */
export const givenSettings = shape({
  edition: v.exactOptional(edition),
  policy: v.exactOptional(policy),
  bindings: v.exactOptional(bindings),
  overrides: v.exactOptional(overrides),
  acknowledgements: v.exactOptional(acknowledgements),
  thresholds: v.exactOptional(thresholds),
  declared: v.exactOptional(declared),
  staleAfterHours: v.exactOptional(staleAfterHours),
} satisfies Readonly<Record<keyof Settings, unknown>>);

export type GivenSettings = v.InferOutput<typeof givenSettings>;

/** `base` with what was given laid over it, switch by switch. */
export const settingsWith = (base: Settings, given: GivenSettings): Settings => ({
  ...base,
  ...given,
  policy: { ...base.policy, ...given.policy },
});
