/** The twelve months for which an interaction makes a record an interacted person (CI-J.interacted-people.window). */
import { addDays, addMonths } from "../../calendar";
import type { Day } from "../../snapshot/activity";

const windowMonths = 12;

/** The first day on which a record no longer counts when nothing touches it again. */
export const releaseDay = (lastTouch: Day): Day => addMonths(lastTouch, windowMonths);

/** Whether a record that was last touched on a day is an interacted person on another. */
export const isInteracted = (lastTouch: Day, asOfDay: Day): boolean => releaseDay(lastTouch) > asOfDay;

/**
 * The latest day of a last interaction that no longer counts: later ones do. It is a day more than twelve months back
 * where 29 February is released together with 28 February.
 */
export const lastReleasedDay = (asOfDay: Day): Day => {
  const back = addMonths(asOfDay, -windowMonths);
  const next = addDays(back, 1);
  return isInteracted(next, asOfDay) ? back : next;
};
