import { dayOf, daysBetween } from "../../calendar";
import { longestTrialDays } from "../../catalog/trials";
import type { Instant } from "../../measured";
import type { Licence } from "../licences/licences";
import { termsOf } from "../owned/own";
import type { Check, Found } from "./check";
import { amountFacts, knownLicences, licenceFacts, licenceSubject, type KnownLicence } from "./licenceFacts";

/**
 * Why a licence that counts as a trial may be bought: it was only recognised as one and the subscription says otherwise,
 * or it is older than a trial can be. Published trial SKUs that are free for ever say no trial too, so these are left out.
 */
const reasonFor = ({ toldTrial, resolved, createdAt }: KnownLicence, asOf: Instant): Found["facts"] | undefined => {
  if (toldTrial === false) return resolved.grade === "inferred" ? { reason: "subscription" } : undefined;
  if (toldTrial === undefined || resolved.trialSku || createdAt === undefined) return undefined;
  const createdOn = dayOf(createdAt, "UTC");
  const days = daysBetween(createdOn, dayOf(asOf, "UTC"));
  return days > longestTrialDays ? { reason: "age", createdOn, days, longestDays: longestTrialDays } : undefined;
};

const asBought = (licences: readonly Licence[], licence: KnownLicence): readonly Licence[] =>
  licences.map((other) => (other === licence ? { ...licence, trial: false } : other));

/** Licences that count as trials, and so give no paid quota, though something speaks against it. */
export const paidAsTrial: Check = ({ licences, settings, asOf }) =>
  knownLicences(licences)
    .filter(({ trial }) => trial === true)
    .flatMap((licence) => {
      const reason = reasonFor(licence, asOf);
      if (reason === undefined) return [];
      const amounts = amountFacts(asBought(licences, licence), licences, termsOf(settings, asOf));
      return [
        {
          id: `paidAsTrial:${licence.id}`,
          kind: "paidAsTrial",
          subjects: [licenceSubject(licence)],
          facts: { ...licenceFacts(licence), ...reason, ...amounts },
        },
      ];
    });
