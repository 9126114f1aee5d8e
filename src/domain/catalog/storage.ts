/** Facts of the three storage pools; amounts in MB. */
import type { MeterId } from "./meters";
import type { EnvironmentType, StoragePool } from "../snapshot/facts";

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

export const isStorageMeter = (meter: MeterId): meter is StorageMeterId => storageMeters.some((id) => id === meter);
