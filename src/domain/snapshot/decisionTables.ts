/**
 * The Dataverse tables of what people decide: written by people, in the panel or in the app's forms, and read by the sync
 * at each run. A row without `dqp_tenantid` speaks of the tenant of its environment; an inactive row does not count.
 *
 * Meters and products stand there by their id as text, not as a choice: the catalogue grows with each edition, and a
 * newer one must not wait for a newer solution. The sync names rows that it cannot use.
 */
import type { Override, Policy } from "../settings";

/** A finding that somebody lives with. Writing it again by its key changes the reason or the day. */
export const acknowledgementTable = {
  logicalName: "dqp_acknowledgement",
  entitySetName: "dqp_acknowledgements",
  primaryId: "dqp_acknowledgementid",
  alternateKey: ["dqp_tenantid", "dqp_findingid"],
  columns: ["dqp_name", "dqp_tenantid", "dqp_findingid", "dqp_reason", "dqp_until", "dqp_decidedby"],
} as const;

/**
 * What the customer knows better than the catalogue; of several rows for the same thing the one changed last stands.
 * By `dqp_kind`: `sku` has `dqp_skuid` and `dqp_product`; `packSize` product, `dqp_meter`, `dqp_amount`; `price` product,
 * `dqp_unitprice` (in the currency, not in hundredths), `dqp_currency`; `conversionRate` meter, `dqp_tometer`, `dqp_rate`.
 */
export const overrideTable = {
  logicalName: "dqp_override",
  entitySetName: "dqp_overrides",
  primaryId: "dqp_overrideid",
  alternateKey: [],
  columns: [
    "dqp_name",
    "dqp_tenantid",
    "dqp_kind",
    "dqp_skuid",
    "dqp_product",
    "dqp_meter",
    "dqp_tometer",
    "dqp_amount",
    "dqp_unitprice",
    "dqp_currency",
    "dqp_rate",
    "dqp_decidedby",
  ],
} as const;

/** One row per tenant: readings of open rules, and declarations. An empty column says nothing. */
export const policyTable = {
  logicalName: "dqp_policy",
  entitySetName: "dqp_policies",
  primaryId: "dqp_policyid",
  alternateKey: ["dqp_tenantid"],
  columns: [
    "dqp_name",
    "dqp_tenantid",
    "dqp_basepeoplestacking",
    "dqp_crossenvironmentdedup",
    "dqp_deletedrecords",
    "dqp_interactionmeter",
    "dqp_interactedpackstorage",
    "dqp_addonsaccruedatabase",
    "dqp_contactcenterlog",
    "dqp_customerserviceroutes",
    "dqp_tenantdefault",
    "dqp_timezone",
    "dqp_smsprovider",
    "dqp_communicationresource",
    "dqp_multigeo",
    "dqp_homeregion",
    "dqp_omnichannelrenewals",
    "dqp_anniversary",
    "dqp_storageextensionfrom",
    "dqp_decidedby",
  ],
} as const;

/** From which use on, in percent of what is owned, a meter is called near its limit, and critical. */
export const thresholdTable = {
  logicalName: "dqp_threshold",
  entitySetName: "dqp_thresholds",
  primaryId: "dqp_thresholdid",
  alternateKey: ["dqp_tenantid", "dqp_meter"],
  columns: ["dqp_name", "dqp_tenantid", "dqp_meter", "dqp_nearpercent", "dqp_criticalpercent", "dqp_decidedby"],
} as const;

/** Which entitlement row of the licensing interface is the reading of which meter. */
export const bindingTable = {
  logicalName: "dqp_binding",
  entitySetName: "dqp_bindings",
  primaryId: "dqp_bindingid",
  alternateKey: ["dqp_tenantid", "dqp_entitlementid"],
  columns: ["dqp_name", "dqp_tenantid", "dqp_entitlementid", "dqp_meter", "dqp_decidedby"],
} as const;

/** A saved plan. `dqp_changes`: JSON list of `Change`, as in the file that `quota-panel plan` takes. The sync does not read it. */
export const scenarioTable = {
  logicalName: "dqp_scenario",
  entitySetName: "dqp_scenarios",
  primaryId: "dqp_scenarioid",
  alternateKey: [],
  columns: ["dqp_name", "dqp_tenantid", "dqp_description", "dqp_changes"],
} as const;

export const decisionTables = [
  acknowledgementTable,
  overrideTable,
  policyTable,
  thresholdTable,
  bindingTable,
  scenarioTable,
] as const;

/** Choice `dqp_overridekind`. */
export const overrideKind: Readonly<Record<Override["kind"], number>> = {
  sku: 471_000_000,
  packSize: 471_000_001,
  price: 471_000_002,
  conversionRate: 471_000_003,
};

/** Choice `dqp_yesno`. */
export const yesNo = { yes: 471_000_000, no: 471_000_001 } as const;

/** The switches that are choices, each with its column and the values of its readings. */
export const readingChoices: {
  readonly [Name in Exclude<keyof Policy, "timeZone">]: {
    readonly column: (typeof policyTable.columns)[number];
    readonly values: Readonly<Record<Policy[Name], number>>;
  };
} = {
  basePeopleStacking: { column: "dqp_basepeoplestacking", values: { sum: 471_000_000, once: 471_000_001 } },
  crossEnvironmentDedup: {
    column: "dqp_crossenvironmentdedup",
    values: { none: 471_000_000, byRecordId: 471_000_001 },
  },
  deletedRecords: { column: "dqp_deletedrecords", values: { count: 471_000_000, ignore: 471_000_001 } },
  interactionMeter: { column: "dqp_interactionmeter", values: { outbound: 471_000_000, all: 471_000_001 } },
  interactedPackStorage: {
    column: "dqp_interactedpackstorage",
    values: { floor50k: 471_000_000, t3only: 471_000_001, prorata: 471_000_002 },
  },
  addOnsAccrueDatabase: { column: "dqp_addonsaccruedatabase", values: { true: yesNo.yes, false: yesNo.no } },
  contactCenterLog: {
    column: "dqp_contactcenterlog",
    values: { edition: 471_000_000, perLicence: 471_000_001, once: 471_000_002 },
  },
  customerServiceRoutes: { column: "dqp_customerserviceroutes", values: { true: yesNo.yes, false: yesNo.no } },
  tenantDefault: { column: "dqp_tenantdefault", values: { max: 471_000_000, sum: 471_000_001 } },
};
