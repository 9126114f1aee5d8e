/** `GET licensing/environments/{id}/entitlements` (apis.md 7.2). */
import * as v from "valibot";
import type { EntitlementRow } from "../../domain";
import type { Service } from "./connect";
import { dayOrInstant, isMeasured, licensingRows } from "./licensingRows";

const row = v.pipe(
  v.object({
    entitlementId: v.string(),
    productCategories: v.nullish(v.array(v.string()), []),
    entitlement: v.object({
      unit: v.nullish(v.string(), ""),
      capacity: v.nullish(
        v.object({
          consumed: v.nullish(v.object({ value: v.nullish(v.number()), lastUpdatedOn: v.nullish(dayOrInstant) })),
        }),
      ),
    }),
  }),
  v.transform(({ entitlementId, productCategories, entitlement }): EntitlementRow => ({
    entitlementId,
    categories: productCategories,
    unit: entitlement.unit,
    ...consumption(entitlement.capacity?.consumed),
  })),
);

interface Consumed {
  readonly value?: number | null | undefined;
  readonly lastUpdatedOn?: string | null | undefined;
}

function consumption(consumed: Consumed | null | undefined): Pick<EntitlementRow, "consumed" | "measuredAt"> {
  const { value, lastUpdatedOn } = consumed ?? {};
  if (value == null || !isMeasured(lastUpdatedOn)) return {};
  return { consumed: Math.round(value), ...(lastUpdatedOn ? { measuredAt: lastUpdatedOn } : {}) };
}

export const readEntitlements = (
  powerPlatform: Service,
  environmentId: string,
  signal: AbortSignal,
): Promise<readonly EntitlementRow[]> =>
  licensingRows(powerPlatform, `environments/${environmentId}/entitlements`, { item: row, signal });
