/** Which records of the log count, and which of them count more than once. */
import { dayOf } from "../../calendar";
import type { CountingInput } from "../used/countingInput";
import { logOf, recordKey, type Log, type Person } from "./log";
import { groupBy } from "../tally";
import { lastReleasedDay } from "./window";

/** Whether an environment belongs to the tenant, as far as its environments were read. */
export const belongsTo = ({ facts: { environments } }: CountingInput): ((environmentId: string) => boolean) => {
  if (environments.kind === "notRead") return () => true;
  const ids = new Set(environments.value.map(({ id }) => id));
  return (environmentId) => ids.has(environmentId);
};

/** The log that was handed in; `undefined` when none was. */
export const logIn = ({ facts: { interactions }, settings, asOf }: CountingInput): Log | undefined =>
  interactions === undefined ? undefined : logOf(interactions, { timeZone: settings.policy.timeZone, asOf });

/** Interacted people of the log (CI-J.interacted-people.definition, .deleted): one a record and environment. */
const countedPersons = (log: Log, input: CountingInput): readonly Person[] => {
  const { timeZone, deletedRecords } = input.settings.policy;
  const released = lastReleasedDay(dayOf(input.asOf, timeZone));
  const belongs = belongsTo(input);
  return log.parts
    .filter(({ environmentId }) => belongs(environmentId))
    .flatMap(({ persons }) => persons)
    .filter(({ lastTouch, deleted }) => lastTouch > released && !(deleted && deletedRecords === "ignore"));
};

/** Persons stand in the order of environments, so that the first one keeps the record. */
const merge = (one: Person, other: Person): Person => ({
  ...one,
  lastTouch: one.lastTouch > other.lastTouch ? one.lastTouch : other.lastTouch,
  deleted: one.deleted && other.deleted,
});

const merged = (persons: readonly Person[]): readonly Person[] => {
  return [...groupBy(persons, recordKey).values()].map((same) => same.reduce(merge));
};

/**
 * Interacted people with every record once, whatever the number of environments that have it: it stands with the first
 * of them by id and leaves with the last touch of any. A what-if (CI-J.interacted-people.environments).
 */
export const distinctPersons = (log: Log, input: CountingInput): readonly Person[] =>
  merged(countedPersons(log, input));

/**
 * How many interacted people are extra counts of a record that counts in another environment too, as copies of an
 * environment keep the ids of records. `undefined` without a log: counted activity no longer knows its records.
 */
export const possibleDuplicates = (input: CountingInput): number | undefined => {
  const log = logIn(input);
  if (log === undefined) return undefined;
  const persons = countedPersons(log, input);
  return persons.length - merged(persons).length;
};
