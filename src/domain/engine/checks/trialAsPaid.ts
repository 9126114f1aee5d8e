import { trialNames } from "../../catalog/trials";
import type { TenantFacts } from "../../snapshot/facts";
import { termsOf } from "../owned/own";
import type { Check } from "./check";
import { amountFacts, knownLicences, licenceFacts, licenceSubject, type KnownLicence } from "./licenceFacts";

const hasTrial = ({ companySubscriptions }: TenantFacts, skuId: string): boolean =>
  companySubscriptions.kind === "read" &&
  companySubscriptions.value.some((subscription) => subscription.skuId === skuId && subscription.isTrial);

/** Why a licence that counts as bought may be a trial. */
const reasonFor = ({ skuId, skuPartNumber, trial }: KnownLicence, facts: TenantFacts): string | undefined => {
  if (trial === true) return undefined;
  if (trialNames.test(skuPartNumber)) return "name";
  return trial === undefined && hasTrial(facts, skuId) ? "mixed" : undefined;
};

/**
 * Licences that count as bought though their name, or a trial of the same SKU, speaks against it. Where nothing is owned
 * because of one, it makes no difference what it is.
 */
export const trialAsPaid: Check = ({ licences, facts, settings, asOf }) =>
  knownLicences(licences).flatMap((licence) => {
    const reason = reasonFor(licence, facts);
    if (reason === undefined) return [];
    const without = licences.filter((other) => other !== licence);
    const amounts = amountFacts(licences, without, termsOf(settings, asOf));
    if (Object.keys(amounts).length === 0) return [];
    return [
      {
        id: `trialAsPaid:${licence.id}`,
        kind: "trialAsPaid",
        subjects: [licenceSubject(licence)],
        facts: { ...licenceFacts(licence), reason, ...amounts },
      },
    ];
  });
