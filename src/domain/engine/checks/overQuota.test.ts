import { describe, expect, it } from "vitest";
import { asOf } from "../../../../test/fixtures/fakeTenant.fixture";
import { bought, mapped } from "../../../../test/fixtures/mappedTenant.fixture";
import type { Override, Workspace } from "../..";
import { checkInput, type CheckOptions } from "../../../../test/fixtures/checkInput.fixture";
import { overQuota } from "./overQuota";

const workspace = (id: string, cases: number): Workspace => ({
  ...{ id, name: id, environmentId: "a", sample: false, measuredAt: asOf },
  readableCases: [{ day: "2026-11-01", cases }],
});

const purchase = (
  users: number,
  cases: readonly number[],
  overrides: readonly Override[] = [],
  meters: CheckOptions["meters"] = {},
) => {
  const tenant = bought({ serviceInsights: users }).withEnvironment("a").facts();
  const workspaces = cases.map((count, index) => workspace(`w${index}`, count));
  const settings = { ...mapped, overrides: [...mapped.overrides, ...overrides] };
  return overQuota(checkInput({ ...tenant, workspaces }, { settings, meters })).map(({ id, facts }) => ({
    id,
    ...{ over: facts["over"], users: facts["users"], addOns: facts["addOns"] },
  }));
};

describe("CSI.balance", () => {
  const sized: Override = {
    ...{ kind: "packSize", product: "serviceInsightsCases", meter: "cases", amount: 30_000 },
    ...{ by: "ada", at: "2026-11-01T00:00:00Z" },
  };

  it("1,200,000 required with ten users are over by 200,000: twelve users would bear them", () => {
    expect(purchase(10, [600_000, 600_000])).toEqual([
      { id: "overQuota:cases", over: 200_000, users: 12, addOns: undefined },
    ]);
  });

  it("says how many add-ons, once the customer has told their size", () => {
    expect(purchase(10, [600_000, 600_000], [sized])).toEqual([
      { id: "overQuota:cases", over: 200_000, users: 12, addOns: 7 },
    ]);
  });

  it("names no user licences where the customer says that they bring no cases", () => {
    const none: Override = { ...sized, product: "serviceInsights", amount: 0 };
    expect(purchase(10, [600_000, 600_000], [none])).toEqual([
      { id: "overQuota:cases", over: 1_200_000, users: undefined, addOns: undefined },
    ]);
  });

  it.each(["owned", "used"] as const)("names no purchase where what is %s is not told", (side) => {
    const untold = { [side]: { kind: "unknown" as const, reason: { code: "shapeChanged" as const } } };
    expect(purchase(10, [600_000, 600_000], [sized], { cases: untold })).toEqual([
      { id: "overQuota:cases", over: 200_000, users: undefined, addOns: undefined },
    ]);
  });

  it("says nothing up to the capacity", () => {
    expect(purchase(10, [400_000, 600_000])).toEqual([]);
  });
});
