/** `GET licensing/allocationsByEnvironment` (apis.md 7.1): what is set aside for each environment, in one answer. */
import * as v from "valibot";
import type { Allocation } from "../../domain";
import type { AllocationsByEnvironment } from "../../app/ports";
import { environmentId } from "../http/guid";
import type { Service } from "./connect";
import { licensingRows } from "./licensingRows";

const row = v.object({
  environmentId,
  currencyAllocations: v.array(
    v.object({ currencyType: v.string(), allocated: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  ),
});

export async function readAllocations(powerPlatform: Service, signal: AbortSignal): Promise<AllocationsByEnvironment> {
  const rows = await licensingRows(powerPlatform, "allocationsByEnvironment", { item: row, signal });
  const found = new Map<string, Map<string, number>>();
  for (const { environmentId: id, currencyAllocations } of rows) {
    // What comes twice is the same figure again, not a second one.
    const mine = found.get(id) ?? new Map<string, number>();
    for (const { currencyType, allocated } of currencyAllocations) mine.set(currencyType, allocated);
    found.set(id, mine);
  }
  return new Map([...found].map(([id, mine]) => [id, allocationsOf(mine)]));
}

const allocationsOf = (byType: ReadonlyMap<string, number>): readonly Allocation[] =>
  [...byType].map(([type, allocated]) => ({ type, allocated }));
