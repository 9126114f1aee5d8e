/** Storage pools and their unit on the wire. */
import type { StoragePool } from "../../domain";
import { SourceError } from "../../app/errors";

const pools: Readonly<Record<string, StoragePool>> = { Database: "database", File: "file", Log: "log" };

export const poolOf = (capacityType: string): StoragePool | undefined => pools[capacityType];

/** Whole MB. The services count in MB; a figure in another unit would be a thousand times wrong, so it is refused. */
export function megabytes(value: number, unit: string): number {
  if (unit !== "MB" && unit !== "None") throw new SourceError("shapeChanged", `Storage is counted in ${unit}, not MB.`);
  return Math.round(value);
}
