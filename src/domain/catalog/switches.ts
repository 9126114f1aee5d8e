/** The readings that each switch of the policy offers, the default first. */
import type { Policy } from "../settings";

export const policyValues: { readonly [Name in keyof Policy]: readonly Policy[Name][] } = {
  basePeopleStacking: ["sum", "once"],
  interactedPackStorage: ["floor50k", "t3only", "prorata"],
  addOnsAccrueDatabase: ["true", "false"],
  tenantDefault: ["max", "sum"],
};
