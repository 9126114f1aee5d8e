/** From the log of interactions to the counted activity of each environment. */
import { dayOf, monthOfDay } from "../../calendar";
import type { Instant } from "../../measured";
import type { Day, Interaction, LastTouch, PeopleActivity } from "../../snapshot/activity";
import { sortedBy } from "../order";
import { logOf, type Entry, type Log, type LogPart, type LogTerms, type Person } from "./log";
import { groupBy, tally } from "../tally";
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

const activityIn = (
  { environmentId, entries, persons }: LogPart,
  measuredAt: Instant,
  released: Day,
): PeopleActivity => {
  const recent = entries.filter(({ day }) => day > released);
  return {
    ...{ environmentId, measuredAt },
    lastTouch: lastTouchOf(persons, released),
    arrivals: arrivalsOf(persons),
    messages: messagesOf(entries),
    ...busiestDayOf(recent),
    channels: channelsOf(recent),
  };
};

const activities = ({ parts, measuredAt }: Log, released: Day): readonly PeopleActivity[] =>
  measuredAt === undefined ? [] : parts.map((part) => activityIn(part, measuredAt, released));

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
