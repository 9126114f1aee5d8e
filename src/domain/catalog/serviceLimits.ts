/** Limits of the services themselves: no licence raises them. Those of a trial hold instead of the paid ones. */
import type { ServiceLimit } from "../snapshot/snapshot";
import type { MeterId, Scope } from "./meters";
import { sourceOf, type RuleId } from "./rules";

interface Limit {
  readonly amount: number;
  /** What is counted. */
  readonly unit: string;
  /** Over which span; absent: at any time. */
  readonly per?: "minute" | "day" | "month";
  readonly scope: Scope | "licence";
  readonly rule: RuleId;
}

/** Shown at its meter and checked against the activity that is known (CI-J.fair-use). */
interface MeteredLimit extends Limit {
  readonly scope: Scope;
  readonly meter: MeterId;
}

export const serviceLimits = {
  interactionsPerMonth: {
    amount: 300_000_000,
    unit: "interactions",
    per: "month",
    scope: "environment",
    rule: "CI-J.fair-use",
    meter: "monthlyInteractions",
  },
  interactionsPerDay: {
    amount: 10_000_000,
    unit: "interactions",
    per: "day",
    scope: "environment",
    rule: "CI-J.fair-use",
    meter: "monthlyInteractions",
  },
} as const satisfies Record<string, MeteredLimit>;

/** From this many interactions a month on, an environment needs a preview agreement (CI-J.fair-use). */
export const previewFromInteractions = 100_000_000;

const environment = (rule: RuleId, amount: number, unit: string, per?: Limit["per"]): Limit => ({
  amount,
  unit,
  ...(per === undefined ? {} : { per }),
  scope: "environment",
  rule,
});

/** Nothing measures these; they stand in the text of the rules and in reports. */
export const furtherLimits = {
  segmentMembers: environment("CI-J.fair-use", 10_000_000, "members of a segment that starts a journey"),
  triggersPerMinute: environment("CI-J.fair-use", 2_500, "triggers", "minute"),
  synchronisedRows: environment("CI-J.fair-use", 500_000_000, "rows of a synchronised table"),
  dynamicSegments: environment("CI-J.fair-use", 3_000, "dynamic segments"),
  staticSegments: environment("CI-J.fair-use", 10_000, "static segments"),
  scheduledRefreshes: environment("CI-D.limits", 4, "scheduled refreshes", "day"),
  segmentsAndMeasures: environment("CI-D.limits", 1_000, "active segments and measures"),
  measureRows: environment("CI-D.limits", 10_000_000, "rows of a measure copied to Dataverse"),
  trialEnvironments: { amount: 1, unit: "environments", scope: "licence", rule: "CI-J.trial.limits" },
  trialContacts: environment("CI-J.trial.limits", 10_000, "contact records"),
  trialEmails: environment("CI-J.trial.limits", 1_000, "emails", "month"),
  trialPreviews: environment("CI-J.trial.limits", 100, "inbox previews", "month"),
  trialSegments: environment("CI-J.trial.limits", 100, "live segments"),
  trialVisits: environment("CI-J.trial.limits", 1_000, "website visits", "month"),
  trialFormUsers: environment("CI-J.trial.limits", 5, "unique users of a standalone form page", "day"),
  trialFormViews: environment("CI-J.trial.limits", 100, "form views", "day"),
} as const satisfies Record<string, Limit>;

/** The limits shown at a meter. */
export const limitsOf = (meter: MeterId): readonly ServiceLimit[] =>
  Object.entries(serviceLimits)
    .filter(([, limit]) => limit.meter === meter)
    .map(([id, { amount, scope, rule }]) => ({ id, amount, scope, rule, source: sourceOf(rule) }));
