/** Interacted people: who leaves is known to the person and the day, who arrives from the last three months. */
import type { Forecast, Range } from "../../snapshot/forecast";
import type { Release } from "../people/releases";

/** What the log of interactions says about the coming year; a part is absent where the log does not reach. */
export interface PeopleAhead {
  readonly calendar: readonly Release[] | undefined;
  /** People a month. */
  readonly arrivals: Range | undefined;
}

/** The calendar speaks for the figure when the two differ by no more than one in so many. */
const oneIn = 20;

const speaksFor = (calendar: readonly Release[], used: number): boolean => {
  const people = calendar.reduce((sum, row) => sum + row.people, 0);
  return oneIn * Math.abs(people - used) <= used;
};

/** `undefined` when the log does not reach far enough, or tells of other people than those that are counted. */
export const releasesOf = (used: number, { calendar, arrivals }: PeopleAhead, points: number): Forecast | undefined => {
  if (calendar === undefined || arrivals === undefined || !speaksFor(calendar, used)) return undefined;
  const months = calendar.map(({ month, people }) => ({
    ...{ month, leaving: people, used: { low: used, expected: used, high: used } },
  }));
  return { method: "releases", points, arrivals, levels: [], months };
};
