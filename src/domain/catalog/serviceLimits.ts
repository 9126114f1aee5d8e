/** Limits of the services themselves: no licence raises them. Those of a trial hold instead of the paid ones. */
import type { ServiceLimit } from "../snapshot/snapshot";
import type { MeterId, Scope } from "./meters";
import { sourceOf, type RuleId } from "./rules";

interface Limit {
  readonly amount: number;
  readonly scope: Scope;
  readonly rule: RuleId;
  readonly meter: MeterId;
}

/** Shown at their meter and checked against the activity that is known (CI-J.fair-use). */
export const serviceLimits = {
  interactionsPerMonth: {
    amount: 300_000_000,
    scope: "environment",
    rule: "CI-J.fair-use",
    meter: "monthlyInteractions",
  },
  interactionsPerDay: {
    amount: 10_000_000,
    scope: "environment",
    rule: "CI-J.fair-use",
    meter: "monthlyInteractions",
  },
} as const satisfies Record<string, Limit>;

/** From this many interactions a month on, an environment needs a preview agreement (CI-J.fair-use). */
export const previewFromInteractions = 100_000_000;

/** Checked against the segment of a planned campaign. What nothing measures or plans stands in the rule's text alone. */
export const segmentMembers: Limit = {
  ...{ amount: 10_000_000, scope: "environment", rule: "CI-J.fair-use", meter: "interactedPeople" },
};

/** The limits shown at a meter. */
export const limitsOf = (meter: MeterId): readonly ServiceLimit[] =>
  Object.entries(serviceLimits)
    .filter(([, limit]) => limit.meter === meter)
    .map(([id, { amount, scope, rule }]) => ({ id, amount, scope, rule, source: sourceOf(rule) }));
