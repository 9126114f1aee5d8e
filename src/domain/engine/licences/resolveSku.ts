/** What a licence is: by identifier, by the customer's word, by its plans, or not known. */
import { isProductId, type ProductId } from "../../catalog/products";
import { allSkus, type Sku } from "../../catalog/skus";
import type { Decided, Override } from "../../settings";
import type { SkuGrade } from "../../snapshot/snapshot";
import { sameName } from "../names";

export interface SkuQuestion {
  readonly skuId: string;
  readonly skuPartNumber: string;
  /** Empty when the licence was read from a source without plans. */
  readonly planIds: readonly string[];
}

export interface KnownSku {
  readonly grade: Exclude<SkuGrade, "unknown">;
  readonly product: ProductId;
  readonly trialSku: boolean;
  readonly override?: Decided;
}

export type ResolvedSku = KnownSku | { readonly grade: "unknown" };

export type ResolveSku = (question: SkuQuestion) => ResolvedSku;

const unknown: ResolvedSku = { grade: "unknown" };
const inferred = (product: ProductId, trialSku: boolean): ResolvedSku => ({ grade: "inferred", product, trialSku });
const isNamed = (name: string | undefined, other: string): boolean => name !== undefined && sameName(name, other);

/** The one product of the rows, or `undefined` when they name none or several. */
const onlyProduct = (rows: readonly Sku[]): Sku | undefined =>
  new Set(rows.map(({ product }) => product)).size === 1 ? rows[0] : undefined;

/** Rows without identifier whose plans are all there. */
const expected = (rows: readonly Sku[], plans: ReadonlySet<string>): readonly Sku[] =>
  rows.filter((row) => row.skuId === undefined && row.plans.length > 0 && row.plans.every((plan) => plans.has(plan)));

/** Products that every catalogued plan of the licence allows; all of them where it has none. */
const allowed = (rows: readonly Sku[], plans: ReadonlySet<string>): readonly Sku[] => {
  const catalogued = rows.flatMap((row) => row.plans).filter((plan) => plans.has(plan));
  const carries = ({ product }: Sku, plan: string) =>
    rows.some((other) => other.product === product && other.plans.includes(plan));
  return rows.filter((row) => catalogued.every((plan) => carries(row, plan)));
};

const byPlans = (rows: readonly Sku[], planIds: readonly string[]): ResolvedSku => {
  const plans = new Set(planIds);
  const candidates = expected(rows, plans);
  const row = onlyProduct(candidates.length > 0 ? candidates : allowed(rows, plans));
  return row === undefined ? unknown : inferred(row.product, row.trial);
};

/**
 * Gives the answer for each licence of a tenant. In this order: the published identifier; the customer's mapping, which
 * is a decision and so counts as exact; the part number, because one product has several identifiers and not all of
 * them are published; service plans, where they leave exactly one product. A plan that stands in several products decides
 * nothing.
 */
export const skuResolver = (overrides: readonly Override[]): ResolveSku => {
  const rows = allSkus();
  const mappings = overrides.flatMap((override) => (override.kind === "sku" ? [override] : []));
  return ({ skuId, skuPartNumber, planIds }) => {
    const exact = rows.find((row) => isNamed(row.skuId, skuId));
    if (exact !== undefined) return { grade: "exact", product: exact.product, trialSku: exact.trial };
    const mapped = mappings.find((mapping) => sameName(mapping.skuId, skuId));
    if (mapped !== undefined && isProductId(mapped.product)) {
      const { product, by, at } = mapped;
      return { grade: "exact", product, trialSku: false, override: { by, at } };
    }
    const numbered = rows.find((row) => isNamed(row.skuPartNumber, skuPartNumber));
    return numbered === undefined ? byPlans(rows, planIds) : inferred(numbered.product, numbered.trial);
  };
};
