/** What storage pools lack after a plan, their add-ons taken together. */
import type { MeterId } from "../../catalog/meters";
import type { ProductId } from "../../catalog/products";
import { storageAddOn, type StorageMeterId } from "../../catalog/storage";
import type { MeterReport } from "../../snapshot/snapshot";

type SizeOf = (product: ProductId, meter: MeterId) => number;

/** In MB: what is lacking, and what whole add-ons leave over. */
interface Filled {
  readonly lacking: number;
  readonly spare: number;
}

const fill = (over: number, lent: number, size: number): Filled => {
  const lacking = Math.max(0, over - lent);
  const bought = size > 0 ? Math.ceil(lacking / size) * size : lacking;
  return { lacking, spare: bought - lacking };
};

/**
 * What each pool lacks when its sisters buy whole add-ons first (STO.overflow): what database add-ons leave over covers
 * log and file, what log add-ons leave over covers file.
 */
export const storageLacks = (reports: readonly MeterReport[], sizeOf: SizeOf): ReadonlyMap<MeterId, number> => {
  const over = (meter: StorageMeterId) =>
    reports.reduce((sum, report) => (report.meter === meter ? sum + report.over : sum), 0);
  const size = (meter: StorageMeterId) => sizeOf(storageAddOn.products[meter], meter);
  const database = fill(over("storageDatabase"), 0, size("storageDatabase"));
  const log = fill(over("storageLog"), database.spare, size("storageLog"));
  const left = Math.max(0, database.spare - over("storageLog"));
  const file = fill(over("storageFile"), log.spare + left, size("storageFile"));
  return new Map<MeterId, number>([
    ["storageDatabase", database.lacking],
    ["storageFile", file.lacking],
    ["storageLog", log.lacking],
  ]);
};
