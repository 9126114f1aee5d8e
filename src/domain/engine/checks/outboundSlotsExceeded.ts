import type { QuotaCheck } from "./check";
import { meterFinding } from "./meterFinding";
import { overruns } from "./overrun";

/** More outbound marketing installations than slots (CI-J.install.outbound). */
export const outboundSlotsExceeded: QuotaCheck = ({ meters }) =>
  overruns("outboundSlotsExceeded", meters).map((report) => meterFinding("outboundSlotsExceeded", report));
