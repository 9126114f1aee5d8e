import { overrunKind } from "../../catalog/findings";
import type { QuotaCheck } from "./check";
import { meterFinding } from "./meterFinding";

/** More outbound marketing installations than slots (CI-J.install.outbound). */
export const outboundSlotsExceeded: QuotaCheck = ({ meters }) =>
  meters
    .filter(
      (report) => report.status === "over" && (overrunKind[report.meter] ?? "overQuota") === "outboundSlotsExceeded",
    )
    .map((report) => meterFinding("outboundSlotsExceeded", report));
