/** How many people became interacted people in the last whole months. */
import { monthOf, monthOfDay, monthsAfter } from "../../calendar";
import type { Month, PeopleActivity } from "../../snapshot/activity";
import type { Range } from "../../snapshot/forecast";
import type { CountingInput } from "../used/countingInput";
import { compareText } from "../order";
import { activitiesOf } from "./activities";

const monthsAsked = 3;

const earliest = (months: readonly Month[]): Month | undefined => [...months].sort(compareText)[0];

const monthsOf = ({ lastTouch, arrivals, messages }: PeopleActivity): readonly Month[] => [
  ...lastTouch.map(({ day }) => monthOfDay(day)),
  ...arrivals.map(({ month }) => month),
  ...messages.map(({ month }) => month),
];

const arrivedIn = (month: Month, activities: readonly PeopleActivity[]): number =>
  activities
    .flatMap(({ arrivals }) => arrivals)
    .reduce((sum, row) => (row.month === month ? sum + row.people : sum), 0);

/** The three months before the one in which the oldest of them was measured: all of them know these as a whole. */
const wholeMonths = (activities: readonly PeopleActivity[], timeZone: string): readonly Month[] => {
  const measured = earliest(activities.map(({ measuredAt }) => monthOf(measuredAt, timeZone)));
  if (measured === undefined) return [];
  return Array.from({ length: monthsAsked }, (_, index) => monthsAfter(measured, index - monthsAsked));
};

/**
 * Arrivals a month over the last three whole months: lowest, mean (may be fractional) and highest. `undefined` when
 * nothing was handed in or it does not reach back so far. An environment that begins later had nobody before.
 */
export const recentArrivals = (input: CountingInput): Range | undefined => {
  const activities = activitiesOf(input);
  const [first, ...others] = wholeMonths(activities, input.settings.policy.timeZone);
  const known = earliest(activities.flatMap(monthsOf));
  if (first === undefined || known === undefined || known > first) return undefined;
  const arrived = [first, ...others].map((month) => arrivedIn(month, activities));
  const mean = arrived.reduce((sum, people) => sum + people, 0) / arrived.length;
  return { low: Math.min(...arrived), expected: mean, high: Math.max(...arrived) };
};
