/** `GET licensing/tenantCapacity/currencyReports` (apis.md 7.1): what the tenant has and used of each currency. */
import * as v from "valibot";
import type { Currency } from "../../domain";
import type { Service } from "./connect";
import { dayOrInstant, isMeasured, licensingRows } from "./licensingRows";

const units = v.pipe(v.number(), v.integer(), v.minValue(0));

const consumed = v.object({
  unitsConsumed: v.nullish(v.pipe(v.number(), v.minValue(0))),
  lastUpdatedDay: v.nullish(dayOrInstant),
});

const currencyReport = v.pipe(
  v.object({ currencyType: v.string(), purchased: units, allocated: units, consumed: v.nullish(consumed) }),
  v.transform((report): Currency => ({
    type: report.currencyType,
    purchased: report.purchased,
    allocated: report.allocated,
    ...consumption(report.consumed),
  })),
);

/** Part of a unit counts as a whole one. */
function consumption(
  report: v.InferOutput<typeof consumed> | null | undefined,
): Pick<Currency, "consumed" | "measuredAt"> {
  const { unitsConsumed, lastUpdatedDay } = report ?? {};
  if (unitsConsumed == null || !isMeasured(lastUpdatedDay)) return {};
  return { consumed: Math.ceil(unitsConsumed), ...(lastUpdatedDay ? { measuredAt: lastUpdatedDay } : {}) };
}

/** Without the options the service leaves out what is set aside and what was used. */
const options = { includeAllocations: "true", includeConsumptions: "true" };

export const readCurrencies = (powerPlatform: Service, signal: AbortSignal): Promise<readonly Currency[]> =>
  licensingRows(powerPlatform, "tenantCapacity/currencyReports", { item: currencyReport, options, signal });
