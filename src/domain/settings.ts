/** What the customer decides: open readings of rules, bindings, thresholds. Defaults are the recommended readings. */
import type { EditionId } from "./catalog/editions";
import type { MeterId } from "./catalog/meters";
import type { Instant } from "./measured";
import type { Day } from "./snapshot/activity";

/** Readings that a rule leaves open, with an effect on figures. Add one here and every reader sees it. */
export interface Policy {
  readonly basePeopleStacking: "sum" | "once";
  readonly crossEnvironmentDedup: "none" | "byRecordId";
  readonly deletedRecords: "count" | "ignore";
  readonly interactionMeter: "outbound" | "all";
  readonly interactedPackStorage: "floor50k" | "t3only" | "prorata";
  readonly addOnsAccrueDatabase: "true" | "false";
  readonly contactCenterLog: "edition" | "perLicence" | "once";
  /** Routes that Customer Service Enterprise itself carries (CC.routes). */
  readonly customerServiceRoutes: "false" | "true";
  readonly tenantDefault: "max" | "sum";
  /** IANA name; months and windows begin at its midnight. No source names one, so UTC. */
  readonly timeZone: string;
}

/** Binds an entitlement id that the tenant returns to a meter. No id is shipped: none is published (apis.md 5.1, 7.2). */
export interface EntitlementBinding {
  readonly entitlementId: string;
  readonly meter: MeterId;
}

/** Who decided, and when: shown wherever the decision has an effect. */
export interface Decided {
  readonly by: string;
  readonly at: Instant;
}

/**
 * What the customer knows better than the catalogue. Kept apart from it, and the customer's word wins.
 * - `sku`: what a licence is that the catalogue does not know.
 * - `packSize`: what one unit of a product gives to a meter, in the meter's unit.
 * - `price`: of one unit a month, in hundredths of the currency.
 * - `conversionRate`: so many of `from` stand for one of `to`, for example messages for a record route.
 */
export type Override = Decided &
  (
    | { readonly kind: "sku"; readonly skuId: string; readonly product: string }
    | { readonly kind: "packSize"; readonly product: string; readonly meter: MeterId; readonly amount: number }
    | { readonly kind: "price"; readonly product: string; readonly cents: number; readonly currency: string }
    | { readonly kind: "conversionRate"; readonly from: MeterId; readonly to: MeterId; readonly rate: number }
  );

/** A finding that somebody has seen and lives with until the end of a day. */
export interface Acknowledgement extends Decided {
  readonly findingId: string;
  readonly reason: string;
  readonly until: Day;
}

/**
 * From which use on, in percent of what is owned, a meter is near its limit, and critical: above the figure, not at it.
 * `critical` is not below `near`. Meters without one take 85 and 95 (STO.thresholds).
 */
export interface Threshold extends Decided {
  readonly meter: MeterId;
  readonly near: number;
  readonly critical: number;
}

/** What no API says about a tenant. Absent: nobody told, which is neither yes nor no. */
export interface Declared {
  /** A provider account for text messages exists (CI-J.sms). */
  readonly smsProvider?: boolean;
  /** An Azure Communication Services resource exists (CC.acs.required). */
  readonly communicationResource?: boolean;
  /** Region of the tenant as environments name theirs, and whether it is a multi-geo tenant (CI-J.geo.visibility). */
  readonly homeRegion?: string;
  readonly multiGeo?: boolean;
  /** How often the old Omnichannel add-ons have been renewed since their end was announced (CC.omnichannel.legacy). */
  readonly omnichannelRenewals?: number;
  /** Next anniversary of the agreement: capacity can be lowered then (GEN.capacity.change). */
  readonly anniversary?: Day;
  /** First day of the one 30-day extension that allows copy and restore while over (STO.extension). */
  readonly storageExtensionFrom?: Day;
}

export interface Settings {
  readonly edition: EditionId;
  readonly policy: Policy;
  readonly bindings: readonly EntitlementBinding[];
  readonly overrides: readonly Override[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** Of several for one meter the last one stands. */
  readonly thresholds: readonly Threshold[];
  readonly declared: Declared;
  /** Age in hours from which a source's figures are called stale. */
  readonly staleAfterHours: number;
}

export const defaultSettings: Settings = {
  edition: "seed",
  policy: {
    basePeopleStacking: "sum",
    crossEnvironmentDedup: "none",
    deletedRecords: "count",
    interactionMeter: "outbound",
    interactedPackStorage: "floor50k",
    addOnsAccrueDatabase: "true",
    contactCenterLog: "edition",
    customerServiceRoutes: "false",
    tenantDefault: "max",
    timeZone: "UTC",
  },
  bindings: [],
  overrides: [],
  acknowledgements: [],
  thresholds: [],
  declared: {},
  staleAfterHours: 48,
};
