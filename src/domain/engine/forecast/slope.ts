/** The robust slope of Theil and Sen: one day's figure that is wrong by far hardly moves it. */
import { quantileSorted } from "simple-statistics";
import { daysBetween } from "../../calendar";
import type { Range } from "../../snapshot/forecast";
import type { Point } from "./points";

/** Pairs grow with the square: 400 days are 79,800 slopes. */
export const mostPoints = 400;

const quartiles = { low: 0.25, expected: 0.5, high: 0.75 } as const;

/** Any fixed day does: only differences count. */
const origin = "2000-01-01";

/** Change a day between every two points, in order. A typed array sorts numbers as numbers, and ten times as fast. */
const sortedSlopes = (points: readonly Point[]): number[] => {
  const places = points.map(({ day, used }) => ({ at: daysBetween(origin, day), used }));
  const slopes = places.flatMap((one, index) =>
    places.slice(index + 1).map((other) => (other.used - one.used) / (other.at - one.at)),
  );
  return Array.from(Float64Array.from(slopes).sort());
};

/**
 * Change of use a day: the median of the slopes between every two of the latest 400 points, and the middle half of these
 * slopes as its range. Points are two or more, of different days and in order.
 */
export const slopeOf = (points: readonly Point[]): Range => {
  const slopes = sortedSlopes(points.slice(-mostPoints));
  const at = (edge: keyof Range): number => quantileSorted(slopes, quartiles[edge]);
  return { low: at("low"), expected: at("expected"), high: at("high") };
};
