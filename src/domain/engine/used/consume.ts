/** Readings that are not storage and not installations: people, interactions, routes, minutes. */
import type { MeterId, Reset } from "../../catalog/meters";
import type { Instant, Measured, ReasonCode } from "../../measured";
import type { Settings } from "../../settings";
import { environmentCountings } from "./counting";
import type { CountEnvironment } from "./countingInput";
import { isCurrent } from "./imports";
import type { EntitlementRow, Environment, EnvironmentFacts, ImportedReading } from "../../snapshot/facts";

export interface ReadingContext {
  readonly settings: Settings;
  readonly asOf: Instant;
  readonly factsOf: (environmentId: string) => EnvironmentFacts | undefined;
  readonly importedOf: (environmentId: string, meter: MeterId) => ImportedReading | undefined;
  /** How the meter is counted from what was handed in; `undefined` when nothing was. */
  readonly countOf: (meter: MeterId) => CountEnvironment | undefined;
}

export interface ReadMeter {
  readonly id: MeterId;
  readonly reset: Reset;
}

const unknown = (code: ReasonCode): Measured => ({ kind: "unknown", reason: { code } });

interface Consumed {
  readonly value: number;
  readonly measuredAt: Instant;
}

const consumedOf = (rows: readonly EntitlementRow[], readAt: Instant): readonly Consumed[] =>
  rows.flatMap(({ consumed, measuredAt }) =>
    consumed === undefined ? [] : [{ value: Math.ceil(consumed), measuredAt: measuredAt ?? readAt }],
  );

const earliest = (instants: readonly Instant[], otherwise: Instant): Instant =>
  instants.reduce((first, instant) => (Date.parse(instant) < Date.parse(first) ? instant : first), otherwise);

/** The official figure: the sum of the rows bound to the meter. Parts of a unit count as a whole one. */
const bound = (meter: ReadMeter, environment: Environment, context: ReadingContext): Measured => {
  const { bindings } = context.settings;
  const ids = bindings.filter((binding) => binding.meter === meter.id).map((binding) => binding.entitlementId);
  if (ids.length === 0) return unknown("notBound");
  const entitlements = context.factsOf(environment.id)?.entitlements;
  if (entitlements === undefined) return unknown("sourceNotRead");
  if (entitlements.kind === "notRead") return { kind: "unknown", reason: entitlements.reason };
  const rows = entitlements.value.filter((row) => ids.includes(row.entitlementId));
  const current = consumedOf(rows, entitlements.asOf).filter(({ measuredAt }) =>
    isCurrent(measuredAt, meter.reset, context),
  );
  if (current.length === 0 || current.length < rows.length) return unknown("noReading");
  return {
    kind: "known",
    value: current.reduce((sum, { value }) => sum + value, 0),
    asOf: earliest(
      current.map(({ measuredAt }) => measuredAt),
      entitlements.asOf,
    ),
    source: "powerplatform.entitlements",
    confidence: "measured",
  };
};

const imported = (meter: ReadMeter, environment: Environment, context: ReadingContext): Measured | undefined => {
  const reading = context.importedOf(environment.id, meter.id);
  if (reading === undefined || !isCurrent(reading.measuredAt, meter.reset, context)) return undefined;
  const { value, measuredAt: asOf } = reading;
  return { kind: "known", value, asOf, source: "import.csv", confidence: "imported" };
};

/**
 * The figure of one environment for one meter: the bound row, which is official; else the imported reading, which
 * somebody saw in the product; else what the log says; else unknown with the reason why there is no official one.
 * Environments of every type are asked (CI-J.interacted-people.environments).
 */
export const readingOf = (meter: ReadMeter, environment: Environment, context: ReadingContext): Measured => {
  const official = bound(meter, environment, context);
  if (official.kind === "known") return official;
  return imported(meter, environment, context) ?? context.countOf(meter.id)?.(environment.id) ?? official;
};

/**
 * Whether the meter can be used there at all: without Dataverse there is nobody to count, unless somebody counted. A
 * closed meter concerns only what was handed in.
 */
export const concerns = (meter: ReadMeter, environment: Environment, context: ReadingContext): boolean => {
  const counted = context.countOf(meter.id)?.(environment.id) !== undefined;
  if (counted || context.importedOf(environment.id, meter.id) !== undefined) return true;
  return environmentCountings[meter.id]?.closed !== true && environment.instanceUrl !== undefined;
};
