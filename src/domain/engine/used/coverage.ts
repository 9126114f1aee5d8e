/** Sums over environments that say who is missing. */
import type { Confidence, Instant, Known, Measured, Reason } from "../../measured";
import type { Coverage } from "../../snapshot/snapshot";

/** What one environment has to say to a meter. */
export interface Usage {
  readonly environmentId: string;
  readonly counted: Measured;
}

const doubt: Readonly<Record<Confidence, number>> = { measured: 0, imported: 1, estimated: 2 };

/** Of two known figures together: as old as the older, as sure as the less sure. */
const together = (one: Known, other: Known): Known => {
  const { source, confidence } = doubt[other.confidence] > doubt[one.confidence] ? other : one;
  const asOf = Date.parse(other.asOf) < Date.parse(one.asOf) ? other.asOf : one.asOf;
  return { kind: "known", value: one.value + other.value, asOf, source, confidence };
};

export interface Total {
  readonly used: Measured;
  readonly coverage: Coverage;
}

/** The one reason that all missing environments share, with the details where they share those too. */
const sharedReason = (first: Reason, others: readonly Reason[]): Reason => {
  if (others.some((other) => other.code !== first.code)) return { code: "noReading" };
  return others.every((other) => other.detail === first.detail) ? first : { code: first.code };
};

/**
 * Adds up what is known and lists what is missing; a missing figure never lowers the sum. Nothing known at all is
 * unknown. `nothing` stands when no environment can use the meter, for example because none has Dataverse.
 */
export const totalOf = (usages: readonly Usage[], nothing: { readonly asOf: Instant }): Total => {
  const known = usages.flatMap(({ counted }) => (counted.kind === "known" ? [counted] : []));
  const missing = usages.flatMap(({ environmentId, counted }) =>
    counted.kind === "unknown" ? [{ environmentId, reason: counted.reason }] : [],
  );
  const coverage = { read: known.length, total: usages.length, missing };
  const [first, ...others] = known;
  if (first !== undefined) return { used: others.reduce(together, first), coverage };
  const [gap, ...gaps] = missing.map(({ reason }) => reason);
  if (gap !== undefined) return { used: { kind: "unknown", reason: sharedReason(gap, gaps) }, coverage };
  const none: Measured = {
    ...{ kind: "known", value: 0, asOf: nothing.asOf },
    ...{ source: "powerplatform.environments", confidence: "measured" },
  };
  return { used: none, coverage };
};
