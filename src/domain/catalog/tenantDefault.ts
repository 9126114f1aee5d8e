/** Storage that a tenant gets once, whatever it buys. */
import type { Grant } from "./grant";

/** Which of several defaults counts is the switch `tenantDefault` (STO.entitlement.tenant). */
export const tenantDefault = (row: Omit<Grant, "way">, family: string): readonly Grant[] => [
  { ...row, way: { kind: "largest", family }, when: { ...row.when, tenantDefault: "max" } },
  { ...row, way: { kind: "once", family }, when: { ...row.when, tenantDefault: "sum" } },
];
