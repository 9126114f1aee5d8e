/** Which licences are in force at an instant, by the dates that somebody told (GEN.licence.active). */
import type { Instant } from "../../measured";
import { counts, type Licence } from "./licences";

const isBy = (instant: Instant | undefined, asOf: Instant): boolean =>
  instant !== undefined && Date.parse(instant) <= Date.parse(asOf);

/** Ended on its last instant already. What nobody told to end is taken to go on. */
export const hasEnded = ({ renewal, renewsAt }: Licence, asOf: Instant): boolean =>
  renewal === "ends" && isBy(renewsAt, asOf);

/** Bought later; what has no date is there from the beginning. */
const isYetToBegin = ({ createdAt }: Licence, asOf: Instant): boolean =>
  createdAt !== undefined && !isBy(createdAt, asOf);

/**
 * The same licences as they stand at an instant, which may be another one than that of the reading: one that has ended
 * since is `cancelled`, one that was not bought yet `suspended`, and neither gives quota.
 */
export const inForceAt = (licences: readonly Licence[], asOf: Instant): readonly Licence[] =>
  licences.map((licence) => {
    if (!counts(licence)) return licence;
    if (hasEnded(licence, asOf)) return { ...licence, state: "cancelled" };
    return isYetToBegin(licence, asOf) ? { ...licence, state: "suspended" } : licence;
  });
