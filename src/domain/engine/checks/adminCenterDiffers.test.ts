import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, guid, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput } from "../../../../test/fixtures/checkInput.fixture";
import type { StoragePool, TenantCapacity, TenantFacts } from "../..";
import { adminCenterDiffers } from "./adminCenterDiffers";

const measuredAt = "2026-11-22T14:00:01Z";

const pool = (name: StoragePool, total: number, rated: number): TenantCapacity["pools"][number] => ({
  ...{ pool: name, total, rated, actual: rated, status: "Available", measuredAt },
});

/** The environment's rated figure, which is what the service charges. */
const rated = (facts: TenantFacts, figures: Readonly<Record<string, number>>): TenantFacts => {
  const { environments } = facts;
  if (environments.kind === "notRead") return facts;
  const value = environments.value.map((environment) => ({
    ...environment,
    storage: environment.storage.map((reading) => ({ ...reading, rated: figures[environment.id] ?? reading.rated })),
  }));
  return { ...facts, environments: { ...environments, value } };
};

const found = (facts: TenantFacts) => adminCenterDiffers(checkInput(facts));

const tenant: FakeTenant = fakeTenant()
  .withSku("dataverseDatabase", 10)
  .withEnvironment("a", { database: 4_000 })
  .withEnvironment("b", { database: 1_000, type: "sandbox" });

const withDatabase = (total: number, used: number, world = tenant) =>
  world.withCapacity({ pools: [pool("database", total, used)] });

describe("adminCenterDiffers", () => {
  it("says nothing when both sides agree, and nothing without an official figure", () => {
    expect(found(withDatabase(10_000, 5_000).facts())).toEqual([]);
    expect(found(tenant.facts())).toEqual([]);
  });

  it("STO.entitlement.tenant: splits the difference of use into parts that add up", () => {
    const world = withDatabase(
      10_000,
      9_500,
      tenant
        .withEnvironment("c", { database: 3_500, type: "default" })
        .withEnvironment("d", { database: 800, type: "developer" }),
    );
    expect(found(rated(world.facts(), { a: 4_300, b: 900 }))).toEqual([
      {
        id: "adminCenterDiffers:storageDatabase",
        kind: "adminCenterDiffers",
        subjects: [{ type: "meter", id: "storageDatabase", name: "storageDatabase" }],
        facts: {
          ...{ meter: "storageDatabase", unit: "megabytes", measuredAt },
          ...{ catalogue: 10_000, ownedOfficial: 10_000, ownedDifference: 0, licencesOutside: 0 },
          ...{ used: 5_500, usedOfficial: 9_500, usedDifference: 4_000 },
          ...{ ratedMore: 200, defaultAllowance: 3_000, excludedTypes: 800, unexplained: 0 },
          hoursApart: 5,
        },
      },
    ]);
  });

  it("leaves the rest unexplained, below as well as above", () => {
    expect(found(withDatabase(10_000, 5_001).facts())[0]?.facts).toMatchObject({ usedDifference: 1, unexplained: 1 });
    expect(found(withDatabase(10_000, 4_999).facts())[0]?.facts).toMatchObject({ usedDifference: -1, unexplained: -1 });
  });

  it("counts licences outside the catalogue for a difference of what is owned", () => {
    const world = withDatabase(
      25_000,
      5_000,
      tenant.withSku([guid(1), "ENTERPRISEPACK"], 5).withSku([guid(2), "CRMSTANDARD"], 5),
    );
    expect(found(world.facts())[0]?.facts).toMatchObject({
      ...{ catalogue: 10_000, ownedOfficial: 25_000, ownedDifference: 15_000, licencesOutside: 2, usedDifference: 0 },
    });
    expect(found(withDatabase(9_000, 5_000).facts())[0]?.facts).toMatchObject({ ownedDifference: -1_000 });
  });

  it("tells only the side that is known", () => {
    const unlicensed = found(withDatabase(10_000, 5_100).without("subscribedSkus", "forbidden").facts());
    expect(unlicensed[0]?.facts).not.toHaveProperty("catalogue");
    expect(unlicensed[0]?.facts["usedDifference"]).toBe(100);
    const unlisted = found(withDatabase(11_000, 5_000).without("environments", "forbidden").facts());
    expect(unlisted[0]?.facts).toEqual({
      ...{ meter: "storageDatabase", unit: "megabytes", measuredAt },
      ...{ catalogue: 10_000, ownedOfficial: 11_000, ownedDifference: 1_000, licencesOutside: 0 },
    });
    const neither = withDatabase(11_000, 5_000)
      .without("environments", "forbidden")
      .without("subscribedSkus", "forbidden");
    expect(found(neither.facts())).toEqual([]);
  });

  it("looks at each pool with its own readings; an environment without one adds nothing", () => {
    const world = tenant
      .withEnvironment("c", { log: 500 })
      .withEnvironment("d", { noDataverse: true })
      .withCapacity({ pools: [pool("database", 10_000, 5_000), pool("log", 0, 700)] });
    expect(found(world.facts())).toMatchObject([
      { id: "adminCenterDiffers:storageLog", facts: { used: 500, usedOfficial: 700, ratedMore: 0, unexplained: 200 } },
    ]);
  });

  it("measures the time between both readings in whole hours, whichever is older", () => {
    const hours = (at: string) => {
      const row = { ...pool("database", 10_000, 6_000), measuredAt: at };
      return found(tenant.withCapacity({ pools: [row] }).facts())[0]?.facts["hoursApart"];
    };
    expect(hours("2026-11-22T19:00:01Z")).toBe(0);
    expect(hours("2026-11-22T19:00:00Z")).toBe(1);
    expect(hours("2026-11-22T22:30:00Z")).toBe(2);
    expect(hours(asOf)).toBe(0);
  });
});
