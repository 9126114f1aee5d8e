/** Figures that were handed in as readings: which of them stand. */
import { monthOf } from "../../calendar";
import type { MeterId, Reset } from "../../catalog/meters";
import type { Instant } from "../../measured";
import type { Settings } from "../../settings";
import type { ImportedReading } from "../../snapshot/facts";

interface Question {
  readonly settings: Settings;
  readonly asOf: Instant;
}

/** A reading of an earlier month says nothing about this month's use (GEN.reset.monthly). */
export const isCurrent = (measuredAt: Instant, reset: Reset, { settings: { policy }, asOf }: Question): boolean =>
  reset !== "firstOfMonth" || monthOf(measuredAt, policy.timeZone) === monthOf(asOf, policy.timeZone);

const later = (one: ImportedReading | undefined, other: ImportedReading): ImportedReading => {
  if (one === undefined) return other;
  const order = Date.parse(one.measuredAt) - Date.parse(other.measuredAt);
  return order > 0 || (order === 0 && one.value > other.value) ? one : other;
};

/** The latest reading for each environment and meter; of two of the same time the larger. */
export const latestImports = (
  readings: readonly ImportedReading[],
): ((environmentId: string, meter: MeterId) => ImportedReading | undefined) => {
  const latest = new Map<string, ImportedReading>();
  const keyOf = (environmentId: string, meter: MeterId) => `${meter}|${environmentId}`;
  for (const reading of readings) {
    const key = keyOf(reading.environmentId, reading.meter);
    latest.set(key, later(latest.get(key), reading));
  }
  return (environmentId, meter) => latest.get(keyOf(environmentId, meter));
};
