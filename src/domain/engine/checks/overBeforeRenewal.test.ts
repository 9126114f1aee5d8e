import { describe, expect, it } from "vitest";
import { fakeTenant, guid, type LicenceOptions } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput, type CheckOptions } from "../../../../test/fixtures/checkInput.fixture";
import type { Forecast, LevelDate, MeterReport } from "../..";
import { overBeforeRenewal } from "./overBeforeRenewal";

const forecastOf = (level: Partial<LevelDate>): Forecast => ({
  points: 20,
  method: "trend",
  levels: [
    { percent: 85, expected: "2026-12-01" },
    { percent: 95, expected: "2026-12-02" },
    { percent: 100, ...level },
  ],
});

const tenantWith = (licence: LicenceOptions) =>
  fakeTenant()
    .withSku("dataverseDatabase", { enabled: 10, ...licence })
    .withEnvironment("a", { database: 8_000, file: 0, log: 0 });

const renewing = tenantWith({ nextLifecycleAt: "2027-03-01T08:00:00Z" });

const meters = (forecast: Forecast, more: Partial<MeterReport> = {}): NonNullable<CheckOptions["meters"]> => ({
  storageDatabase: { forecast, ...more },
});

const found = (level: Partial<LevelDate>, tenant = renewing, options: CheckOptions = {}) =>
  overBeforeRenewal(checkInput(tenant.facts(), { meters: meters(forecastOf(level)), ...options }));

