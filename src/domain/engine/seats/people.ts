/** Who holds which products. */
import type { ProductId } from "../../catalog/products";
import { relatedNames, relatedPlans } from "../../catalog/skus";
import type { Read } from "../../measured";
import type { Seat } from "../../snapshot/seats";
import type { Subject } from "../../snapshot/snapshot";
import type { Licence } from "../licences/licences";
import { sortedBy } from "../order";

export interface Person {
  readonly userId: string;
  readonly products: ReadonlySet<ProductId>;
  /** Also holds a licence that the catalogue does not know and that could be any of these products. */
  readonly doubtful: boolean;
}

export const personSubject = ({ userId }: { readonly userId: string }): Subject => ({
  type: "account",
  id: userId,
  name: userId,
});

/** A licence that the tenant does not list can be anything; an unknown one only by its name or plans. */
const couldBeAny = (licence: Licence | undefined): boolean => {
  if (licence === undefined) return true;
  const { resolved, skuPartNumber, planNames } = licence;
  const related = relatedNames.test(skuPartNumber) || planNames.some((name) => relatedPlans.test(name));
  return resolved.grade === "unknown" && related;
};

const productOf = (licence: Licence | undefined): readonly ProductId[] =>
  licence === undefined || licence.resolved.grade === "unknown" ? [] : [licence.resolved.product];

const personOf = (userId: string, held: readonly (Licence | undefined)[]): Person => ({
  userId,
  products: new Set(held.flatMap(productOf)),
  doubtful: held.some(couldBeAny),
});

/** Everybody who holds a licence, in the order of ids; `undefined` when the seats were not read. */
export const peopleOf = (
  seats: Read<readonly Seat[]> | undefined,
  licences: readonly Licence[],
): readonly Person[] | undefined => {
  if (seats?.kind !== "read") return undefined;
  const bySku = new Map(licences.map((licence) => [licence.skuId, licence]));
  const held = new Map<string, (Licence | undefined)[]>();
  for (const { userId, skuId } of seats.value) {
    const mine = held.get(userId) ?? [];
    mine.push(bySku.get(skuId));
    held.set(userId, mine);
  }
  return sortedBy(
    [...held].map(([userId, mine]) => personOf(userId, mine)),
    ({ userId }) => userId,
  );
};
