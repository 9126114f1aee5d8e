/** Licences taken together as the catalogue counts them. */
import { products } from "../../catalog/products";
import type { Holding } from "../owned/entitle";
import { groupBy } from "../tally";
import { counts, type Licence } from "./licences";
import type { KnownSku } from "./resolveSku";

/** A licence that gives quota. */
export type Granting = Licence & { readonly resolved: KnownSku };

export const isGranting = (licence: Licence): licence is Granting =>
  counts(licence) && licence.resolved.grade !== "unknown" && licence.quantity > 0;

/** The same for everything that counts as one: several identifiers may have one part number. */
export const holdingKey = ({
  product,
  skuPartNumber,
  grade,
  trial,
}: Pick<Holding, "product" | "skuPartNumber" | "grade" | "trial">): string =>
  JSON.stringify([product, skuPartNumber, grade, trial]);

/** A trial whose nature is not known counts as bought. */
export const keyOf = ({ resolved: { product, grade }, skuPartNumber, trial }: Granting): string =>
  holdingKey({ product, skuPartNumber, grade, trial: trial === true });

/** Licences of the same holding, by its key; only those that give quota. */
export const groupedByHolding = (licences: readonly Licence[]): ReadonlyMap<string, readonly Granting[]> =>
  groupBy(licences.filter(isGranting), keyOf);

const sum = (licences: readonly Licence[]): number => licences.reduce((total, { quantity }) => total + quantity, 0);

const holdingOf = (licences: readonly Granting[], { resolved, skuPartNumber, trial }: Granting): Holding => ({
  ...{ product: resolved.product, grade: resolved.grade, skuPartNumber, trial: trial === true },
  quantity: sum(licences),
  inGrace: sum(licences.filter(({ state }) => state === "grace")),
  subscriptions: licences.length,
  ...(resolved.override === undefined ? {} : { override: resolved.override }),
});

/** Holdings in the order of the catalogue's products. */
export const holdingsOf = (licences: readonly Licence[]): readonly Holding[] => {
  const order = Object.keys(products);
  const groups = [...groupedByHolding(licences).values()];
  const holdings = groups.flatMap((group) => group.slice(0, 1).map((first) => holdingOf(group, first)));
  return holdings.sort((one, other) => order.indexOf(one.product) - order.indexOf(other.product));
};
