/** Facts of the three storage pools; amounts in MB. */
import type { MeterId } from "./meters";
import type { EnvironmentType, StoragePool } from "../snapshot/facts";
import type { Operation } from "../snapshot/snapshot";
import type { ProductId } from "./products";

export const poolOf = {
  storageDatabase: "database",
  storageFile: "file",
  storageLog: "log",
} as const satisfies Partial<Record<MeterId, StoragePool>>;

export type StorageMeterId = keyof typeof poolOf;

export const storageMeters = ["storageDatabase", "storageFile", "storageLog"] as const satisfies readonly MeterId[];

/** STO.env.excluded: these take nothing of the pools. Holds for storage and for nothing else. */
export const typesWithoutStorage: readonly EnvironmentType[] = ["teams", "trial", "preview", "support", "developer"];

/** STO.env.default: what the default environment brings along. */
export const defaultAllowance: Readonly<Record<StoragePool, number>> = { database: 3_000, file: 3_000, log: 1_000 };

/** STO.blocked-operations: free database below which some operations are refused even without overage. */
export const freeNeeded = 1_000;

/** STO.extension: what the one extension allows although storage is over. */
export const allowedByExtension: readonly Operation[] = ["copy", "restore"];

/** STO.allocation: share in percent of an environment's allocation above which there are mails. */
export const allocationAlertPercent = 85;

/** CC.storage.more: what one capacity add-on gives, in MB, and the add-on of each pool. */
export const storageAddOn: {
  readonly size: number;
  readonly products: Readonly<Record<StorageMeterId, ProductId>>;
} = {
  size: 1_000,
  products: {
    storageDatabase: "dataverseDatabase",
    storageFile: "dataverseFile",
    storageLog: "dataverseLog",
  },
};

export const isStorageMeter = (meter: MeterId): meter is StorageMeterId => storageMeters.some((id) => id === meter);
