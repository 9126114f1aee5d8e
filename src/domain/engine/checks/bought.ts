/** What is held and no trial, by product. */
import { products, type ProductId } from "../../catalog/products";
import type { Subject } from "../../snapshot/snapshot";
import type { Holding } from "../owned/entitle";

/** Licences of each product, in the order of the holdings; a product without any is not there. */
export const boughtOf = (holdings: readonly Holding[]): ReadonlyMap<ProductId, number> => {
  const bought = new Map<ProductId, number>();
  for (const { product, quantity } of holdings.filter(({ trial }) => !trial)) {
    bought.set(product, (bought.get(product) ?? 0) + quantity);
  }
  return bought;
};

/** Licences of these products together. */
export const unitsOf = (products: readonly ProductId[], bought: ReadonlyMap<ProductId, number>): number =>
  [...bought].reduce((sum, [product, quantity]) => (products.includes(product) ? sum + quantity : sum), 0);

export const productSubject = (product: ProductId): Subject => ({
  type: "product",
  id: product,
  name: products[product].name,
});

/** The facts by which a sentence names a product. */
export const productFacts = (product: ProductId): { readonly product: string; readonly productName: string } => ({
  product,
  productName: products[product].name,
});
