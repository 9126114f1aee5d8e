/** Licences taken together as the catalogue counts them. */
import { products } from "../../catalog/products";
import type { Holding } from "../owned/entitle";
import { groupBy } from "../tally";
import { counts, type Licence } from "./licences";

const keyOf = (licence: Licence): string =>
  [licence.skuId, licence.skuPartNumber, licence.resolved.grade, licence.trial === true].join("|");

/** Whether the licence is of a known product and gives quota. */
export const grants = (licence: Licence): boolean => counts(licence) && licence.resolved.grade !== "unknown";

/** Licences of the same holding, by its key; only those that give quota. */
export const groupedByHolding = (licences: readonly Licence[]): ReadonlyMap<string, readonly Licence[]> =>
  groupBy(licences.filter(grants), keyOf);

const sum = (licences: readonly Licence[]): number => licences.reduce((total, { quantity }) => total + quantity, 0);

const holdingOf = (licences: readonly Licence[]): readonly Holding[] => {
  const [first] = licences;
  const quantity = sum(licences);
  if (first === undefined || first.resolved.grade === "unknown" || quantity === 0) return [];
  const { product, grade, override } = first.resolved;
  const inGrace = sum(licences.filter((licence) => licence.state === "grace"));
  const subscriptions = licences.filter((licence) => licence.quantity > 0).length;
  return [
    {
      ...{ product, grade, quantity, inGrace, subscriptions },
      skuPartNumber: first.skuPartNumber,
      trial: first.trial === true,
      ...(override === undefined ? {} : { override }),
    },
  ];
};

/** Holdings in the order of the catalogue's products. A trial whose nature is not known counts as bought. */
export const holdingsOf = (licences: readonly Licence[]): readonly Holding[] => {
  const order = Object.keys(products);
  const holdings = [...groupedByHolding(licences).values()].flatMap(holdingOf);
  return holdings.sort((one, other) => order.indexOf(one.product) - order.indexOf(other.product));
};
