/** The activity of a tenant's environments, from the log or as it was handed in. */
import { dayOf } from "../../calendar";
import type { Day, PeopleActivity } from "../../snapshot/activity";
import type { CountingInput } from "../used/countingInput";
import { sortedBy } from "../order";
import { activityOf, lastTouchOf } from "./aggregate";
import { belongsTo, distinctPersons, logIn } from "./persons";
import { groupBy } from "../tally";
import { lastReleasedDay } from "./window";

const peopleIn = ({ lastTouch }: PeopleActivity): number => lastTouch.reduce((sum, { people }) => sum + people, 0);

/** The newer of two, and of two of the same time the one with more people. */
const newer = (one: PeopleActivity, other: PeopleActivity): PeopleActivity => {
  const order = Date.parse(other.measuredAt) - Date.parse(one.measuredAt);
  return order > 0 || (order === 0 && peopleIn(other) > peopleIn(one)) ? other : one;
};

const countedBefore = ({ facts, asOf }: CountingInput): readonly PeopleActivity[] => {
  const past = (facts.activity ?? []).filter(({ measuredAt }) => Date.parse(measuredAt) <= Date.parse(asOf));
  return [...groupBy(past, ({ environmentId }) => environmentId).values()].map((same) => same.reduce(newer));
};

/** With every record once, as the policy asks for it. */
const withoutRepeats = (
  activities: readonly PeopleActivity[],
  input: CountingInput,
  released: Day,
): readonly PeopleActivity[] => {
  const log = logIn(input);
  if (log === undefined || input.settings.policy.crossEnvironmentDedup === "none") return activities;
  const persons = groupBy(distinctPersons(log, input), ({ environmentId }) => environmentId);
  return activities.map((activity) => ({
    ...activity,
    lastTouch: lastTouchOf(persons.get(activity.environmentId) ?? [], released),
  }));
};

const fromLog = (input: CountingInput, released: Day): readonly PeopleActivity[] => {
  const { facts, settings, asOf } = input;
  const activities = activityOf(facts.interactions ?? [], { timeZone: settings.policy.timeZone, asOf });
  return withoutRepeats(activities, input, released);
};

/**
 * One activity for each environment of the tenant of which anything was handed in, by id. The log goes before counts.
 * What was measured after `asOf`, or so long ago that its last interaction no longer counts, says nothing and is left
 * out.
 */
export const activitiesOf = (input: CountingInput): readonly PeopleActivity[] => {
  const { timeZone } = input.settings.policy;
  const released = lastReleasedDay(dayOf(input.asOf, timeZone));
  const logged = fromLog(input, released);
  const inLog = new Set(logged.map(({ environmentId }) => environmentId));
  const others = countedBefore(input).filter(({ environmentId }) => !inLog.has(environmentId));
  const belongs = belongsTo(input);
  const telling = [...logged, ...others].filter(
    ({ environmentId, measuredAt }) => belongs(environmentId) && dayOf(measuredAt, timeZone) > released,
  );
  return sortedBy(telling, ({ environmentId }) => environmentId);
};
