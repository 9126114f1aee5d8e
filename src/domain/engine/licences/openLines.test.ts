import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, guid, runId, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { assemble, decode, defaultSettings, encode, type MeterId, type MeterReport, type Settings } from "../..";
import { plan } from "../plan/planner";

const snapshotOf = (tenant: FakeTenant, settings: Settings = defaultSettings) =>
  assemble(tenant.facts(), settings, { id: runId, asOf });

const reportOf = (tenant: FakeTenant, meter: MeterId = "recordRoutes"): MeterReport | undefined =>
  snapshotOf(tenant).meters.find((report) => report.meter === meter);

/** 5,000 routes owned; licences may be added. */
const center = (used: number): FakeTenant =>
  fakeTenant().withSku("contactCenterDigital", 100).withEnvironment("a").withImport("a", "recordRoutes", used);

const next = [guid(7), "CONTACT_CENTER_NEXT"] as const;

const line = {
  ...{ product: guid(7), productName: "CONTACT_CENTER_NEXT", quantity: 3, inGrace: 0, perUnit: 0, once: false },
  ...{ amount: 0, rule: "DATA.sku.unknown", edition: "seed", grade: "unknown", trial: false, note: "licenceNotKnown" },
};

describe("DATA.sku.unknown", () => {
  it("leaves what is owned as it is, and calls it an estimate because the licence may give more", () => {
    const report = reportOf(center(5_001).withSku(next, 3));
    expect(report?.owned).toMatchObject({ kind: "known", value: 5_000, confidence: "estimated" });
    expect(report?.contributions.slice(1)).toMatchObject([line]);
    expect(reportOf(center(5_001))?.owned).toMatchObject({ value: 5_000, confidence: "measured" });
  });

  it("tells what is over with the licence that may cover it, and not as an error", () => {
    const told = (tenant: FakeTenant) =>
      snapshotOf(tenant)
        .findings.filter(({ kind }) => kind === "overQuota")
        .map(({ severity, facts }) => [severity, facts["over"], facts["mayCover"]]);
    expect(told(center(5_001))).toEqual([["error", 1, undefined]]);
    const two = center(5_001)
      .withSku(next, 3)
      .withSku([guid(8), "DYN365_CS_OTHER"], 1);
    expect(told(two)).toEqual([["warning", 1, "CONTACT_CENTER_NEXT, DYN365_CS_OTHER"]]);
    expect(told(center(5_001).withSku([guid(9), "D365_MARKETING_NEXT"], 1))).toEqual([["error", 1, undefined]]);
  });

  it("does not say that nothing is owned where nobody can know", () => {
    const statusOf = (tenant: FakeTenant, meter: MeterId) =>
      reportOf(tenant.withEnvironment("a", { database: 0, file: 0, log: 0, type: "developer" }), meter)?.status;
    const unknown = fakeTenant().withSku([guid(9), "D365_MARKETING_NEXT"], 1);
    expect(statusOf(fakeTenant(), "throughput")).toBe("none");
    expect(statusOf(unknown, "throughput")).toBe("unknown");
    expect(statusOf(fakeTenant(), "storageDatabase")).toBe("none");
    expect(statusOf(unknown, "storageDatabase")).toBe("unknown");
    expect(statusOf(fakeTenant(), "installOutbound")).toBe("none");
    expect(statusOf(unknown, "installOutbound")).toBe("unknown");
  });

  it("takes subscriptions of one SKU together, and says what of it is in grace", () => {
    const report = reportOf(center(1).withSku(next, { enabled: 2, units: { enabled: 2, warning: 1 } }));
    expect(report?.contributions.slice(1)).toMatchObject([{ ...line, inGrace: 1 }]);
  });

  it("leaves nothing open through licences that do not count", () => {
    const idle = center(1)
      .withSku(next, { units: { suspended: 3 }, status: "Suspended" })
      .withSku([guid(8), "CONTACT_CENTER_EMPTY"], 0);
    expect(reportOf(idle)?.contributions).toHaveLength(1);
  });

  it("lets a trial leave open only how many trial environments there may be, and a bought one only the rest", () => {
    const meters = (tenant: FakeTenant) =>
      snapshotOf(tenant)
        .meters.filter(({ contributions }) => contributions.length > 0)
        .map(({ meter }) => meter);
    const marketing = (trial: boolean) => fakeTenant().withSku([guid(9), "D365_MARKETING_NEXT"], { enabled: 1, trial });
    expect(meters(marketing(true))).toEqual(["trialEnvironments"]);
    expect(meters(marketing(false))).toEqual([
      ...["interactedPeople", "monthlyInteractions", "unifiedPeople", "throughput"],
      ...["storageDatabase", "storageFile", "storageLog", "installOutbound", "installJourneys", "installData"],
    ]);
    const untold = marketing(false).without("companySubscriptions", "forbidden");
    expect(meters(untold)).toEqual(meters(marketing(false)));
    expect(reportOf(untold, "trialEnvironments")?.owned).toMatchObject({ kind: "unknown" });
  });

  it("leaves nothing open where the customer named the product, or the admin center counts", () => {
    const tenant = center(1).withSku([guid(9), "CDS_NEXT"], 3);
    const overrides = [{ kind: "sku", skuId: guid(9), product: "dataverseLog", by: "Ada", at: asOf }] as const;
    const named = snapshotOf(tenant, { ...defaultSettings, overrides });
    expect(named.meters.flatMap(({ contributions }) => contributions.filter(({ grade }) => grade !== "exact"))).toEqual(
      [],
    );
    const counted = tenant.withCapacity({
      pools: (["database", "file", "log"] as const).map((pool) => ({
        pool,
        total: 1_000_000,
        rated: 1,
        actual: 1,
        status: "Available",
        measuredAt: asOf,
      })),
    });
    expect(reportOf(tenant, "storageLog")?.owned).toMatchObject({ confidence: "estimated" });
    expect(reportOf(counted, "storageLog")?.owned).toMatchObject({ value: 1_000_000, confidence: "measured" });
    expect(reportOf(counted, "storageLog")?.contributions.map(({ grade }) => grade)).toEqual(["exact", "exact"]);
  });

  it("is the same after encoding, and in a plan without changes", () => {
    const plans = [{ id: guid(70), name: "DYN365_CC_NEXT" }];
    const snapshot = snapshotOf(center(5_001).withSku([guid(7), "PACK"], { enabled: 3, plans }));
    expect(snapshot.licences.map(({ mayGrant }) => mayGrant?.slice(0, 2))).toEqual([
      undefined,
      ["recordRoutes", "voicebotMinutes"],
    ]);
    expect(decode(encode(snapshot))).toEqual({ kind: "snapshot", snapshot });
    const planned = plan(snapshot, []);
    expect(planned.kind === "plan" ? planned.plan.after : planned).toEqual(snapshot.meters);
    expect(planned.kind === "plan" ? planned.plan.findings : planned).toEqual(snapshot.findings);
  });
});
