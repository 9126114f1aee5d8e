/** Interacted people and interactions of the month, from what people did. */
import { dayOf, monthOf } from "../../calendar";
import type { Measured } from "../../measured";
import type { Policy } from "../../settings";
import type { Day, LastTouch, Month, PeopleActivity } from "../../snapshot/activity";
import type { CountingInput, EnvironmentCounting } from "../used/countingInput";
import { activitiesOf } from "./activities";
import { lastReleasedDay } from "./window";

type Figure = (activity: PeopleActivity) => number | undefined;

/** Counted, not read from the product's own meter, so an estimate (rules.md section 13: its key is not published). */
const measured = (value: number, { measuredAt: asOf }: PeopleActivity): Measured => ({
  ...{ kind: "known", value, asOf, source: "activity", confidence: "estimated" },
});

/** An environment that was not handed in stays unknown, for its people were not counted. */
const counting = (figureFor: (input: CountingInput) => Figure): EnvironmentCounting => ({
  closed: false,
  count: (input) => {
    const activities = activitiesOf(input);
    if (activities.length === 0) return undefined;
    const figureOf = figureFor(input);
    const figures = activities.flatMap((activity) => {
      const value = figureOf(activity);
      return value === undefined ? [] : [[activity.environmentId, measured(value, activity)] as const];
    });
    const byEnvironment = new Map(figures);
    return (environmentId) => byEnvironment.get(environmentId);
  },
});

/** People of a day that count (CI-J.interacted-people.deleted). Deleted ones that nobody told apart count. */
export const countedOf = ({ people, deleted = 0 }: LastTouch, { deletedRecords }: Policy): number =>
  deletedRecords === "ignore" ? people - deleted : people;

/** Days of last interactions that are in the window (CI-J.interacted-people.window). */
export const touchesSince = ({ lastTouch }: PeopleActivity, released: Day): readonly LastTouch[] =>
  lastTouch.filter(({ day }) => day > released);

/** The latest day of a last interaction that does not count any more at the time of the question. */
export const releasedAt = ({ settings, asOf }: CountingInput): Day =>
  lastReleasedDay(dayOf(asOf, settings.policy.timeZone));

/** Records with an interaction, in or out, of the last twelve months (CI-J.interacted-people.definition). */
export const interactedPeople: EnvironmentCounting = counting((input) => {
  const released = releasedAt(input);
  return (activity) =>
    touchesSince(activity, released).reduce((sum, touch) => sum + countedOf(touch, input.settings.policy), 0);
});

/** Interactions of a month that the monthly meter counts (CI-J.interactions.counting). */
export const interactionsIn = ({ messages }: PeopleActivity, month: Month, { interactionMeter }: Policy): number =>
  messages
    .filter((row) => row.month === month)
    .reduce((sum, { outbound, inbound }) => sum + outbound + (interactionMeter === "all" ? inbound : 0), 0);

/** Interactions of the current month. What was counted in an earlier month says nothing about it (GEN.reset.monthly). */
export const monthlyInteractions: EnvironmentCounting = counting(({ settings: { policy }, asOf }) => {
  const month = monthOf(asOf, policy.timeZone);
  return (activity) =>
    monthOf(activity.measuredAt, policy.timeZone) === month ? interactionsIn(activity, month, policy) : undefined;
});
