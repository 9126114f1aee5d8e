import { describe, expect, it } from "vitest";
import { fakeTenant, guid, skuIds, type LicenceOptions } from "../../../../test/fixtures/fakeTenant.fixture";
import { foundIn, skuOf } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "subscriptionEnding";
const [, skuPartNumber] = skuIds.dataverseDatabase;
const productName = "Dataverse Database Capacity (1 GB)";

/** The snapshot is of 22 November 2026. */
const ending = (day: string, more: Partial<LicenceOptions> = {}) =>
  fakeTenant().withSku("dataverseDatabase", { enabled: 3, nextLifecycleAt: `${day}T23:59:59Z`, ...more });

const severities = (...given: Parameters<typeof ending>) =>
  foundIn(kind, ending(...given)).map(({ severity, facts: { days } }) => [severity, days]);

describe("GEN.licence.active", () => {
  it("tells an ending subscription and what goes with it", () => {
    expect(foundIn(kind, ending("2027-01-21", { autoRenews: false }))).toEqual([
      {
        id: `subscriptionEnding:${guid(1000)}`,
        kind,
        severity: "warning",
        rule: "GEN.licence.active",
        subjects: [{ type: "licence", id: guid(1000), name: productName }],
        facts: {
          ...{ skuPartNumber, product: "dataverseDatabase", productName, quantity: 3, trial: "no" },
          ...{ renewal: "ends", endsOn: "2027-01-21", days: 60, "amount.storageDatabase": 3_000 },
        },
      },
    ]);
  });

  it.each([
    ["2026-11-21", []],
    ["2026-11-22", [["warning", 0]]],
    ["2027-01-21", [["warning", 60]]],
    ["2027-01-22", []],
  ])("looks 60 days ahead: %s", (day, expected) => {
    expect(severities(day, { autoRenews: false })).toEqual(expected);
  });

  it("a renewing one is for information, and says so", () => {
    const [found] = foundIn(kind, ending("2026-12-01", { autoRenews: true }));
    expect(found?.severity).toBe("info");
    expect(found?.facts).toMatchObject({ renewal: "renews", "amount.storageDatabase": 3_000 });
  });

  it.each([
    ["2026-12-22", [["warning", 30]]],
    ["2026-12-23", [["info", 31]]],
  ])("where nobody told, the last 30 days are a warning: %s", (day, expected) => {
    expect(severities(day)).toEqual(expected);
    expect(foundIn(kind, ending(day))[0]?.facts["renewal"]).toBe("notTold");
  });

  it("a trial is meant to end", () => {
    expect(severities("2026-11-30", { trial: true, autoRenews: false })).toEqual([["info", 8]]);
  });

  it("leaves out what has no date, no units, no known product or is no longer active", () => {
    const date = { nextLifecycleAt: "2026-12-01T00:00:00Z" };
    const tenant = fakeTenant()
      .withSku("dataverseDatabase", 3)
      .withSku("dataverseFile", { enabled: 0, ...date })
      .withSku("dataverseLog", { units: { warning: 1 }, ...date })
      .withSku([guid(1), "CONTOSO"], { enabled: 1, ...date });
    expect(foundIn(kind, tenant)).toEqual([]);
  });

  it("what comes once to a tenant goes with the last that gives it", () => {
    const base = (day: string, more = {}) => ({ enabled: 1, nextLifecycleAt: `${day}T00:00:00Z`, ...more });
    const two = fakeTenant()
      .withSku(skuOf("customerInsightsAttach"), base("2026-12-02"))
      .withSku(skuOf("customerInsightsBase"), base("2026-12-01"));
    const database = (tenant: typeof two) =>
      foundIn(kind, tenant).map(({ facts }) => [facts["product"], facts["amount.storageDatabase"]]);
    expect(database(two)).toEqual([
      ["customerInsightsBase", undefined],
      ["customerInsightsAttach", 45_000],
    ]);
    const kept = fakeTenant()
      .withSku(skuOf("customerInsightsAttach"), base("2026-12-02"))
      .withSku(skuOf("customerInsightsBase"), base("2026-12-01", { autoRenews: true }));
    expect(database(kept)).toEqual([
      ["customerInsightsBase", undefined],
      ["customerInsightsAttach", undefined],
    ]);
  });

  it("reckons in order of days and then of ids, those in grace without a date first", () => {
    const [id, name] = skuOf("customerInsightsBase");
    const one = (subscriptionId: string, nextLifecycleAt: string) => ({ enabled: 1, subscriptionId, nextLifecycleAt });
    const tenant = fakeTenant()
      .withSku([id, name], one(guid(2), "2026-12-01T23:00:00Z"))
      .withSku(skuOf("customerInsightsAttach"), one(guid(1), "2026-12-01T01:00:00Z"))
      .withSku("dataverseDatabase", { units: { warning: 1 }, subscriptionId: guid(3) });
    expect(foundIn(kind, tenant).map((found) => [found.id, found.facts["amount.storageDatabase"]])).toEqual([
      [`subscriptionEnding:${guid(1)}`, undefined],
      [`subscriptionEnding:${guid(2)}`, 45_000],
    ]);
  });

  it("follows a conversion rate", () => {
    const rate = { kind: "conversionRate", from: "storageDatabase", to: "recordRoutes", rate: 100 } as const;
    const [found] = foundIn(kind, ending("2026-12-01"), { overrides: [{ ...rate, by: "Ada", at: "2026-01-01" }] });
    expect(found?.facts).toMatchObject({ "amount.storageDatabase": 3_000, "amount.recordRoutes": 30 });
  });
});
