import { overrunKind } from "../../catalog/findings";
import type { QuotaCheck } from "./check";
import { meterFinding } from "./meterFinding";

/** More trial environments than trial licences (CI-J.trial.limits). */
export const trialEnvironmentsExceeded: QuotaCheck = ({ meters }) =>
  meters
    .filter(
      (report) =>
        report.status === "over" && (overrunKind[report.meter] ?? "overQuota") === "trialEnvironmentsExceeded",
    )
    .map((report) => meterFinding("trialEnvironmentsExceeded", report));
