/** Straight courses of use: so much a day from a known day on. */
import { addDays, daysBetween } from "../../calendar";
import type { Day } from "../../snapshot/activity";
import type { Range } from "../../snapshot/forecast";
import type { FirstDayAbove } from "./levels";

export interface Line {
  /** The day at whose end `used` was used. */
  readonly from: Day;
  readonly used: number;
  readonly owned: number;
  readonly perDay: Range;
  readonly today: Day;
  /** Last day that can be told of. */
  readonly until: Day;
}

/** A course that meets a level exactly at a day's end is not above it, whatever the last bit of a fraction says. */
const dayFraction = 1e-9;

export const firstDayAboveLine =
  ({ from, used, owned, perDay, today, until }: Line): FirstDayAbove =>
  (percent, edge) => {
    if (perDay[edge] <= 0) return undefined;
    const days = Math.floor(((percent * owned) / 100 - used) / perDay[edge] + dayFraction) + 1;
    if (days > daysBetween(from, until)) return undefined;
    const day = addDays(from, days);
    return day < today ? today : day;
  };
