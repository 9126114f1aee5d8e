/** Who leaves the twelve-month window when, known exactly as long as nothing touches them again. */
import { monthOf, monthOfDay, monthsAfter } from "../../calendar";
import type { Month } from "../../snapshot/activity";
import type { CountingInput } from "../used/countingInput";
import { activitiesOf } from "./activities";
import { countedOf, releasedAt, touchesSince } from "./count";
import { addTo } from "../tally";
import { releaseDay } from "./window";

export interface Release {
  readonly month: Month;
  /** Interacted people who stop counting on a day of that month. */
  readonly people: number;
}

const monthsAhead = 12;

const peopleByDay = (input: CountingInput): ReadonlyMap<string, number> => {
  const released = releasedAt(input);
  const sums = new Map<string, number>();
  for (const touch of activitiesOf(input).flatMap((activity) => touchesSince(activity, released))) {
    addTo(sums, touch.day, countedOf(touch, input.settings.policy));
  }
  return sums;
};

/**
 * The rest of the current month and the twelve after it, each with a row; together all interacted people of the
 * environments that were handed in. `undefined` when none was.
 */
export const releaseCalendar = (input: CountingInput): readonly Release[] | undefined => {
  if (activitiesOf(input).length === 0) return undefined;
  const leaving = new Map<string, number>();
  for (const [day, people] of peopleByDay(input)) addTo(leaving, monthOfDay(releaseDay(day)), people);
  const current = monthOf(input.asOf, input.settings.policy.timeZone);
  return Array.from({ length: monthsAhead + 1 }, (_, index) => {
    const month = monthsAfter(current, index);
    return { month, people: leaving.get(month) ?? 0 };
  });
};