describe("overBeforeRenewal", () => {
  it("GEN.capacity.change: tells both days, the range and the subscription", () => {
    expect(found({ earliest: "2027-01-10", expected: "2027-02-01", latest: "2027-06-30" })).toEqual([
      {
        id: "overBeforeRenewal:storageDatabase",
        kind: "overBeforeRenewal",
        subjects: [
          { type: "meter", id: "storageDatabase", name: "storageDatabase" },
          { type: "licence", id: guid(1000), name: "Dataverse Database Capacity (1 GB)" },
        ],
        facts: {
          ...{ meter: "storageDatabase", unit: "megabytes", owned: 10_000, used: 8_000 },
          ...{ reached: "2027-02-01", basis: "expected" },
          ...{ earliest: "2027-01-10", expected: "2027-02-01", latest: "2027-06-30" },
          ...{ renewsAt: "2027-03-01", days: 28 },
          ...{ licence: "Dataverse Database Capacity (1 GB)", quantity: 10 },
        },
      },
    ]);
  });

  it.each([
    ["the day before the renewal", "2027-02-28", 1],
    ["the day of the renewal", "2027-03-01", 0],
    ["the day after the renewal", "2027-03-02", 0],
  ])("full on %s: %s", (_name, expected, count) => {
    expect(found({ expected })).toHaveLength(count);
  });

  it("is milder when only the earliest day lies before the renewal, and says so", () => {
    const [finding, ...others] = found({ earliest: "2027-02-28", expected: "2027-03-01" });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: "info",
      facts: { reached: "2027-02-28", basis: "earliest", earliest: "2027-02-28", expected: "2027-03-01", days: 1 },
    });
    expect(found({ earliest: "2027-03-01" })).toEqual([]);
    expect(found({ earliest: "2027-02-28" })[0]?.facts).not.toHaveProperty("expected");
  });

  it("tells it of a part of the environments too: the others can only bring the day nearer", () => {
    const partial = renewing.withEnvironment("b");
    expect(found({ expected: "2027-02-01" }, partial)).toMatchObject([{ facts: { owned: 10_000, used: 8_000 } }]);
    const full = fakeTenant()
      .withSku("dataverseDatabase", { enabled: 8, nextLifecycleAt: "2027-03-01T08:00:00Z" })
      .withEnvironment("a", { database: 8_001, file: 0, log: 0 })
      .withEnvironment("b");
    expect(found({ expected: "2027-02-01" }, full)).toEqual([]);
  });

  it("says nothing without a day, a forecast, a renewal, or a subscription that gives something", () => {
    expect(found({})).toEqual([]);
    expect(overBeforeRenewal(checkInput(renewing.facts()))).toEqual([]);
    expect(found({ expected: "2026-12-03" }, tenantWith({}))).toEqual([]);
    const other = tenantWith({}).withSku("dataverseFile", { enabled: 1, nextLifecycleAt: "2027-03-01T08:00:00Z" });
    expect(found({ expected: "2026-12-03" }, other)).toEqual([]);
    const none: Forecast = { points: 1, none: "tooEarly", levels: [] };
    expect(overBeforeRenewal(checkInput(renewing.facts(), { meters: meters(none) }))).toEqual([]);
  });

  it.each(["over", "covered", "unknown", "none", "unlimited", "rate"] as const)(
    "says nothing of a meter that is %s",
    (status) => {
      const input = checkInput(renewing.facts(), {
        meters: meters(forecastOf({ expected: "2027-02-01" }), { status }),
      });
      expect(overBeforeRenewal(input)).toEqual([]);
    },
  );

  it.each(["ok", "near", "critical"] as const)("speaks of a meter that is %s", (status) => {
    const input = checkInput(renewing.facts(), { meters: meters(forecastOf({ expected: "2027-02-01" }), { status }) });
    expect(overBeforeRenewal(input)).toHaveLength(1);
  });

  it("takes the next renewal of several, from today on", () => {
    const several = tenantWith({ nextLifecycleAt: "2027-09-01T00:00:00Z" })
      .withSku([guid(7), "CDS_DB_CAPACITY_OLD"], { enabled: 1, nextLifecycleAt: "2027-01-01T00:00:00Z" })
      .withSku([guid(8), "PAST"], { enabled: 2, nextLifecycleAt: "2026-11-21T23:59:59Z" })
      .withSku([guid(9), "NEXT"], { enabled: 3, nextLifecycleAt: "2027-02-02T00:00:00Z" });
    const settings = {
      overrides: [guid(8), guid(9)].map((skuId) => ({
        ...{ kind: "sku" as const, skuId, product: "dataverseDatabase" },
        ...{ by: "admin", at: "2026-01-01T00:00:00Z" },
      })),
    };
    const [finding] = found({ expected: "2027-02-01" }, several, {
      meters: meters(forecastOf({ expected: "2027-02-01" })),
      settings,
    });
    expect(finding?.facts).toMatchObject({ renewsAt: "2027-02-02", days: 1, quantity: 3 });
  });

  it("names the first of two that renew on the same day", () => {
    const twice = tenantWith({ nextLifecycleAt: "2027-03-01T08:00:00Z" }).withSubscription({
      ...{ id: guid(2000), skuId: "e612d426-6bc3-4181-9658-91aa906b0ac0", skuPartNumber: "CDS_DB_CAPACITY" },
      ...{ status: "Enabled", isTrial: false, totalLicences: 5, nextLifecycleAt: "2027-03-01T01:00:00Z" },
    });
    const input = checkInput(twice.facts(), { meters: meters(forecastOf({ expected: "2027-02-01" })) });
    const all = input.licenceReports.map((report) => ({
      ...report,
      grants: [{ meter: "storageDatabase" as const, amount: 1 }],
    }));
    const [finding] = overBeforeRenewal({ ...input, licenceReports: all });
    expect(all.map(({ id }) => id)).toEqual([guid(1000), guid(2000)]);
    expect(finding?.subjects[1]?.id).toBe(guid(1000));
  });

  it("counts a renewal of today, in the time zone of the policy", () => {
    const today = tenantWith({ nextLifecycleAt: "2026-11-22T01:00:00Z" });
    expect(found({ expected: "2026-11-21" }, today)).toHaveLength(1);
    const tokyo = checkInput(tenantWith({ nextLifecycleAt: "2026-12-31T15:00:00Z" }).facts(), {
      meters: meters(forecastOf({ expected: "2026-12-31" })),
    });
    expect(overBeforeRenewal(tokyo)).toEqual([]);
    const { settings } = tokyo;
    const policy = { ...settings.policy, timeZone: "Asia/Tokyo" };
    expect(overBeforeRenewal({ ...tokyo, settings: { ...settings, policy } })[0]?.facts).toMatchObject({
      renewsAt: "2027-01-01",
      days: 1,
    });
  });

  it("says what happens at the renewal, where somebody told", () => {
    const input = checkInput(renewing.facts(), { meters: meters(forecastOf({ expected: "2027-02-01" })) });
    const told = input.licenceReports.map((report) => ({ ...report, renewal: "ends" as const }));
    expect(overBeforeRenewal({ ...input, licenceReports: told })[0]?.facts["renewal"]).toBe("ends");
  });

  it("names a subscription without a product by its part number", () => {
    const input = checkInput(renewing.facts(), { meters: meters(forecastOf({ expected: "2027-02-01" })) });
    const bare = input.licenceReports.map(({ productName, ...report }) => {
      expect(productName).toBe("Dataverse Database Capacity (1 GB)");
      return report;
    });
    const [finding] = overBeforeRenewal({ ...input, licenceReports: bare });
    expect(finding?.subjects[1]?.name).toBe("CDS_DB_CAPACITY");
    expect(finding?.facts["licence"]).toBe("CDS_DB_CAPACITY");
  });
});
