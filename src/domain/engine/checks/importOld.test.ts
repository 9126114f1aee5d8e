import { describe, expect, it } from "vitest";
import { fakeTenant, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput } from "../../../../test/fixtures/checkInput.fixture";
import { defaultSettings } from "../..";
import { importOld } from "./importOld";

const base = fakeTenant().withEnvironment("a", { name: "Alpha" }).withEnvironment("b", { name: "Bravo" });
const found = (tenant: FakeTenant) => importOld(checkInput(tenant.facts()));

describe("importOld", () => {
  it("DATA.age: names the environments and the oldest reading that still counts", () => {
    const tenant = base
      .withImport("a", "unifiedPeople", 10, "2026-10-01T20:00:00Z")
      .withImport("b", "unifiedPeople", 10, "2026-09-01T19:00:00Z");
    expect(found(tenant)).toEqual([
      {
        id: "importOld:unifiedPeople",
        kind: "importOld",
        subjects: [
          { type: "meter", id: "unifiedPeople", name: "unifiedPeople" },
          { type: "environment", id: "a", name: "Alpha" },
          { type: "environment", id: "b", name: "Bravo" },
        ],
        facts: {
          ...{ meter: "unifiedPeople", unit: "people", environments: 2, oldest: "2026-09-01T19:00:00Z" },
          ...{ days: 82, olderThanDays: 30 },
        },
      },
    ]);
  });

  it.each([
    ["30 days", "2026-10-23T20:00:00Z", 0],
    ["30 days and a second", "2026-10-23T19:59:59Z", 1],
  ])("%s: %s", (_name, measuredAt, count) => {
    expect(found(base.withImport("a", "unifiedPeople", 10, measuredAt))).toHaveLength(count);
  });

  it("takes the oldest of several, wherever it stands", () => {
    const tenant = base
      .withImport("a", "unifiedPeople", 10, "2026-09-01T20:00:00Z")
      .withImport("b", "unifiedPeople", 10, "2026-10-01T20:00:00Z");
    expect(found(tenant)[0]?.facts["oldest"]).toBe("2026-09-01T20:00:00Z");
  });

  it("says nothing of a reading that something newer or official stands for", () => {
    const tenant = base.withImport("a", "unifiedPeople", 10, "2026-09-01T20:00:00Z");
    expect(found(tenant.withImport("a", "unifiedPeople", 12, "2026-11-20T20:00:00Z"))).toEqual([]);
    const official = base
      .withEnvironment("c", {
        entitlements: [
          { entitlementId: "U", categories: [], unit: "", consumed: 3, measuredAt: "2026-09-01T20:00:00Z" },
        ],
      })
      .withImport("c", "unifiedPeople", 10, "2026-09-01T20:00:00Z");
    const settings = { ...defaultSettings, bindings: [{ entitlementId: "U", meter: "unifiedPeople" as const }] };
    expect(importOld(checkInput(official.facts(), { settings }))).toEqual([]);
  });
});
