/** Cases that workspaces of Customer Service Insights take in (CSI.imported). */
import { addDays, dayOf } from "../../calendar";
import type { Instant, Measured } from "../../measured";
import type { Day, Workspace } from "../../snapshot/activity";
import type { CountingInput, CountEnvironment, EnvironmentCounting } from "../used/countingInput";
import { groupBy } from "../tally";

const daysImported = 60;

/** The first day whose cases are still imported: both ends of the sixty days count (CSI.created-on). */
export const firstDayImported = (asOfDay: Day): Day => addDays(asOfDay, -daysImported);

/** Cases that the owner of a workspace can read, of the sixty days before a day and of the day itself. */
export const readableCases = ({ readableCases: rows }: Workspace, asOfDay: Day): number => {
  const first = firstDayImported(asOfDay);
  return rows.reduce((sum, { day, cases }) => (day >= first && day <= asOfDay ? sum + cases : sum), 0);
};

const oldest = (workspaces: readonly Workspace[]): Instant | undefined =>
  workspaces.reduce<Instant | undefined>(
    (first, { measuredAt }) => (first === undefined || Date.parse(measuredAt) < Date.parse(first) ? measuredAt : first),
    undefined,
  );

/** What was counted after the question, or before the sixty days began, says nothing about them. */
const tells = ({ settings, asOf }: CountingInput): ((workspace: Workspace) => boolean) => {
  const { timeZone } = settings.policy;
  const first = firstDayImported(dayOf(asOf, timeZone));
  return ({ measuredAt }) => Date.parse(measuredAt) <= Date.parse(asOf) && dayOf(measuredAt, timeZone) >= first;
};

/** Unknown where a workspace that counts says nothing. */
const figureOf = (all: readonly Workspace[], input: CountingInput): Measured | undefined => {
  const counted = all.filter(({ sample }) => !sample);
  const asOf = oldest(counted) ?? oldest(all);
  if (asOf === undefined) return undefined;
  if (!counted.every(tells(input))) return { kind: "unknown", reason: { code: "noReading" } };
  const asOfDay = dayOf(input.asOf, input.settings.policy.timeZone);
  const value = counted.reduce((sum, workspace) => sum + readableCases(workspace, asOfDay), 0);
  return { kind: "known", value, asOf, source: "workspaces", confidence: "imported" };
};

const countIn = (workspaces: readonly Workspace[], input: CountingInput): CountEnvironment => {
  const byEnvironment = groupBy(workspaces, ({ environmentId }) => environmentId);
  return (environmentId) => figureOf(byEnvironment.get(environmentId) ?? [], input);
};

/**
 * Each workspace imports for itself, also on the same environment; one with sample data imports nothing that counts
 * (CSI.sample-excluded). An environment that nobody named has no workspace.
 */
export const casesImported: EnvironmentCounting = {
  closed: true,
  count: (input) => (input.facts.workspaces === undefined ? undefined : countIn(input.facts.workspaces, input)),
};
