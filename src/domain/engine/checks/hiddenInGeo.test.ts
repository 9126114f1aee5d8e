import { describe, expect, it } from "vitest";
import { fakeTenant, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput } from "../../../../test/fixtures/checkInput.fixture";
import { defaultSettings, type Declared } from "../..";
import { hiddenInGeo } from "./hiddenInGeo";

const home: Declared = { homeRegion: "Europe", multiGeo: false };

const bare = fakeTenant()
  .withEnvironment("a", { name: "Alpha", region: "europe" })
  .withEnvironment("b", { name: "Bravo", region: "japan" })
  .withEnvironment("c", { name: "Charlie", region: "asia" })
  .withEnvironment("d", { name: "Delta", region: "japan" });
const licensed = bare.withSku("customerInsightsAttach");

const found = (tenant: FakeTenant, asOf: string, declared: Declared = home, timeZone = "UTC") =>
  hiddenInGeo(
    checkInput(tenant.facts(), { asOf, settings: { declared, policy: { ...defaultSettings.policy, timeZone } } }),
  );

describe("hiddenInGeo", () => {
  it("CI-J.geo.visibility: one finding for each region other than the home region", () => {
    expect(found(licensed, "2024-06-01T00:00:00Z")).toEqual([
      {
        id: "hiddenInGeo:asia",
        kind: "hiddenInGeo",
        subjects: [{ type: "environment", id: "c", name: "Charlie" }],
        facts: { region: "asia", homeRegion: "Europe", environments: 1, until: "2024-06-14" },
      },
      {
        id: "hiddenInGeo:japan",
        kind: "hiddenInGeo",
        subjects: [
          { type: "environment", id: "b", name: "Bravo" },
          { type: "environment", id: "d", name: "Delta" },
        ],
        facts: { region: "japan", homeRegion: "Europe", environments: 2, until: "2024-06-14" },
      },
    ]);
  });

  it.each([
    ["2024-06-13T23:59:59Z", 2],
    ["2024-06-14T23:59:59Z", 2],
    ["2024-06-15T00:00:00Z", 0],
  ])("on %s: %i", (asOf, count) => {
    expect(found(licensed, asOf)).toHaveLength(count);
  });

  it("ends its day where the policy's time zone does", () => {
    expect(found(licensed, "2024-06-14T23:59:59Z", home, "Asia/Tokyo")).toEqual([]);
  });

  it("says nothing of a multi-geo tenant, nor as long as nobody told", () => {
    const day = "2024-06-01T00:00:00Z";
    expect(found(licensed, day, { homeRegion: "europe", multiGeo: true })).toEqual([]);
    expect(found(licensed, day, { homeRegion: "europe" })).toEqual([]);
    expect(found(licensed, day, { multiGeo: false })).toEqual([]);
  });

  it("says nothing without a licence to hide, or without Dataverse to use it in", () => {
    expect(found(bare, "2024-06-01T00:00:00Z")).toEqual([]);
    expect(found(bare.withSku("dataverseDatabase", 3), "2024-06-01T00:00:00Z")).toEqual([]);
    const without = fakeTenant()
      .withSku("legacyInsightsBase")
      .withEnvironment("a", { region: "japan", noDataverse: true });
    expect(found(without, "2024-06-01T00:00:00Z")).toEqual([]);
    expect(found(without.withEnvironment("b", { region: "japan" }), "2024-06-01T00:00:00Z")).toHaveLength(1);
  });
});
