/** What the policy leaves open. */
import type { Policy } from "../settings";
import type { RuleId } from "./rules";

export interface Switch<Value extends string = string> {
  /** The readings on offer, the default first. Empty: any value of its kind (an IANA time zone). */
  readonly values: readonly Value[];
  readonly rule: RuleId;
  /** Which side of a meter it moves. */
  readonly moves: "owned" | "used";
}

/** In the order in which they are shown. */
export const switches: { readonly [Name in keyof Policy]: Switch<Policy[Name]> } = {
  basePeopleStacking: { values: ["sum", "once"], rule: "CI-J.interacted-people.base", moves: "owned" },
  crossEnvironmentDedup: {
    values: ["none", "byRecordId"],
    rule: "CI-J.interacted-people.environments",
    moves: "used",
  },
  deletedRecords: { values: ["count", "ignore"], rule: "CI-J.interacted-people.deleted", moves: "used" },
  interactionMeter: { values: ["outbound", "all"], rule: "CI-J.interactions.counting", moves: "used" },
  interactedPackStorage: { values: ["floor50k", "t3only", "prorata"], rule: "CI-STO.packs", moves: "owned" },
  addOnsAccrueDatabase: { values: ["true", "false"], rule: "CC.usl.counting", moves: "owned" },
  contactCenterLog: { values: ["edition", "perLicence", "once"], rule: "CC.storage.log", moves: "owned" },
  customerServiceRoutes: { values: ["false", "true"], rule: "CC.routes", moves: "owned" },
  tenantDefault: { values: ["max", "sum"], rule: "STO.entitlement.tenant", moves: "owned" },
  timeZone: { values: [], rule: "GEN.reset.monthly", moves: "used" },
};

export const switchNames = [
  "basePeopleStacking",
  "crossEnvironmentDedup",
  "deletedRecords",
  "interactionMeter",
  "interactedPackStorage",
  "addOnsAccrueDatabase",
  "contactCenterLog",
  "customerServiceRoutes",
  "tenantDefault",
  "timeZone",
] as const satisfies readonly (keyof Policy)[];
