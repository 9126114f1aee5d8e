import { allocationAlertPercent, poolOf, storageMeters, type StorageMeterId } from "../../catalog/storage";
import type { StoragePool } from "../../snapshot/facts";
import type { EnvironmentReport } from "../../snapshot/snapshot";
import type { Check, CheckInput, Found } from "./check";

/** As the licensing API names the pools. */
const allocationTypes: Readonly<Record<StoragePool, string>> = { database: "Database", file: "File", log: "Log" };

const allocatedOf = (pool: StoragePool, environmentId: string, { factsOf }: CheckInput): number => {
  const allocations = factsOf(environmentId)?.allocations;
  if (allocations?.kind !== "read") return 0;
  return allocations.value.reduce(
    (sum, { type, allocated }) => (type === allocationTypes[pool] ? sum + allocated : sum),
    0,
  );
};

const one = (environment: EnvironmentReport, meter: StorageMeterId, input: CheckInput): readonly Found[] => {
  const { id, name, usage } = environment;
  const pool = poolOf[meter];
  const counted = usage.find((item) => item.meter === meter)?.counted;
  const allocated = allocatedOf(pool, id, input);
  if (counted?.kind !== "known" || allocated <= 0) return [];
  const used = counted.value;
  if (100 * used <= allocationAlertPercent * allocated) return [];
  return [
    {
      id: `allocationNearlyUsed:${id}:${pool}`,
      kind: "allocationNearlyUsed",
      subjects: [{ type: "environment", id, name }],
      facts: {
        ...{ environment: name, meter, pool, allocated, used },
        ...{ percent: Math.floor((100 * used) / allocated), thresholdPercent: allocationAlertPercent },
        over: Math.max(0, used - allocated),
      },
    },
  ];
};

/** Environments that use more than 85 % of the storage set aside for them (STO.allocation). */
export const allocationNearlyUsed: Check = (input) =>
  input.environmentReports.flatMap((environment) => storageMeters.flatMap((meter) => one(environment, meter, input)));
