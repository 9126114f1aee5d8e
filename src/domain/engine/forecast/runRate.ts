/** Monthly meters: what was used so far over the days that have passed (rules.md section 10, GEN.reset.monthly). */
import { quantileSorted } from "simple-statistics";
import { dayInMonth, monthOfDay } from "../../calendar";
import type { Forecast, Range } from "../../snapshot/forecast";
import type { Point } from "./points";

/** Before the third day of a month its use says too little (rules.md section 10). */
export const leastDays = 3;

/** So many daily increments are needed before their spread says anything. */
export const leastIncrements = 3;

/** Use of a day between one reading and the next; a correction downwards is a day without use. */
const increments = (points: readonly Point[]): number[] =>
  points.map(({ day, used }, index) => {
    const before = points[index - 1];
    const gained = used - (before?.used ?? 0);
    const days = dayInMonth(day) - (before === undefined ? 0 : dayInMonth(before.day));
    return Math.max(0, gained / days);
  });

/** The middle half of the days so far; never without the mean itself. */
const spread = (rate: number, perDay: readonly number[]): Range => {
  const sorted = [...perDay].sort((one, other) => one - other);
  return {
    low: Math.min(rate, quantileSorted(sorted, 0.25)),
    expected: rate,
    high: Math.max(rate, quantileSorted(sorted, 0.75)),
  };
};

/** The mean of `days` days that each vary by as much as they use: less sure early in the month. */
const simpleRange = (rate: number, days: number): Range => ({
  low: rate * (1 - 1 / Math.sqrt(days)),
  expected: rate,
  high: rate * (1 + 1 / Math.sqrt(days)),
});

/**
 * `reading`: the figure and the day of its month at whose end it was read. Days of the past count when they are of that
 * month and before that day. How much is used at the end of the month follows from the rate (`relevel`).
 */
export const runRateOf = (past: readonly Point[], reading: Point): Forecast => {
  const before = past.filter(({ day }) => monthOfDay(day) === monthOfDay(reading.day) && day < reading.day);
  const points = [...before, reading];
  const days = dayInMonth(reading.day);
  const counted = { points: points.length, levels: [] };
  if (days < leastDays) return { none: "tooEarly", ...counted };
  const rate = reading.used / days;
  const perDay = points.length < leastIncrements ? simpleRange(rate, days) : spread(rate, increments(points));
  return { method: "runRate", ...counted, perDay };
};
