/** The busiest month from daily history, for tenants without a log of interactions (CI-J.interactions.peak). */
import { dayInMonth, monthOfDay, monthsAfter } from "../../calendar";
import type { Month } from "../../snapshot/activity";
import type { Peak } from "../../snapshot/forecast";
import { neededPeople } from "../people/peak";
import type { Point } from "./points";

const months = 12;

/** A month is known as a whole when it was seen on its 28th day or later. */
const seenToItsEnd = 28;

export interface Busy {
  /** Days of the monthly meter. */
  readonly past: readonly Point[];
  readonly current: Month;
  /** Interactions of the current month, projected to its end where that can be done; absent when unknown. */
  readonly projected: number | undefined;
  /** Interacted people at their highest. */
  readonly people: number;
}

interface MonthUse {
  readonly month: Month;
  readonly interactions: number;
  readonly whole: boolean;
}

const useIn = (month: Month, past: readonly Point[]): readonly MonthUse[] => {
  const days = past.filter(({ day }) => monthOfDay(day) === month);
  if (days.length === 0) return [];
  const interactions = Math.max(...days.map(({ used }) => used));
  return [{ month, interactions, whole: days.some(({ day }) => dayInMonth(day) >= seenToItsEnd) }];
};

/** The current month and the twelve before it; of equal months the latest. */
export const peakOfHistory = ({ past, current, projected, people }: Busy): Peak | undefined => {
  const before = Array.from({ length: months }, (_, index) => monthsAfter(current, -1 - index));
  const known = before.flatMap((month) => useIn(month, past));
  const running = projected === undefined ? [] : [{ month: current, interactions: projected }];
  const [first, ...others] = [...running, ...known];
  if (first === undefined) return undefined;
  const { month, interactions } = others.reduce(
    (best, one) => (one.interactions > best.interactions ? one : best),
    first,
  );
  const partialYear = known.filter(({ whole }) => whole).length < months;
  return { month, interactions, peopleNeeded: neededPeople(people, interactions), partialYear };
};
