/** What the customer decides: open readings of rules, bindings, thresholds. Defaults are the recommended readings. */
import type { MeterId } from "./catalog/meters";
import type { EditionId } from "./snapshot/snapshot";

/** Switches of rules.md section 9 that have an effect in this version. Add one here and every reader sees it. */
export interface Policy {
  readonly basePeopleStacking: "sum" | "once";
  readonly interactedPackStorage: "floor50k" | "t3only" | "prorata";
  readonly addOnsAccrueDatabase: "true" | "false";
  readonly tenantDefault: "max" | "sum";
}

/** Binds an entitlement id that the tenant returns to a meter. No id is shipped: none is published (apis.md 5.1, 7.2). */
export interface EntitlementBinding {
  readonly entitlementId: string;
  readonly meter: MeterId;
}

/** Maps a SKU that the catalogue does not know to a product of it. */
export interface SkuMapping {
  readonly skuId: string;
  readonly product: string;
}

export interface Settings {
  readonly edition: EditionId;
  readonly policy: Policy;
  readonly bindings: readonly EntitlementBinding[];
  readonly skuMappings: readonly SkuMapping[];
  /** Age in hours from which a source's figures are called stale. */
  readonly staleAfterHours: number;
}

export const defaultSettings: Settings = {
  edition: "seed",
  policy: {
    basePeopleStacking: "sum",
    interactedPackStorage: "floor50k",
    addOnsAccrueDatabase: "true",
    tenantDefault: "max",
  },
  bindings: [],
  skuMappings: [],
  staleAfterHours: 48,
};
