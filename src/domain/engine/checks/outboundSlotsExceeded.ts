import { dayOf } from "../../calendar";
import { outboundUntil } from "../../catalog/cutOverDates";
import type { Found, QuotaCheck } from "./check";
import { meterFinding } from "./meterFinding";
import { overruns } from "./overrun";

/** After the last day of the module no new slot is worth buying: new and copied environments do not get it any more. */
const retirement = (today: string): Found["facts"] => (today > outboundUntil ? { retiredAfter: outboundUntil } : {});

/** More outbound marketing installations than slots, and whether the module is being removed (CI-J.install.outbound). */
export const outboundSlotsExceeded: QuotaCheck = ({ meters, asOf, settings }) =>
  overruns("outboundSlotsExceeded", meters).map((report) => {
    const found = meterFinding("outboundSlotsExceeded", report);
    return { ...found, facts: { ...found.facts, ...retirement(dayOf(asOf, settings.policy.timeZone)) } };
  });
