/** Interacted people in the coming months: `next = current - leaving + new` (rules.md section 10). */
import { addDays, dayInMonth, daysInMonth, firstDayOf, monthOfDay } from "../../calendar";
import type { Day, Month } from "../../snapshot/activity";
import type { MonthAhead, Range } from "../../snapshot/forecast";
import { isAbove, type FirstDayAbove } from "./levels";

export interface Leaving {
  readonly month: Month;
  readonly leaving: number;
}

export const lastDayOf = (month: Month): Day => addDays(firstDayOf(month), daysInMonth(month) - 1);

/** How much of a month still lies ahead at the end of today: all of one that has not begun. */
const shareAhead = (month: Month, today: Day): number =>
  month === monthOfDay(today) ? 1 - dayInMonth(today) / daysInMonth(month) : 1;

/** Nobody can be fewer than none, whatever was planned. */
const whole = (people: number): number => Math.max(0, Math.round(people));

/**
 * `leaving` in the order of the months, none before today's. Who leaves is known to the person; who arrives is a range
 * a month, and of the current month the part that is left of it.
 */
export const monthsAhead = (
  used: number,
  { leaving, arrivals, today }: { readonly leaving: readonly Leaving[]; readonly arrivals: Range; readonly today: Day },
): readonly MonthAhead[] => {
  let staying = used;
  let months = 0;
  return leaving.map(({ month, leaving: gone }) => {
    staying -= gone;
    months += shareAhead(month, today);
    const at = (edge: keyof Range): number => whole(staying + months * arrivals[edge]);
    return { month, leaving: gone, used: { low: at("low"), expected: at("expected"), high: at("high") } };
  });
};

const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** Within a month the course is not told: it can be on the first day, and it has happened by the last. */
export const firstDayAboveMonths =
  (months: readonly MonthAhead[], { owned, today }: { readonly owned: number; readonly today: Day }): FirstDayAbove =>
  (percent, edge) => {
    const month = months.find(({ used }) => isAbove(used[edge], owned, percent))?.month;
    if (month === undefined) return undefined;
    return edge === "high" ? later(firstDayOf(month), today) : lastDayOf(month);
  };
