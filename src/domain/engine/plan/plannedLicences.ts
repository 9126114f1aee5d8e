/** Licences of a plan in one list: what stays, and what was bought as if it were held already. */
import { isProductId, products, type ProductId } from "../../catalog/products";
import { allSkus } from "../../catalog/skus";
import { hasEnded, isSuspendedSince, type Between } from "../licences/inForce";
import { counts, type Licence } from "../licences/licences";
import type { Stock } from "./licenceChanges";

const productIds: readonly ProductId[] = Object.keys(products).filter(isProductId);

const isTrial = (product: ProductId): boolean => allSkus().some((sku) => sku.product === product && sku.trial);

type Identity = Pick<Licence, "skuId" | "skuPartNumber" | "resolved">;

/** A licence of the same kind that the tenant holds, so that both count as one; else as the catalogue names it. */
const identityOf = (product: ProductId, trial: boolean, existing: readonly Licence[]): Identity => {
  const same = existing.find(
    (licence) =>
      counts(licence) &&
      licence.resolved.grade === "exact" &&
      licence.resolved.product === product &&
      licence.trial === trial,
  );
  if (same !== undefined) return same;
  const sku = allSkus().find((row) => row.product === product);
  return {
    skuId: sku?.skuId ?? product,
    skuPartNumber: sku?.skuPartNumber ?? "",
    resolved: { grade: "exact", product, trialSku: trial },
  };
};

const bought = (product: ProductId, quantity: number, existing: readonly Licence[]): Licence => {
  const trial = isTrial(product);
  const { skuId, skuPartNumber, resolved } = identityOf(product, trial, existing);
  return {
    ...{ id: `planned:${product}`, skuId, skuPartNumber, planNames: [], resolved },
    ...{ state: "active", trial, quantity },
  };
};

const hasGone = (licence: Licence, between: Between): boolean =>
  hasEnded(licence, between.asOf) || isSuspendedSince(licence, between);

/** In the order of the snapshot, then of the catalogue, whatever the order of the changes. */
export const plannedLicences = ({ existing, planned }: Stock, between: Between): readonly Licence[] => [
  ...existing.filter((licence) => !hasGone(licence, between)),
  ...productIds.flatMap((product) => {
    const quantity = planned.get(product) ?? 0;
    return quantity > 0 ? [bought(product, quantity, existing)] : [];
  }),
];
