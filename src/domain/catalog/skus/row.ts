/** How the rows of SKUs are written. */
import type { ProductId } from "../products";

/** A row with a published identifier. `plans` tell the product from others; empty when none does. */
export type Row = readonly [
  skuId: string,
  skuPartNumber: string,
  product: ProductId,
  plans: readonly string[],
  trial?: "trial",
];

/** A row whose identifier is not published. All its plans must be there, or the part number must fit. */
export type UnpublishedRow =
  | { readonly product: ProductId; readonly plans: readonly string[] }
  | { readonly product: ProductId; readonly skuPartNumber: string };
