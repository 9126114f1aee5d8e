/** The log of interactions, read once: who was touched when. */
import { dayIn, monthOfDay } from "../../calendar";
import type { Instant } from "../../measured";
import type { Day, Interaction, Month } from "../../snapshot/activity";
import { compareText, sortedBy } from "../order";
import { groupBy } from "../tally";
import { releaseDay } from "./window";

/** An interaction and its day in the time zone of the policy. */
export interface Entry {
  readonly interaction: Interaction;
  readonly day: Day;
}

/** A record of one environment: the same human as contact and as lead is two (CI-J.interacted-people.definition). */
export interface Person {
  readonly environmentId: string;
  readonly table: string;
  readonly recordId: string;
  readonly lastTouch: Day;
  readonly lastOutbound?: Day;
  readonly deleted: boolean;
  /** Months in which it became an interacted person: new, or back after its release. */
  readonly arrivals: readonly Month[];
}

export interface LogTerms {
  /** IANA name. */
  readonly timeZone: string;
  /** What happened later is left out. */
  readonly asOf: Instant;
}

/** What one environment has in the log. */
export interface LogPart {
  readonly environmentId: string;
  readonly entries: readonly Entry[];
  readonly persons: readonly Person[];
}

export interface Log {
  /** By the id of the environment. */
  readonly parts: readonly LogPart[];
  /** Of its newest entry: so far the log reaches. Absent when it has none. */
  readonly measuredAt?: Instant;
}

interface Draft {
  readonly interaction: Interaction;
  readonly days: Set<Day>;
  lastOutbound: Day | undefined;
  deleted: boolean;
}

/** The same for a record and its copy in another environment. */
export const recordKey = ({ table, recordId }: Pick<Person, "table" | "recordId">): string =>
  JSON.stringify([table, recordId]);

const later = (one: Day | undefined, other: Day): Day => (one === undefined || other > one ? other : one);

const touch = (draft: Draft, { interaction, day }: Entry): void => {
  draft.days.add(day);
  if (interaction.direction === "outbound") draft.lastOutbound = later(draft.lastOutbound, day);
  if (interaction.deleted === true) draft.deleted = true;
};

const arrivalsOf = (days: readonly Day[]): readonly Month[] =>
  days
    .filter((day, index) => {
      const before = days[index - 1];
      return before === undefined || releaseDay(before) <= day;
    })
    .map(monthOfDay);

const personOf = ({ interaction, days, lastOutbound, deleted }: Draft): Person => {
  const { environmentId, table, recordId } = interaction;
  const inOrder = [...days].sort(compareText);
  return {
    ...{ environmentId, table, recordId, deleted },
    lastTouch: inOrder.reduce(later),
    ...(lastOutbound === undefined ? {} : { lastOutbound }),
    arrivals: arrivalsOf(inOrder),
  };
};

const personsOf = (entries: readonly Entry[]): readonly Person[] => {
  const drafts = new Map<string, Draft>();
  for (const entry of entries) {
    const { interaction } = entry;
    const key = recordKey(interaction);
    const draft = drafts.get(key) ?? { interaction, days: new Set(), lastOutbound: undefined, deleted: false };
    touch(draft, entry);
    drafts.set(key, draft);
  }
  return [...drafts.values()].map(personOf);
};

const newestOf = (entries: readonly Entry[]): Instant | undefined =>
  entries.reduce<Instant | undefined>(
    (newest, { interaction: { at } }) => (newest === undefined || Date.parse(at) > Date.parse(newest) ? at : newest),
    undefined,
  );

const read = (interactions: readonly Interaction[], { timeZone, asOf }: LogTerms): Log => {
  const dayOf = dayIn(timeZone);
  const end = Date.parse(asOf);
  const entries = interactions
    .filter(({ at }) => Date.parse(at) <= end)
    .map((interaction) => ({ interaction, day: dayOf(interaction.at) }));
  const measuredAt = newestOf(entries);
  const parts = [...groupBy(entries, ({ interaction }) => interaction.environmentId)].map(([environmentId, own]) => ({
    ...{ environmentId, entries: own, persons: personsOf(own) },
  }));
  return {
    parts: sortedBy(parts, ({ environmentId }) => environmentId),
    ...(measuredAt === undefined ? {} : { measuredAt }),
  };
};

/** One answer a log: the same log is asked under several readings of a rule, and may have millions of entries. */
const answers = new WeakMap<readonly Interaction[], LogTerms & { readonly log: Log }>();

/** Reads a log up to an instant. Without a log from before its first entry, everybody in it arrives with it. */
export const logOf = (interactions: readonly Interaction[], terms: LogTerms): Log => {
  const answer = answers.get(interactions);
  if (answer?.timeZone === terms.timeZone && answer.asOf === terms.asOf) return answer.log;
  const log = read(interactions, terms);
  answers.set(interactions, { ...terms, log });
  return log;
};
