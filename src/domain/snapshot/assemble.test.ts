import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, guid, planIds, runId, type FakeTenant } from "../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, type MeterId, type Settings } from "..";

const snapshotOf = (tenant: FakeTenant, settings: Settings = defaultSettings) =>
  assemble(tenant.facts(), settings, { id: runId, asOf });

const meter = (tenant: FakeTenant, id: MeterId, settings?: Settings) =>
  snapshotOf(tenant, settings).meters.find((item) => item.meter === id)!;

describe("an empty tenant", () => {
  it("owns nothing, uses nothing that was read, and has nothing to report", () => {
    const { meters, licences, findings, environments, coverage, policy, schemaVersion } = snapshotOf(fakeTenant());
    const notTold = meters.filter(({ status }) => status === "unknown").map((report) => report.meter);
    expect(notTold).toEqual(["cases", "copilotMessages", "copilotSessions"]);
    expect(new Set(meters.map(({ status }) => status))).toEqual(new Set(["none", "unknown"]));
    expect({ licences, findings, environments, coverage, schemaVersion }).toEqual({
      ...{ licences: [], findings: [], environments: [], schemaVersion: 2 },
      coverage: { read: 0, total: 0, missing: [] },
    });
    expect(policy).toEqual(defaultSettings.policy);
  });
});

describe("licences that were not read", () => {
  it("leave every entitlement unknown and keep what is used", () => {
    const tenant = fakeTenant().withEnvironment("a", { database: 5 }).without("subscribedSkus", "forbidden");
    expect(meter(tenant, "storageDatabase")).toMatchObject({
      owned: { kind: "unknown", reason: { code: "forbidden" } },
      used: { kind: "known", value: 5 },
      status: "unknown",
      over: 0,
      contributions: [],
    });
  });
});

describe("GEN.licence.active", () => {
  it("counts the grace period and says what is at risk", () => {
    const tenant = fakeTenant().withSku("contactCenterDigital", {
      units: { enabled: 60, warning: 40 },
      status: "Enabled",
    });
    const { owned, ownedAtRisk, contributions } = meter(tenant, "recordRoutes");
    expect({ owned, ownedAtRisk }).toMatchObject({ owned: { value: 5_000 }, ownedAtRisk: 2_000 });
    expect(contributions).toEqual([
      {
        product: "contactCenterDigital",
        productName: "Dynamics 365 Contact Center Digital",
        skuPartNumber: "DYNAMICS_365_CONTACT_CENTER_DIGITAL",
        quantity: 100,
        inGrace: 40,
        perUnit: 50,
        once: false,
        amount: 5_000,
        rule: "CC.routes",
        source: {
          document: "Dynamics 365 Contact Center: Licensing guidance (February 2025)",
          section: "Record routing allotments",
        },
        edition: "seed",
        grade: "exact",
        trial: false,
      },
    ]);
  });

  it("risks the once-given base only when all licences are in the grace period", () => {
    const some = fakeTenant().withSku("contactCenterDigital", { units: { enabled: 1, warning: 1 } });
    const all = fakeTenant().withSku("contactCenterDigital", { units: { warning: 2 } });
    expect(meter(some, "storageDatabase").ownedAtRisk).toBe(250);
    expect(meter(all, "storageDatabase").ownedAtRisk).toBe(10_500);
  });

  it("does not count what is suspended, cancelled or deleted", () => {
    const tenant = fakeTenant()
      .withSku("contactCenterDigital", { units: { suspended: 10 }, status: "Suspended" })
      .withSku("contactCenterVoice", { units: { lockedOut: 10 }, status: "LockedOut" });
    expect(meter(tenant, "storageDatabase").owned).toMatchObject({ value: 0 });
    expect(snapshotOf(tenant).licences.map(({ state, grants }) => ({ state, grants }))).toEqual([
      { state: "suspended", grants: [] },
      { state: "cancelled", grants: [] },
    ]);
  });
});

