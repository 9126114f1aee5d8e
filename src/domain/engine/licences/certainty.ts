/** How sure the licences are that were read. */
import type { Grant } from "../../catalog/grant";
import type { MeterId } from "../../catalog/meters";
import type { Reason } from "../../measured";
import type { TenantFacts } from "../../snapshot/facts";
import { counts, type Licence } from "./licences";
import type { Terms } from "../owned/entitle";
import { openLines } from "./openLines";
import type { Certainty } from "../owned/own";

/** What the directory was asked for. */
export type DirectoryReads = Pick<TenantFacts, "subscribedSkus" | "companySubscriptions">;

const isTrialMeter = (meter: MeterId, grants: readonly Grant[]): boolean =>
  grants.some((grant) => grant.meter === meter && grant.trial === true);

/** Trials need the subscriptions: nothing else says what is a trial. */
const missing = (meter: MeterId, facts: DirectoryReads, grants: readonly Grant[]): Reason | undefined => {
  if (facts.subscribedSkus.kind === "notRead") return facts.subscribedSkus.reason;
  if (facts.companySubscriptions.kind === "notRead" && isTrialMeter(meter, grants)) {
    return facts.companySubscriptions.reason;
  }
  return undefined;
};

/** `asOf` stands in when the licences were not read; nothing is owned then that could carry it. */
export const certaintyOf = (
  facts: DirectoryReads,
  licences: readonly Licence[],
  { grants, asOf, edition }: Pick<Terms, "grants" | "asOf" | "edition">,
): Certainty => ({
  asOf: facts.subscribedSkus.kind === "read" ? facts.subscribedSkus.asOf : asOf,
  trialsKnown: licences.every((licence) => !counts(licence) || licence.trial !== undefined),
  missing: (meter) => missing(meter, facts, grants),
  open: openLines(licences, edition),
});
