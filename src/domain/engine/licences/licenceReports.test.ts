import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, guid, runId, skuIds, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, type LicenceReport, type Settings } from "../..";

const reports = (tenant: FakeTenant, settings: Settings = defaultSettings): readonly LicenceReport[] =>
  assemble(tenant.facts(), settings, { id: runId, asOf }).licences;

const [skuId, skuPartNumber] = skuIds.dataverseDatabase;

const report: LicenceReport = {
  ...{ id: guid(1000), skuId, skuPartNumber },
  ...{ product: "dataverseDatabase", productName: "Dataverse Database Capacity (1 GB)" },
  ...{ grade: "exact", state: "active", trial: false, quantity: 2 },
  grants: [{ meter: "storageDatabase", amount: 2_000 }],
};

const times = { createdAt: "2024-01-01T00:00:00Z", nextLifecycleAt: "2027-01-01T00:00:00Z" };

describe("a licence in the snapshot", () => {
  it("says when it was made, when it ends and that it ends", () => {
    expect(
      reports(fakeTenant().withSku("dataverseDatabase", { enabled: 2, ...times, autoRenews: false })),
    ).toStrictEqual([{ ...report, createdAt: times.createdAt, renewsAt: times.nextLifecycleAt, renewal: "ends" }]);
  });

  it("tells renewing from ending", () => {
    const [one] = reports(fakeTenant().withSku("dataverseDatabase", { enabled: 2, ...times, autoRenews: true }));
    expect(one?.renewal).toBe("renews");
  });

  it("leaves out what nobody told", () => {
    expect(reports(fakeTenant().withSku("dataverseDatabase", 2))).toStrictEqual([report]);
  });

  it("says of a subscription without a SKU what it says of others", () => {
    const gone = { id: guid(5), skuId: guid(6), skuPartNumber: "GONE", status: "Deleted", isTrial: true };
    const tenant = fakeTenant().withSubscription({ ...gone, totalLicences: 4, ...times, autoRenews: false });
    expect(reports(tenant)).toStrictEqual([
      {
        ...{ id: guid(5), skuId: guid(6), skuPartNumber: "GONE", grade: "unknown", state: "deleted" },
        ...{ trial: true, quantity: 4, grants: [] },
        ...{ createdAt: times.createdAt, renewsAt: times.nextLifecycleAt, renewal: "ends" },
      },
    ]);
  });

  it("names who said what it is", () => {
    const decided = { by: "Ada", at: "2026-11-01T00:00:00Z" };
    const overrides = [{ kind: "sku", skuId: guid(7), product: "dataverseDatabase", ...decided }] as const;
    const [one] = reports(fakeTenant().withSku([guid(7), "CONTOSO"], 2), { ...defaultSettings, overrides });
    expect(one).toStrictEqual({ ...report, skuId: guid(7), skuPartNumber: "CONTOSO", override: decided });
  });

  it("gives a trial its environment by the subscription, and what comes once to the first of its kind", () => {
    const trial = fakeTenant().withSku("customerInsightsTrial", { enabled: 10_000, trial: true });
    expect(reports(trial).map(({ grants }) => grants)).toEqual([[{ meter: "trialEnvironments", amount: 1 }]]);
    const two = { id: guid(3), totalLicences: 1, status: "Enabled", isTrial: false };
    const [attachId, attachName] = skuIds.customerInsightsAttach;
    const tenant = fakeTenant()
      .withSku("customerInsightsAttach", { enabled: 1, units: { enabled: 2 }, subscriptionId: guid(4) })
      .withSubscription({ ...two, skuId: attachId, skuPartNumber: attachName });
    const database = (report: LicenceReport) => report.grants.find(({ meter }) => meter === "storageDatabase")?.amount;
    expect(reports(tenant).map((report) => [report.id, report.quantity, database(report)])).toStrictEqual([
      [guid(3), 1, 45_000],
      [guid(4), 1, undefined],
    ]);
  });
});