describe("switches", () => {
  it("say what other readings would give, on the meters that they touch", () => {
    const tenant = fakeTenant().withSku("customerInsightsAttach", 2).withSku("contactCenterDigitalAddOn", 100);
    const switches = (id: MeterId) => meter(tenant, id).switches;
    const stacking = (owned: number) => [
      { name: "basePeopleStacking", value: "sum", others: [{ value: "once", owned }] },
    ];
    expect(switches("interactedPeople")).toEqual(stacking(10_000));
    expect(switches("monthlyInteractions")).toEqual(stacking(100_000));
    expect(switches("storageDatabase")).toEqual([
      { name: "addOnsAccrueDatabase", value: "true", others: [{ value: "false", owned: 45_000 }] },
      { name: "tenantDefault", value: "max", others: [{ value: "sum", owned: 80_000 }] },
    ]);
    expect(switches("recordRoutes")).toEqual([]);
  });

  it("are in force as set", () => {
    const settings: Settings = {
      ...defaultSettings,
      policy: { ...defaultSettings.policy, basePeopleStacking: "once" },
    };
    const { owned, switches } = meter(fakeTenant().withSku("customerInsightsAttach", 2), "interactedPeople", settings);
    expect(owned).toMatchObject({ value: 10_000 });
    expect(switches).toEqual([
      { name: "basePeopleStacking", value: "once", others: [{ value: "sum", owned: 20_000 }] },
    ]);
  });
});

describe("CI-J.legacy.contact-packs", () => {
  it("makes what is owned a lower bound, so that too much use proves nothing", () => {
    const tenant = fakeTenant()
      .withSku("marketingBase")
      .withSku("marketingContactsT3", 3)
      .withEnvironment("a")
      .withImport("a", "interactedPeople", 12_000);
    const { owned, status, over } = meter(tenant, "interactedPeople");
    expect({ owned, status, over }).toMatchObject({
      owned: { value: 10_000, confidence: "estimated" },
      status: "unknown",
      over: 0,
    });
  });
});

describe("CI-STO.legacy", () => {
  it("calls storage neither over nor blocked while a part of what is owned has no known size", () => {
    const tenant = fakeTenant()
      .withSku("marketingBase")
      .withSku("dataverseDatabase", 10)
      .withEnvironment("a", { database: 12_000, file: 0, log: 0 });
    const { owned, status, over, blockedOperations } = meter(tenant, "storageDatabase");
    expect({ owned, status, over, blockedOperations }).toMatchObject({
      owned: { value: 10_000, confidence: "estimated" },
      ...{ status: "unknown", over: 0, blockedOperations: [] },
    });
  });
});

describe("CI-D.meters.independent", () => {
  it("leaves people over by 2,000 whatever is free of unified people", () => {
    const tenant = fakeTenant()
      .withSku("customerInsightsAttach")
      .withEnvironment("a")
      .withImport("a", "interactedPeople", 12_000)
      .withImport("a", "unifiedPeople", 0);
    expect(meter(tenant, "interactedPeople")).toMatchObject({ status: "over", over: 2_000 });
    expect(meter(tenant, "unifiedPeople")).toMatchObject({ status: "ok", over: 0 });
  });
});

describe("sources", () => {
  it("tell what was read in full, in part and not at all", () => {
    const tenant = fakeTenant()
      .withEnvironment("a", { database: 5 })
      .withEnvironment("b", { refused: "throttled" })
      .withImport("a", "interactedPeople", 5, "2026-11-22T01:00:00Z")
      .withImport("nowhere", "interactedPeople", 5)
      .without("companySubscriptions", "forbidden");
    const reason = { code: "throttled" };
    expect(snapshotOf(tenant).sources).toEqual([
      { source: "graph.subscribedSkus", state: "read", read: 1, total: 1, asOf },
      { source: "graph.subscriptions", state: "notRead", read: 0, total: 1, reason: { code: "forbidden" } },
      { source: "powerplatform.environments", state: "read", read: 1, total: 1, asOf },
      { source: "powerplatform.tenantCapacity", state: "notRead", read: 0, total: 1, reason: { code: "forbidden" } },
      { source: "powerplatform.applicationPackages", state: "partial", read: 1, total: 2, asOf, reason },
      { source: "dataverse.solutions", state: "partial", read: 1, total: 2, asOf, reason },
      { source: "powerplatform.entitlements", state: "partial", read: 1, total: 2, asOf, reason },
      {
        ...{ source: "import.csv", state: "partial", read: 1, total: 2, asOf: "2026-11-22T01:00:00Z" },
        reason: { code: "notFound", detail: "No such environment: nowhere" },
      },
    ]);
  });
});

