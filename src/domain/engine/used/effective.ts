/** What one environment can really send of what the tenant owns (CI-J.fair-use). */
import type { MeterId } from "../../catalog/meters";
import { serviceLimits } from "../../catalog/serviceLimits";
import type { Measured } from "../../measured";

/** The smaller of owned and the safe use limit of an environment; for interactions only, and only when owned is known. */
export const effectiveInteractions = (meter: MeterId, owned: Measured): number | undefined =>
  meter === "monthlyInteractions" && owned.kind === "known"
    ? Math.min(owned.value, serviceLimits.interactionsPerMonth.amount)
    : undefined;
