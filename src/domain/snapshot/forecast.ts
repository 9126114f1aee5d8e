/** What a meter's past says about its future. Always a range; no date where there is no trend. */
import type { Day, Month } from "./activity";

/** A figure with its range, in the unit of the meter. `low` <= `expected` <= `high`. */
export interface Range {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

/**
 * The first day on which use is expected above a share of what is owned: above, not at, as everywhere (STO.thresholds).
 * A missing day lies beyond the horizon: a year, or the end of the month where the first of the month frees all.
 */
export interface LevelDate {
  readonly percent: 85 | 95 | 100;
  readonly earliest?: Day;
  readonly expected?: Day;
  readonly latest?: Day;
}

/**
 * How the forecast was made:
 * - `runRate`: a monthly meter; use so far over elapsed days (rules.md section 10).
 * - `releases`: interacted people; the exact release calendar and the mean of new arrivals of three months.
 * - `trend`: storage and other standing figures; a robust slope over daily totals of 14 points or more.
 * Why there is none:
 * - `tooEarly`: before the third day of the month, or fewer than 14 points.
 * - `noTrend`: use does not grow, or the meter has slots, which people fill and free by decision.
 * - `noHistory`: nothing was handed in to forecast from.
 */
export type ForecastMethod = "runRate" | "releases" | "trend";
export type NoForecast = "tooEarly" | "noTrend" | "noHistory";

export interface MonthAhead {
  readonly month: Month;
  /** People who leave the 12-month window in that month when nothing touches them again: known exactly. */
  readonly leaving: number;
  /** Use at the end of the month, arrivals included. */
  readonly used: Range;
}

/** The highest month of the last twelve and the people quota that it asks for (CI-J.interactions.peak). */
export interface Peak {
  readonly month: Month;
  readonly interactions: number;
  /** max(interacted people, ceil(interactions / 10)). */
  readonly peopleNeeded: number;
  /** Fewer than twelve months are known. */
  readonly partialYear: boolean;
}

export interface Forecast {
  readonly method?: ForecastMethod;
  readonly none?: NoForecast;
  /** Readings at hand: days of history, of a monthly meter those of this month, and today's. */
  readonly points: number;
  /** Change of use a day, where the method is a trend or a run rate; may be fractional. */
  readonly perDay?: Range;
  /** People who arrive in a month, where the method is releases: mean, lowest and highest of three months. */
  readonly arrivals?: Range;
  /**
   * Not every environment was read, so use may be higher than it is known to be: the figures say what was read, and no
   * earliest day can be told but the snapshot's own.
   */
  readonly lowerBound?: boolean;
  /** Use at the end of the month, where the method is a run rate. */
  readonly monthEnd?: Range;
  readonly levels: readonly LevelDate[];
  /** Interacted people in the rest of the current month and in the twelve after it. */
  readonly months?: readonly MonthAhead[];
  readonly peak?: Peak;
  /** Change since the last day of history before the snapshot. */
  readonly jump?: { readonly since: Day; readonly change: number };
}