describe("entitlement rows that nobody bound", () => {
  it("are listed once with the environments that return them, when they concern the meters", () => {
    const row = (entitlementId: string, category: string) => ({ entitlementId, categories: [category], unit: "Count" });
    const rows = [row("B", "D365ContactCenter"), row("A", "D365CustomerInsights"), row("C", "CopilotStudio")];
    const tenant = fakeTenant()
      .withEnvironment("a", { entitlements: [...rows, row("A", "D365CustomerInsights")] })
      .withEnvironment("b", { entitlements: rows });
    const settings: Settings = { ...defaultSettings, bindings: [{ entitlementId: "B", meter: "recordRoutes" }] };
    expect(snapshotOf(tenant, settings).unboundEntitlements).toEqual([
      { entitlementId: "A", categories: ["D365CustomerInsights"], unit: "Count", environments: 2 },
    ]);
  });
});

describe("STO.entitlement.tenant, with the admin center's own count", () => {
  const withTotal = (total: number, measured = true) =>
    fakeTenant()
      .withSku("dataverseDatabase", 10)
      .withEnvironment("a", { database: 700 })
      .withCapacity({
        pools: [
          {
            pool: "database",
            total,
            actual: 900,
            rated: 650,
            status: "Available",
            ...(measured && { measuredAt: asOf }),
          },
        ],
      });
  const line = (amount: number) => ({ product: "adminCenter", amount, note: "adminCenterDifference" });

  it.each([
    ["licences outside the catalogue bring storage", 12_000, [{ amount: 10_000 }, line(2_000)]],
    ["the catalogue gives more than is counted", 9_000, [{ amount: 10_000 }, line(-1_000)]],
    ["both agree", 10_000, [{ amount: 10_000 }]],
  ])("owns what the admin center counts and closes the gap with a line: %s", (_case, total, contributions) => {
    const report = meter(withTotal(total), "storageDatabase");
    expect(report).toMatchObject({
      owned: { kind: "known", value: total, source: "powerplatform.tenantCapacity", confidence: "measured" },
      used: { value: 700 },
      official: { owned: total, used: 650, asOf },
      contributions,
    });
    expect(report.contributions).toHaveLength(contributions.length);
  });

  it("tells what is owned even when the licences were not read", () => {
    const tenant = withTotal(12_000).without("subscribedSkus", "forbidden");
    expect(meter(tenant, "storageDatabase")).toMatchObject({
      owned: { value: 12_000 },
      contributions: [line(12_000)],
      status: "ok",
    });
  });

  it("counts by the catalogue where the admin center never measured", () => {
    const report = meter(withTotal(0, false), "storageDatabase");
    expect(report).toMatchObject({ owned: { value: 10_000, source: "graph.subscribedSkus" } });
    expect(report.official).toBeUndefined();
  });
});

describe("licences", () => {
  it("show what each subscription gives; what comes once stands with the first", () => {
    const tenant = fakeTenant()
      .withSku("contactCenterDigital", { enabled: 10, nextLifecycleAt: "2027-01-01T00:00:00Z" })
      .withSku([guid(5), "CONTOSO_BASE"], { enabled: 1, plans: [{ id: planIds.journeysBase, name: "JOURNEYS" }] });
    const [base, digital] = snapshotOf(tenant).licences;
    expect(digital).toEqual({
      id: guid(1000),
      skuId: "59d3d0bf-df39-4b8b-8601-ea6c09a7fd66",
      skuPartNumber: "DYNAMICS_365_CONTACT_CENTER_DIGITAL",
      product: "contactCenterDigital",
      productName: "Dynamics 365 Contact Center Digital",
      grade: "exact",
      state: "active",
      trial: false,
      quantity: 10,
      renewsAt: "2027-01-01T00:00:00Z",
      grants: [
        { meter: "storageDatabase", amount: 2_500 },
        { meter: "storageFile", amount: 20_000 },
        { meter: "storageLog", amount: 20_000 },
        { meter: "recordRoutes", amount: 500 },
        { meter: "seatsDigital", amount: 10 },
      ],
    });
    expect(base).toMatchObject({ grade: "inferred", product: "customerInsightsBase", trial: false });
  });

  it("show one environment for a free trial, whatever units it reports", () => {
    const [trial] = snapshotOf(fakeTenant().withSku("customerInsightsTrial", 10_000)).licences;
    expect(trial).toMatchObject({ trial: true, quantity: 10_000, grants: [{ meter: "trialEnvironments", amount: 1 }] });
  });
});
