import { describe, expect, it } from "vitest";
import { packageOf } from "../../../../test/fixtures/fakeTenant.fixture";
import { bought, foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "dataWithoutRight";
const data = { packages: [packageOf("msdyn_CustomerInsightsAnchor")] };

const meterFacts = { meter: "installData", unit: "environments", status: "over" };

describe("CI-J.legacy.no-data", () => {
  it("standalone Marketing gives no right to Data", () => {
    const tenant = bought({ marketingBase: 1, marketingAttach: 2 })
      .withEnvironment("b", { ...data, name: "Bravo" })
      .withEnvironment("a");
    expect(foundIn(kind, tenant)).toEqual([
      {
        id: "dataWithoutRight:installData",
        kind,
        severity: "error",
        rule: "CI-J.legacy.no-data",
        subjects: [
          { type: "meter", id: "installData", name: "installData" },
          { type: "environment", id: "b", name: "Bravo" },
        ],
        facts: { ...meterFacts, owned: 0, used: 1, over: 1, read: 2, total: 2, marketing: 3 },
      },
    ]);
    expect(foundIn("overQuota", tenant)).toEqual([]);
  });

  it.each(["customerInsightsBase", "legacyInsightsBase"] as const)("%s gives the right", (product) => {
    expect(foundIn(kind, bought({ marketingBase: 1, [product]: 1 }).withEnvironment("a", data))).toEqual([]);
  });

  it("says nothing where Data is not installed, or only in a trial", () => {
    expect(foundIn(kind, bought({ marketingBase: 1 }).withEnvironment("a"))).toEqual([]);
    expect(foundIn(kind, bought({ marketingBase: 1 }).withEnvironment("a", { ...data, type: "trial" }))).toEqual([]);
  });

  it("says nothing while the licences are not known", () => {
    const tenant = bought({ marketingBase: 1 }).withEnvironment("a", data);
    expect(foundIn(kind, tenant.without("subscribedSkus", "forbidden"))).toEqual([]);
  });
});

describe("CI-J.install.limit", () => {
  it("without any licence, Data is installed without one", () => {
    const [found] = foundIn(kind, bought({}).withEnvironment("a", data));
    expect(found?.rule).toBe("CI-J.install.limit");
    expect(found?.facts).toMatchObject({ owned: 0, used: 1, marketing: 0 });
  });

  it("before 30 June 2024 a base allowed four, whatever Marketing there is beside it", () => {
    const five = ["a", "b", "c", "d", "e"].reduce(
      (tenant, id) => tenant.withEnvironment(id, data),
      bought({ customerInsightsBase: 1, marketingBase: 1, marketingBusiness: 1 }),
    );
    const [found] = foundIn(kind, five, { at: "2024-06-29T12:00:00Z" });
    expect(found?.rule).toBe("CI-J.install.limit");
    expect(found?.facts).toMatchObject({ owned: 4, used: 5, over: 1, marketing: 2 });
    expect(found?.subjects).toHaveLength(6);
    expect(foundIn(kind, five, { at: "2024-06-30T00:00:00Z" })).toEqual([]);
  });
});
