import { meterHistoryTable, meters, type MeterId } from "../../src/domain";
import type { History, MonthPoint } from "../components/Panel/Panel.types";
import { literal, numberOf, query, readRows, textOf, type Row, type TableApi } from "./tables";

const monthCount = 13;

/** Names of the thirteen months that end with `now`, oldest first: `2025-11` … `2026-11` (UTC, as the rows are kept). */
export function monthsUntil(now: Date): readonly string[] {
  return Array.from({ length: monthCount }, (_, index) => {
    const back = monthCount - 1 - index;
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
  });
}

const isMeter = (name: string | undefined): name is MeterId => meters.some((meter) => meter.id === name);

/** Rows come in the order of their days, so the last one of a month stays. */
function lastOfMonth(rows: readonly Row[]): Map<MeterId, Map<string, MonthPoint>> {
  const byMeter = new Map<MeterId, Map<string, MonthPoint>>();
  for (const row of rows) {
    const meter = textOf(row, "dqp_meter");
    const month = textOf(row, "dqp_day")?.slice(0, 7);
    if (!isMeter(meter) || month === undefined) continue;
    const points = byMeter.get(meter) ?? new Map<string, MonthPoint>();
    byMeter.set(meter, points);
    const point = { month, used: numberOf(row, "dqp_used"), owned: numberOf(row, "dqp_owned") };
    // An unknown day does not wipe out a figure that the month already has.
    if (point.used !== undefined || !points.has(month)) points.set(month, point);
  }
  return byMeter;
}

/** Thirteen months of every meter that has rows. A month without a row stays a gap. */
export async function readHistory(api: TableApi, tenantId: string, now: Date): Promise<History> {
  const months = monthsUntil(now);
  const rows = await readRows(
    api,
    meterHistoryTable.logicalName,
    query({
      select: "dqp_meter,dqp_day,dqp_used,dqp_owned",
      filter: `dqp_tenantid eq ${literal(tenantId)} and dqp_day ge ${months[0] ?? ""}-01`,
      orderby: "dqp_day asc",
    }),
  );
  const filled = [...lastOfMonth(rows)].map(
    ([meter, points]) =>
      [meter, months.map((month) => points.get(month) ?? { month, used: undefined, owned: undefined })] as const,
  );
  return Object.fromEntries(filled);
}
