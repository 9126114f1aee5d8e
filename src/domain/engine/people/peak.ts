/** The month that asks for most, and the people quota that it asks for (CI-J.interactions.peak). */
import { dayInMonth, dayOf, daysInMonth, monthOf, monthsAfter, monthsBetween } from "../../calendar";
import type { Policy } from "../../settings";
import type { Month, PeopleActivity } from "../../snapshot/activity";
import type { Peak } from "../../snapshot/forecast";
import type { CountingInput } from "../used/countingInput";
import { compareText } from "../order";
import { activitiesOf } from "./activities";
import { interactionsIn } from "./count";

const year = 12;
/** Before the third day a run rate says too little (rules.md section 10). */
const daysForRunRate = 3;
/** Interactions a month for each person owned (CI-J.interactions.monthly). */
const interactionsPerPerson = 10;

/** People to own for both meters: those who count, and a tenth of the interactions of the busiest month. */
export const neededPeople = (interacted: number, interactions: number): number =>
  Math.max(interacted, Math.ceil(interactions / interactionsPerPerson));

/** Interactions of a month; of the month in which it was measured as many as its run rate gives by the end. */
const interactionsBy = (activity: PeopleActivity, month: Month, policy: Policy): number => {
  const counted = interactionsIn(activity, month, policy);
  const measured = dayOf(activity.measuredAt, policy.timeZone);
  const elapsed = dayInMonth(measured);
  if (!measured.startsWith(month) || elapsed < daysForRunRate) return counted;
  return Math.ceil((counted * daysInMonth(month)) / elapsed);
};

interface History {
  readonly first: Month;
  /** The month in which the newest was measured; not over yet. */
  readonly current: Month;
}

/** Months after the newest reading cannot have been counted and are left out. */
const historyOf = (activities: readonly PeopleActivity[], timeZone: string): History | undefined => {
  const measured = activities.map(({ measuredAt }) => monthOf(measuredAt, timeZone)).sort(compareText);
  const current = measured[measured.length - 1];
  if (current === undefined) return undefined;
  const months = activities.flatMap(({ messages }) => messages.map(({ month }) => month)).sort(compareText);
  const [first] = months.filter((month) => month <= current);
  return first === undefined ? undefined : { first, current };
};

/**
 * The busiest of the current month, projected to its end, and the twelve before it; of equal ones the latest.
 * `interacted`: people who count, at their highest as far as known. `undefined` when no month is known.
 */
export const peakMonth = (input: CountingInput, interacted: number): Peak | undefined => {
  const { policy } = input.settings;
  const activities = activitiesOf(input);
  const history = historyOf(activities, policy.timeZone);
  if (history === undefined) return undefined;
  const whole = Math.min(year, monthsBetween(history.first, history.current));
  const months = Array.from({ length: whole + 1 }, (_, index) => monthsAfter(history.current, -index));
  const sums = months.map((month) => ({
    month,
    interactions: activities.reduce((sum, activity) => sum + interactionsBy(activity, month, policy), 0),
  }));
  const highest = sums.reduce((best, sum) => (sum.interactions > best.interactions ? sum : best));
  return { ...highest, peopleNeeded: neededPeople(interacted, highest.interactions), partialYear: whole < year };
};
