import type { QuotaCheck } from "./check";
import { meterFinding } from "./meterFinding";
import { overruns } from "./overrun";

/** More trial environments than trial licences (CI-J.trial.limits). */
export const trialEnvironmentsExceeded: QuotaCheck = ({ meters }) =>
  overruns("trialEnvironmentsExceeded", meters).map((report) => meterFinding("trialEnvironmentsExceeded", report));
