/** Licences that the catalogue does not know, at the meters that they may give to (DATA.sku.unknown). */
import type { EditionId } from "../../catalog/editions";
import type { MeterId } from "../../catalog/meters";
import { sourceOf, type RuleId } from "../../catalog/rules";
import type { Contribution } from "../../snapshot/snapshot";
import { groupBy } from "../tally";
import { counts, type Licence } from "./licences";

const rule: RuleId = "DATA.sku.unknown";

/** A trial gives nothing but its environments; where nobody told what the licence is, it may be either. */
const mayGrant = ({ trial, mayGrant: meters }: Licence, meter: MeterId): boolean =>
  meters?.includes(meter) === true && trial !== (meter !== "trialEnvironments");

const sum = (licences: readonly Licence[]): number => licences.reduce((total, { quantity }) => total + quantity, 0);

const lineOf = (licences: readonly Licence[], { skuId, skuPartNumber }: Licence, edition: EditionId): Contribution => ({
  ...{ product: skuId, productName: skuPartNumber, quantity: sum(licences) },
  inGrace: sum(licences.filter(({ state }) => state === "grace")),
  ...{ perUnit: 0, once: false, amount: 0, rule, source: sourceOf(rule), edition },
  ...{ grade: "unknown", trial: false, note: "licenceNotKnown" },
});

/** One line a SKU, in the order of the licences; it adds nothing and says that what is owned may be more. */
export const openLines = (
  licences: readonly Licence[],
  edition: EditionId,
): ((meter: MeterId) => readonly Contribution[]) => {
  const unknown = licences.filter((licence) => counts(licence) && licence.quantity > 0);
  return (meter) => {
    const mine = groupBy(
      unknown.filter((licence) => mayGrant(licence, meter)),
      ({ skuId }) => skuId,
    );
    return [...mine.values()].flatMap((group) => group.slice(0, 1).map((first) => lineOf(group, first, edition)));
  };
};
