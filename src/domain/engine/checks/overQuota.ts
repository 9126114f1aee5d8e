import { overrunKind } from "../../catalog/findings";
import type { QuotaCheck } from "./check";
import { meterFinding } from "./meterFinding";

/** More is used than owned, on a meter that has no finding of its own. */
export const overQuota: QuotaCheck = ({ meters }) =>
  meters
    .filter((report) => report.status === "over" && (overrunKind[report.meter] ?? "overQuota") === "overQuota")
    .map((report) => meterFinding("overQuota", report));
