/** `GET licensing/tenantCapacity` (apis.md 3.2): what Power Platform itself says about the storage pools. */
import * as v from "valibot";
import type { TenantCapacity } from "../../domain";
import { measuredInstant } from "../http/instant";
import { getJson } from "../http/readJson";
import { powerPlatformApiVersion, type Service } from "./connect";
import { megabytes, poolOf } from "./storage";

const path = `/licensing/tenantCapacity?api-version=${powerPlatformApiVersion}`;

const capacity = v.object({
  capacityType: v.string(),
  capacityUnits: v.string(),
  totalCapacity: v.number(),
  status: v.string(),
  consumption: v.object({ actual: v.number(), rated: v.number(), actualUpdatedOn: measuredInstant }),
  capacityEntitlements: v.nullish(v.array(v.object({ capacitySubType: v.string(), totalCapacity: v.number() })), []),
});

type WireCapacity = v.InferOutput<typeof capacity>;

const answer = v.object({ tenantCapacities: v.array(capacity) });

export async function readTenantCapacity(powerPlatform: Service, signal: AbortSignal): Promise<TenantCapacity> {
  const url = `${powerPlatform.origin}${path}`;
  const { tenantCapacities } = await getJson(powerPlatform.send, { url, schema: answer, signal });
  return {
    pools: tenantCapacities.flatMap(toPool),
    others: tenantCapacities.filter(({ capacityType }) => !poolOf(capacityType)).map(toOther),
  };
}

/**
 * The sub-types are added, never the licences below them: the base plan stands there once for each product and is
 * granted once.
 */
const ownedOf = ({ capacityEntitlements, totalCapacity }: WireCapacity): number =>
  capacityEntitlements.length === 0
    ? totalCapacity
    : capacityEntitlements.reduce((sum, subType) => sum + subType.totalCapacity, 0);

function toPool(row: WireCapacity): TenantCapacity["pools"] {
  const pool = poolOf(row.capacityType);
  if (!pool) return [];
  const { actual, rated, actualUpdatedOn } = row.consumption;
  return [
    {
      pool,
      total: megabytes(ownedOf(row), row.capacityUnits),
      actual: megabytes(actual, row.capacityUnits),
      rated: megabytes(rated, row.capacityUnits),
      status: row.status,
      ...(actualUpdatedOn ? { measuredAt: actualUpdatedOn } : {}),
    },
  ];
}

const toOther = (row: WireCapacity) => ({
  type: row.capacityType,
  unit: row.capacityUnits,
  total: row.totalCapacity,
  actual: row.consumption.actual,
});
