/** Which licences are in force at an instant, by the dates that somebody told (GEN.licence.active). */
import type { Instant } from "../../measured";
import { counts, type Licence } from "./licences";

const isBy = (instant: Instant | undefined, asOf: Instant): boolean =>
  instant !== undefined && Date.parse(instant) <= Date.parse(asOf);

/** The instant of the question, and the one at which the directory said how the licences stand. */
export interface Between {
  readonly readAt: Instant;
  readonly asOf: Instant;
}

/** Ended on its last instant already. What nobody told to end is taken to go on. */
export const hasEnded = ({ renewal, renewsAt }: Licence, asOf: Instant): boolean =>
  renewal === "ends" && isBy(renewsAt, asOf);

/**
 * Units in the grace period whose next date has come since they were read: suspended, because nobody renewed them as far
 * as is known. A date that had passed by then has not suspended them.
 */
export const isSuspendedSince = ({ state, renewal, renewsAt }: Licence, { readAt, asOf }: Between): boolean =>
  state === "grace" && renewal !== "renews" && isBy(renewsAt, asOf) && !isBy(renewsAt, readAt);

/** Bought later; what has no date is there from the beginning. */
const isYetToBegin = ({ createdAt }: Licence, asOf: Instant): boolean =>
  createdAt !== undefined && !isBy(createdAt, asOf);

/**
 * The same licences as they stand at an instant, which may be another one than that of the reading: one that has ended
 * since is `cancelled`, one that was not bought yet or whose grace is over `suspended`, and none of them gives quota.
 */
export const inForceAt = (licences: readonly Licence[], between: Between): readonly Licence[] =>
  licences.map((licence) => {
    if (!counts(licence)) return licence;
    if (hasEnded(licence, between.asOf)) return { ...licence, state: "cancelled" };
    const suspended = isSuspendedSince(licence, between) || isYetToBegin(licence, between.asOf);
    return suspended ? { ...licence, state: "suspended" } : licence;
  });
