/** The past of a meter as days and figures, and what changed since the last of them. */
import { monthOfDay } from "../../calendar";
import type { MeterId, Reset } from "../../catalog/meters";
import type { Day } from "../../snapshot/activity";
import type { MeterHistory } from "../../snapshot/facts";
import type { Forecast } from "../../snapshot/forecast";
import { sortedBy } from "../order";

export interface Point {
  readonly day: Day;
  readonly used: number;
}

/** Days of a meter before one day, each once and in order; of two figures for a day the higher. */
export const pointsBefore = (history: readonly MeterHistory[], meter: MeterId, before: Day): readonly Point[] => {
  const highest = new Map<Day, number>();
  for (const { day, used } of history.filter((one) => one.meter === meter).flatMap(({ points }) => points)) {
    if (day < before) highest.set(day, Math.max(used, highest.get(day) ?? used));
  }
  return sortedBy(
    [...highest].map(([day, used]) => ({ day, used })),
    ({ day }) => day,
  );
};

/** The same month, where the first of the month frees all: a fall to nothing is no change of use (GEN.reset.monthly). */
const isComparable = (point: Point, today: Day, reset: Reset): boolean =>
  reset !== "firstOfMonth" || monthOfDay(point.day) === monthOfDay(today);

/** Change since the last day of the past; nothing without one. */
export const jumpSince = (
  past: readonly Point[],
  { today, used, reset }: { readonly today: Day; readonly used: number; readonly reset: Reset },
): Pick<Forecast, "jump"> => {
  const last = past[past.length - 1];
  if (last === undefined || !isComparable(last, today, reset)) return {};
  return { jump: { since: last.day, change: used - last.used } };
};
