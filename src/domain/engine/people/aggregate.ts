/** From the log of interactions to the counted activity of each environment. */
import { dayOf, monthOfDay } from "../../calendar";
import type { Day, Interaction, LastTouch, PeopleActivity } from "../../snapshot/activity";
import { compareText, sortedBy } from "../order";
import { logOf, type Entry, type Log, type LogTerms, type Person } from "./log";
import { groupBy, tally } from "./tally";
import { lastReleasedDay } from "./window";

/** Somebody whom nothing but inbound interactions keeps in the window. */
const isInboundOnly = ({ lastOutbound }: Person, released: Day): boolean =>
  lastOutbound === undefined || lastOutbound <= released;

/** People by the day of their last interaction. */
export const lastTouchOf = (persons: readonly Person[], released: Day): readonly LastTouch[] => {
  const rows = [...groupBy(persons, ({ lastTouch }) => lastTouch)].map(([day, same]) => ({
    day,
    people: same.length,
    deleted: same.filter(({ deleted }) => deleted).length,
    inboundOnly: same.filter((person) => isInboundOnly(person, released)).length,
  }));
  return sortedBy(rows, ({ day }) => day);
};

const messagesOf = (entries: readonly Entry[]): PeopleActivity["messages"] => {
  const rows = [...groupBy(entries, ({ day }) => monthOfDay(day))].map(([month, same]) => {
    const outbound = same.filter(({ interaction }) => interaction.direction === "outbound").length;
    return { month, outbound, inbound: same.length - outbound };
  });
  return sortedBy(rows, ({ month }) => month);
};

/** Of several days with as many messages the first. */
const busiestDayOf = (entries: readonly Entry[]): Pick<PeopleActivity, "busiestDay"> => {
  const outbound = entries.filter(({ interaction }) => interaction.direction === "outbound");
  const [first] = [...tally(outbound.map(({ day }) => day))].sort(([, one], [, other]) => other - one);
  return first === undefined ? {} : { busiestDay: { day: first[0], messages: first[1] } };
};

const channelsOf = (entries: readonly Entry[]): PeopleActivity["channels"] & object =>
  tally(entries.map(({ interaction }) => interaction.channel)).map(([channel, interactions]) => ({
    channel,
    interactions,
  }));

const arrivalsOf = (persons: readonly Person[]): PeopleActivity["arrivals"] =>
  tally(persons.flatMap(({ arrivals }) => arrivals)).map(([month, people]) => ({ month, people }));

const activities = ({ entries, persons, measuredAt }: Log, released: Day): readonly PeopleActivity[] => {
  if (measuredAt === undefined) return [];
  const personsIn = groupBy(persons, ({ environmentId }) => environmentId);
  const entriesIn = [...groupBy(entries, ({ interaction }) => interaction.environmentId)];
  return entriesIn
    .sort(([one], [other]) => compareText(one, other))
    .map(([environmentId, all]) => {
      const people = personsIn.get(environmentId) ?? [];
      const recent = all.filter(({ day }) => day > released);
      return {
        ...{ environmentId, measuredAt },
        lastTouch: lastTouchOf(people, released),
        arrivals: arrivalsOf(people),
        messages: messagesOf(all),
        ...busiestDayOf(recent),
        channels: channelsOf(recent),
      };
    });
};

const answers = new WeakMap<Log, readonly PeopleActivity[]>();

/**
 * The activity of each environment that has an interaction up to `asOf`, by id; days and months in the time zone.
 * All environments are as old as the newest entry of the whole log: it was kept at least until then. Channels and the
 * busiest day are of the twelve months that count, messages and arrivals of the whole log.
 */
export const activityOf = (interactions: readonly Interaction[], terms: LogTerms): readonly PeopleActivity[] => {
  const log = logOf(interactions, terms);
  const answer = answers.get(log) ?? activities(log, lastReleasedDay(dayOf(terms.asOf, terms.timeZone)));
  answers.set(log, answer);
  return answer;
};
