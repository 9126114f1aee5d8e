/** What can be found, one row a kind. The sentence and the advice are texts of the panel and of the command line. */
import type { FindingKind, Severity } from "../snapshot/snapshot";
import type { MeterId } from "./meters";
import type { RuleId } from "./rules";

export interface FindingInfo {
  readonly severity: Severity;
  /** Rule when the subject has none of its own. */
  readonly rule: RuleId;
}

export const findings: Readonly<Record<FindingKind, FindingInfo>> = {
  overQuota: { severity: "error", rule: "GEN.enforcement.advisory" },
  outboundSlotsExceeded: { severity: "error", rule: "CI-J.install.outbound" },
  trialEnvironmentsExceeded: { severity: "error", rule: "CI-J.trial.limits" },
  nearQuota: { severity: "warning", rule: "STO.thresholds" },
  unknownSku: { severity: "warning", rule: "DATA.sku.unknown" },
  environmentNotRead: { severity: "warning", rule: "DATA.coverage" },
  staleSource: { severity: "warning", rule: "DATA.age" },
  inferredSku: { severity: "info", rule: "DATA.sku.inferred" },
};

/** Meters whose overrun is a finding of its own; all others are `overQuota`. */
export const overrunKind: Partial<Readonly<Record<MeterId, FindingKind>>> = {
  installOutbound: "outboundSlotsExceeded",
  trialEnvironments: "trialEnvironmentsExceeded",
};
