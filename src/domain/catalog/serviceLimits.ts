/** Limits of the services themselves: no licence raises them (CI-J.fair-use). */
import type { ServiceLimit } from "../snapshot/snapshot";
import type { MeterId, Scope } from "./meters";
import { sourceOf, type RuleId } from "./rules";

interface Limit {
  readonly amount: number;
  readonly scope: Scope;
  readonly rule: RuleId;
  /** Where it is shown. */
  readonly meter: MeterId;
}

export const serviceLimits = {
  interactionsPerMonth: {
    amount: 300_000_000,
    scope: "environment",
    rule: "CI-J.fair-use",
    meter: "monthlyInteractions",
  },
  interactionsPerDay: { amount: 10_000_000, scope: "environment", rule: "CI-J.fair-use", meter: "monthlyInteractions" },
} as const satisfies Record<string, Limit>;

/** The limits shown at a meter. */
export const limitsOf = (meter: MeterId): readonly ServiceLimit[] =>
  Object.entries(serviceLimits)
    .filter(([, limit]) => limit.meter === meter)
    .map(([id, { amount, scope, rule }]) => ({ id, amount, scope, rule, source: sourceOf(rule) }));
