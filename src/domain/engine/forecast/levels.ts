/** From a course of use to the days on which it rises above 85, 95 and 100 % of what is owned. */
import type { Day } from "../../snapshot/activity";
import type { LevelDate, Range } from "../../snapshot/forecast";

export const percents: readonly LevelDate["percent"][] = [85, 95, 100];

/** Above the share, not at it; in whole numbers (STO.thresholds). */
export const isAbove = (used: number, owned: number, percent: number): boolean => 100 * used > percent * owned;

/** The first day on which one edge of a range is above a share of what is owned, `undefined` beyond the horizon. */
export type FirstDayAbove = (percent: LevelDate["percent"], edge: keyof Range) => Day | undefined;

export interface Standing {
  readonly used: number;
  readonly owned: number;
  readonly today: Day;
  /** More may be used than is known. */
  readonly lowerBound: boolean;
}

const present = (name: "earliest" | "expected" | "latest", day: Day | undefined): Partial<LevelDate> =>
  day === undefined ? {} : { [name]: day };

/** A level already passed gives today. With use that is a lower bound nobody can say that it was not passed already. */
export const levelDates = (
  { used, owned, today, lowerBound }: Standing,
  firstDayAbove: FirstDayAbove,
): readonly LevelDate[] =>
  percents.map((percent) => {
    if (isAbove(used, owned, percent)) return { percent, earliest: today, expected: today, latest: today };
    return {
      percent,
      ...present("earliest", lowerBound ? today : firstDayAbove(percent, "high")),
      ...present("expected", firstDayAbove(percent, "expected")),
      ...present("latest", firstDayAbove(percent, "low")),
    };
  });
