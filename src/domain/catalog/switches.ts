/** What the policy leaves open. */
import type { Policy } from "../settings";

/** The switches, in the order in which they are shown. */
export const switchNames = [
  "basePeopleStacking",
  "interactedPackStorage",
  "addOnsAccrueDatabase",
  "tenantDefault",
] as const satisfies readonly (keyof Policy)[];

/** The readings that each switch offers, the default first. */
export const policyValues: { readonly [Name in keyof Policy]: readonly Policy[Name][] } = {
  basePeopleStacking: ["sum", "once"],
  interactedPackStorage: ["floor50k", "t3only", "prorata"],
  addOnsAccrueDatabase: ["true", "false"],
  tenantDefault: ["max", "sum"],
};
