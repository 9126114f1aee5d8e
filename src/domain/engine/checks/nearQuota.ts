import type { Check } from "./check";
import { meterFinding } from "./meterFinding";

/** Less than 15 % is free; with `status` critical less than 5 % (STO.thresholds). */
export const nearQuota: Check = ({ meters }) =>
  meters
    .filter((report) => report.status === "near" || report.status === "critical")
    .map((report) => meterFinding("nearQuota", report));
