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

/** What is owned of each meter with these licences and no others. */
export type OwnedOf = (meter: MeterId) => number;

export const ownedWith = (licences: readonly Licence[], terms: Terms): OwnedOf => {
  const lines = entitle(holdingsOf(licences), terms);
  const all = [...lines, ...convertedLines(lines, terms.overrides)];
  return (meter) => all.reduce((sum, line) => (line.meter === meter ? sum + line.contribution.amount : sum), 0);
};

/** Facts `amount.<meter>`: by how much one owns `more` than the other, in the meter's unit; only meters that gain. */
export const amountsBetween = (more: OwnedOf, fewer: OwnedOf): Found["facts"] => {
  const amounts = meters.map(({ id }) => [`amount.${id}`, more(id) - fewer(id)] as const);
  return Object.fromEntries(amounts.filter(([, amount]) => amount > 0));
};

/** The same of two lists of licences. */
export const amountFacts = (more: readonly Licence[], fewer: readonly Licence[], terms: Terms): Found["facts"] =>
  amountsBetween(ownedWith(more, terms), ownedWith(fewer, terms));
