import { expect, test } from "vitest";
import { fakeTables } from "../fixture/fakeTables.fixture";
import { tenantId } from "../fixture/sampleSnapshot.fixture";
import { monthsUntil, readHistory } from "./history";

const row = (day: string, used: number | null) => ({
  dqp_meter: "recordRoutes",
  dqp_day: day,
  dqp_used: used,
  dqp_owned: 5000,
});
const now = new Date("2026-11-22T20:00:00Z");

test("thirteen months end with the current one", () => {
  const months = monthsUntil(new Date("2026-01-31T23:00:00Z"));
  expect([months[0], months[12], months.length]).toEqual(["2025-01", "2026-01", 13]);
});

test("the last known day of a month stands for it, over pages; a month without rows is a gap", async () => {
  const rows = [row("2026-09-03", 10), row("2026-09-30", 20), row("2026-11-01", 30), row("2026-11-02", null)];
  const tables = fakeTables({ dqp_meterhistory: [...rows, { dqp_meter: "fromTheFuture", dqp_day: "2026-11-02" }] }, 2);
  const history = await readHistory(tables, tenantId, now);
  expect(history.recordRoutes?.slice(-3)).toEqual([
    { month: "2026-09", used: 20, owned: 5000 },
    { month: "2026-10", used: undefined, owned: undefined },
    { month: "2026-11", used: 30, owned: 5000 },
  ]);
  expect(Object.keys(history)).toEqual(["recordRoutes"]);
  expect(tables.calls[0]).toContain("dqp_day ge 2025-11-01");
  expect(tables.calls).toHaveLength(3);
});
