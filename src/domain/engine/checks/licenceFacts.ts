/** How findings name a licence, and what it gives by itself. */
import { meters, type MeterId } from "../../catalog/meters";
import { products } from "../../catalog/products";
import type { Subject } from "../../snapshot/snapshot";
import { entitle, type Terms } from "../owned/entitle";
import { holdingsOf } from "../licences/holdings";
import { counts, type Licence } from "../licences/licences";
import { convertedLines } from "../owned/overrides";
import type { ResolvedSku } from "../licences/resolveSku";
import { productFacts } from "./bought";
import type { Found } from "./check";

/** A licence of a product that the catalogue knows. */
export interface KnownLicence extends Licence {
  readonly resolved: Exclude<ResolvedSku, { grade: "unknown" }>;
}

const isKnown = (licence: Licence): licence is KnownLicence => licence.resolved.grade !== "unknown";

/** Licences in force of known products that have units. */
export const knownLicences = (licences: readonly Licence[]): readonly KnownLicence[] =>
  licences.filter((licence) => counts(licence) && licence.quantity > 0).filter(isKnown);

export const licenceSubject = ({ id, resolved }: KnownLicence): Subject => ({
  type: "licence",
  id,
  name: products[resolved.product].name,
});

const trialWord = (trial: boolean | undefined): string => {
  if (trial === undefined) return "notTold";
  return trial ? "yes" : "no";
};

/** Facts `skuPartNumber`, `product`, `productName`, `quantity` and `trial` (`yes`, `no` or `notTold`). */
export const licenceFacts = ({ skuPartNumber, resolved, quantity, trial }: KnownLicence): Found["facts"] => ({
  skuPartNumber,
  ...productFacts(resolved.product),
  quantity,
  trial: trialWord(trial),
});

const ownedWith = (licences: readonly Licence[], terms: Terms): ((meter: MeterId) => number) => {
  const lines = entitle(holdingsOf(licences), terms);
  const all = [...lines, ...convertedLines(lines, terms.overrides)];
  return (meter) => all.reduce((sum, line) => (line.meter === meter ? sum + line.contribution.amount : sum), 0);
};

/** Facts `amount.<meter>`: by how much `more` own more than `fewer`, in the meter's unit; only meters that gain. */
export const amountFacts = (more: readonly Licence[], fewer: readonly Licence[], terms: Terms): Found["facts"] => {
  const owned = ownedWith(more, terms);
  const left = ownedWith(fewer, terms);
  const amounts = meters.map(({ id }) => [`amount.${id}`, owned(id) - left(id)] as const);
  return Object.fromEntries(amounts.filter(([, amount]) => amount > 0));
};
