import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, type EnvironmentOptions } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput } from "../../../../test/fixtures/checkInput.fixture";
import type { Allocation, EnvironmentFacts } from "../..";
import { allocationNearlyUsed } from "./allocationNearlyUsed";

type Allocations = NonNullable<EnvironmentFacts["allocations"]>;

const found = (allocations: Allocations | undefined, options: EnvironmentOptions) => {
  const facts = fakeTenant()
    .withEnvironment("a", { name: "Alpha", ...options })
    .facts();
  const byEnvironment = facts.byEnvironment.map((item) => ({
    ...item,
    ...(allocations === undefined ? {} : { allocations }),
  }));
  return allocationNearlyUsed(checkInput({ ...facts, byEnvironment }));
};

const set = (...value: readonly Allocation[]): Allocations => ({
  ...{ kind: "read", source: "powerplatform.allocations", asOf, value },
});

describe("allocationNearlyUsed", () => {
  it("STO.allocation: above 85 % of what is set aside", () => {
    expect(found(set({ type: "Database", allocated: 10_000 }), { database: 8_501 })).toEqual([
      {
        id: "allocationNearlyUsed:a:database",
        kind: "allocationNearlyUsed",
        subjects: [{ type: "environment", id: "a", name: "Alpha" }],
        facts: {
          ...{ environment: "Alpha", meter: "storageDatabase", pool: "database", allocated: 10_000, used: 8_501 },
          ...{ percent: 85, thresholdPercent: 85, over: 0 },
        },
      },
    ]);
    expect(found(set({ type: "Database", allocated: 10_000 }), { database: 8_500 })).toEqual([]);
  });

  it("says by how much the allocation is exceeded", () => {
    const [finding] = found(set({ type: "Log", allocated: 1_000 }), { log: 1_250 });
    expect(finding?.id).toBe("allocationNearlyUsed:a:log");
    expect(finding?.facts).toMatchObject({ meter: "storageLog", percent: 125, over: 250 });
  });

  it("compares each pool with its own allocation, several parts added up", () => {
    const both = set(
      { type: "File", allocated: 1_000 },
      { type: "File", allocated: 1_000 },
      { type: "MCSMessages", allocated: 1 },
    );
    expect(found(both, { database: 99_000, file: 1_700, log: 99_000 })).toEqual([]);
    expect(found(both, { database: 99_000, file: 1_701, log: 99_000 }).map(({ facts }) => facts["pool"])).toEqual([
      "file",
    ]);
  });

  it("says nothing without an allocation, or without a reading", () => {
    const refused: Allocations = {
      kind: "notRead",
      source: "powerplatform.allocations",
      reason: { code: "forbidden" },
    };
    expect(found(undefined, { database: 9_000 })).toEqual([]);
    expect(found(refused, { database: 9_000 })).toEqual([]);
    expect(found(set({ type: "Database", allocated: 0 }), { database: 9_000 })).toEqual([]);
    expect(found(set({ type: "Database", allocated: 1_000 }), {})).toEqual([]);
    expect(found(set({ type: "Database", allocated: 1_000 }), { noDataverse: true })).toEqual([]);
  });

  it("does not count what takes nothing of the pool", () => {
    expect(found(set({ type: "Database", allocated: 1_000 }), { database: 9_000, type: "developer" })).toEqual([]);
  });
});
