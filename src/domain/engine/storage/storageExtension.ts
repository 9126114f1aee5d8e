/** The one extension that a tenant gets while its storage is over (STO.extension). */
import { daysBetween } from "../../calendar";
import { storageExtensionDays } from "../../catalog/cutOverDates";
import { allowedByExtension } from "../../catalog/storage";
import type { Day } from "../../snapshot/activity";
import type { Operation } from "../../snapshot/snapshot";

/** From its first day on for 30 days: in force on days 0 to 29. Not declared: not in force. */
export const isExtended = (from: Day | undefined, today: Day): boolean => {
  if (from === undefined) return false;
  const day = daysBetween(from, today);
  return day >= 0 && day < storageExtensionDays;
};

/** What stays refused while the extension is in force. */
export const withExtension = (blocked: readonly Operation[]): readonly Operation[] =>
  blocked.filter((operation) => !allowedByExtension.includes(operation));
