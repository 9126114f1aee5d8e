import { describe, expect, it } from "vitest";
import { asOf, input } from "../../../../test/fixtures/people.fixture";
import type { ImportedReading } from "../../snapshot/facts";
import { isCurrent, latestImports } from "./imports";

const reading = (value: number, measuredAt: string, more: Partial<ImportedReading> = {}): ImportedReading => ({
  ...{ environmentId: "a", meter: "recordRoutes", value, measuredAt },
  ...more,
});

describe("the readings that stand", () => {
  const latest = (...readings: readonly ImportedReading[]) => latestImports(readings)("a", "recordRoutes")?.value;

  it("are the latest, of two of the same time the larger, in any order", () => {
    const [old, small, large] = [
      reading(9, "2026-11-20T10:00:00Z"),
      reading(3, "2026-11-20T10:00:00-01:00"),
      reading(4, "2026-11-20T11:00:00Z"),
    ];
    expect([latest(old, small, large), latest(large, small, old), latest(small, old, large)]).toEqual([4, 4, 4]);
    expect([latest(old, small), latest(small, old)]).toEqual([3, 3]);
    expect([latest(small, { ...large, value: 3 })]).toEqual([3]);
  });

  it("are asked by environment and meter", () => {
    const of = latestImports([
      reading(1, asOf),
      reading(2, asOf, { environmentId: "b" }),
      reading(3, asOf, { meter: "cases" }),
    ]);
    expect([of("a", "recordRoutes")?.value, of("b", "recordRoutes")?.value, of("a", "cases")?.value]).toEqual([
      1, 2, 3,
    ]);
    expect(of("b", "cases")).toBeUndefined();
  });

  it("stand for their month where the first of the month frees all, and for any time elsewhere", () => {
    const question = input({});
    expect(isCurrent("2026-10-31T23:59:59Z", "firstOfMonth", question)).toBe(false);
    expect(isCurrent("2026-11-01T00:00:00Z", "firstOfMonth", question)).toBe(true);
    expect(isCurrent("2026-10-31T23:59:59Z", "firstOfMonth", input({ policy: { timeZone: "Asia/Tokyo" } }))).toBe(true);
    expect(isCurrent("2020-01-01T00:00:00Z", "never", question)).toBe(true);
    expect(isCurrent("2020-01-01T00:00:00Z", "rolling12Months", question)).toBe(true);
  });
});
