/** Licences that stand to go: in the grace period, or with their next date near. */
import { dayOf, daysBetween } from "../../calendar";
import type { Instant } from "../../measured";
import { sortedBy } from "../order";
import { termsOf } from "../owned/own";
import type { Found, QuotaInput } from "./check";
import { amountsBetween, knownLicences, licenceFacts, ownedWith, type KnownLicence } from "./licenceFacts";

/** How many days ahead a date is near. */
export const nearDays = 60;

export interface Ending {
  readonly licence: KnownLicence;
  /** Days to its next date; absent when none is known. */
  readonly days?: number;
  readonly facts: Found["facts"];
}

const daysTo = ({ renewsAt }: KnownLicence, asOf: Instant): number | undefined =>
  renewsAt === undefined ? undefined : daysBetween(dayOf(asOf, "UTC"), dayOf(renewsAt, "UTC"));

const isNear = (days: number | undefined): boolean => days !== undefined && days >= 0 && days <= nearDays;

const dateFacts = ({ renewsAt, renewal }: KnownLicence, days: number | undefined): Found["facts"] => ({
  renewal: renewal ?? "notTold",
  ...(renewsAt === undefined ? {} : { endsOn: dayOf(renewsAt, "UTC") }),
  ...(days === undefined ? {} : { days }),
});

const endings = ({ licences, settings, asOf }: QuotaInput): readonly Ending[] => {
  const terms = termsOf(settings, asOf);
  const near = knownLicences(licences).filter((licence) => licence.state === "grace" || isNear(daysTo(licence, asOf)));
  let left = { licences, owned: ownedWith(licences, terms) };
  return sortedBy(
    near,
    ({ renewsAt }) => (renewsAt === undefined ? "" : dayOf(renewsAt, "UTC")),
    ({ id }) => id,
  ).map((licence) => {
    const others = left.licences.filter((other) => other !== licence);
    const without = { licences: others, owned: ownedWith(others, terms) };
    const days = daysTo(licence, asOf);
    const amounts = amountsBetween(left.owned, without.owned);
    const facts = { ...licenceFacts(licence), ...dateFacts(licence, days), ...amounts };
    if (licence.renewal !== "renews") left = without;
    return { licence, ...(days === undefined ? {} : { days }), facts };
  });
};

/** One answer a question: two checks ask it. */
const answers = new WeakMap<QuotaInput, readonly Ending[]>();

/**
 * In the order in which they go. What each of them takes along is reckoned after those before it have gone, so that
 * something that comes once to a tenant goes with the last licence that gives it; those that renew do not go.
 */
export const endingsOf = (input: QuotaInput): readonly Ending[] => {
  const answer = answers.get(input) ?? endings(input);
  answers.set(input, answer);
  return answer;
};
