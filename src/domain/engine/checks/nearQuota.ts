import type { QuotaCheck } from "./check";
import { meterFinding } from "./meterFinding";

/** Less than 15 % is free; with `status` critical less than 5 % (STO.thresholds). */
export const nearQuota: QuotaCheck = ({ meters }) =>
  meters
    .filter((report) => report.status === "near" || report.status === "critical")
    .map((report) => meterFinding("nearQuota", report));
