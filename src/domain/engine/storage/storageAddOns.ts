/** How much storage to buy (CC.storage.more). */
import { storageAddOn, type StorageMeterId } from "../../catalog/storage";
import { products, type ProductId } from "../../catalog/products";

/** Capacity add-ons that cover what is over, in MB; each pool in itself. */
export const addOnUnits = (overMb: number): number => Math.ceil(overMb / storageAddOn.size);

export interface StoragePurchase {
  readonly product: ProductId;
  readonly productName: string;
  readonly units: number;
}

/** What to buy for a pool that is over by so many MB. */
export const storagePurchase = (meter: StorageMeterId, overMb: number): StoragePurchase => {
  const product = storageAddOn.products[meter];
  return { product, productName: products[product].name, units: addOnUnits(overMb) };
};
