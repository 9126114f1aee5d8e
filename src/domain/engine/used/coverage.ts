/** Sums over environments that say who is missing. */
import type { Confidence, Instant, Known, Measured, Reason } from "../../measured";
import type { Coverage } from "../../snapshot/snapshot";

/** What one environment has to say to a meter. */
export interface Usage {
  readonly environmentId: string;
  readonly counted: Measured;
}

const weakest: readonly Confidence[] = ["measured", "imported", "estimated"];

const weaker = (one: Confidence, other: Confidence): Confidence =>
  weakest.indexOf(one) > weakest.indexOf(other) ? one : other;

/** Of two known figures together: as old as the older, as sure as the less sure. */
const together = (one: Known, other: Known): Known => ({
  kind: "known",
  value: one.value + other.value,
  asOf: Date.parse(one.asOf) <= Date.parse(other.asOf) ? one.asOf : other.asOf,
  source: weaker(one.confidence, other.confidence) === one.confidence ? one.source : other.source,
  confidence: weaker(one.confidence, other.confidence),
});

export interface Total {
  readonly used: Measured;
  readonly coverage: Coverage;
}

const reasonOf = (counted: Measured): Reason | undefined => (counted.kind === "unknown" ? counted.reason : undefined);

/** The one reason that all missing environments share, without details, else that nothing was read. */
const sharedReason = (reasons: readonly Reason[]): Reason => {
  const [first, ...others] = reasons;
  if (first === undefined) return { code: "noReading" };
  if (!others.every((other) => other.code === first.code)) return { code: "noReading" };
  return others.every((other) => other.detail === first.detail) ? first : { code: first.code };
};

/**
 * Adds up what is known and lists what is missing; a missing figure never lowers the sum. Nothing known at all is
 * unknown. `nothing` stands when no environment can use the meter, for example because none has Dataverse.
 */
export const totalOf = (usages: readonly Usage[], nothing: { readonly asOf: Instant }): Total => {
  const known = usages.flatMap(({ counted }) => (counted.kind === "known" ? [counted] : []));
  const missing = usages.flatMap(({ environmentId, counted }) => {
    const reason = reasonOf(counted);
    return reason === undefined ? [] : [{ environmentId, reason }];
  });
  const coverage = { read: known.length, total: usages.length, missing };
  const [first, ...others] = known;
  if (first !== undefined) return { used: others.reduce(together, first), coverage };
  if (missing.length > 0) {
    return { used: { kind: "unknown", reason: sharedReason(missing.map(({ reason }) => reason)) }, coverage };
  }
  const none: Measured = {
    ...{ kind: "known", value: 0, asOf: nothing.asOf },
    ...{ source: "powerplatform.environments", confidence: "measured" },
  };
  return { used: none, coverage };
};
