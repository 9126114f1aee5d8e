import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import {
  add,
  changeOf,
  drop,
  ownedAfter,
  planned,
  reportOf,
  snapshotOf,
  withReport,
} from "../../../../test/fixtures/plans.fixture";
import type { Change } from "../..";

const counting = (tenant: FakeTenant, total: number) =>
  tenant.withEnvironment("a", { database: 700, file: 0, log: 0 }).withCapacity({
    pools: [{ pool: "database", total, actual: 900, rated: 650, status: "Available", measuredAt: asOf }],
  });

const tenGigabytes = () => fakeTenant().withSku("dataverseDatabase", 10);

describe("STO.entitlement.tenant, with the admin center's own count", () => {
  const snapshot = snapshotOf(counting(tenGigabytes(), 12_000));

  it("moves by what the catalogue's lines move; the difference stays", () => {
    const after = (...changes: readonly Change[]) => {
      const report = reportOf(planned(snapshot, ...changes).after, "storageDatabase");
      return [report.official?.owned, report.contributions.map(({ product, amount }) => [product, amount])];
    };
    const line = ["adminCenter", 2_000];
    expect(after()).toEqual([12_000, [["dataverseDatabase", 10_000], line]]);
    expect(after(add("dataverseDatabase", 3))).toEqual([15_000, [["dataverseDatabase", 13_000], line]]);
    expect(after(drop("dataverseDatabase", 4))).toEqual([8_000, [["dataverseDatabase", 6_000], line]]);
    expect(after(add("dataverseFile", 3))).toEqual([12_000, [["dataverseDatabase", 10_000], line]]);
  });

  it("never owns less than nothing", () => {
    const little = snapshotOf(counting(tenGigabytes(), 4_000));
    const result = planned(little, drop("dataverseDatabase", 9));
    expect(changeOf(result, "storageDatabase").after.owned).toMatchObject({
      ...{ kind: "known", value: 0, source: "powerplatform.tenantCapacity", confidence: "measured" },
    });
  });

  it("rates what a new environment stores", () => {
    const environment = {
      kind: "environment",
      type: "production",
      database: 50,
      file: 1,
      log: 1,
      installs: [],
    } as const;
    expect(reportOf(planned(snapshot, environment).after, "storageDatabase")).toMatchObject({
      used: { value: 750 },
      official: { owned: 12_000, used: 700, asOf },
    });
  });

  it("keeps its rated use when nobody could read what is used", () => {
    const used = { kind: "unknown", reason: { code: "noReading" } } as const;
    const unread = withReport(snapshot, "storageDatabase", { used });
    expect(reportOf(planned(unread, add("dataverseDatabase")).after, "storageDatabase")).toMatchObject({
      used,
      official: { owned: 13_000, used: 650, asOf },
    });
  });

  it("is not told any more when something of unknown size goes, and stays when it comes", () => {
    const legacy = snapshotOf(counting(fakeTenant().withSku("marketingBase", 2), 12_000));
    const gone = reportOf(planned(legacy, drop("marketingBase")).after, "storageDatabase");
    expect(gone).toMatchObject({
      owned: { kind: "unknown", reason: { code: "notInCatalogue" } },
      ...{ ownedAtRisk: 0, contributions: [], status: "unknown", over: 0 },
    });
    expect(gone.official).toBeUndefined();
    expect(ownedAfter(planned(legacy, add("marketingBase")), "storageDatabase")).toBe(12_000);
    expect(ownedAfter(planned(legacy, drop("marketingBase"), add("marketingAttach")), "storageDatabase")).toBe(12_000);
    expect(ownedAfter(planned(legacy, drop("marketingBase")), "installOutbound")).toBe(1);
  });

  it("is not told any more when licences that were not read may give already what new ones give once", () => {
    const unread = snapshotOf(counting(tenGigabytes(), 12_000).without("subscribedSkus", "forbidden"));
    expect(planned(unread).after).toEqual(unread.meters);
    expect(ownedAfter(planned(unread, add("contactCenterDigital")), "storageDatabase")).toBe("unknown");
    expect(ownedAfter(planned(unread, add("dataverseDatabase")), "storageDatabase")).toBe(13_000);
    expect(ownedAfter(planned(unread, add("dataverseFile")), "storageDatabase")).toBe(12_000);
  });
});

describe("the catalogue's own count", () => {
  it("stays a lower bound with something of unknown size", () => {
    const snapshot = snapshotOf(fakeTenant().withSku("marketingBase", 2).withSku("dataverseDatabase", 3));
    expect(changeOf(planned(snapshot, drop("marketingBase")), "storageDatabase").after.owned).toMatchObject({
      ...{ value: 3_000, confidence: "estimated" },
    });
    expect(changeOf(planned(snapshot, drop("marketingBase", 2)), "storageDatabase").after.owned).toMatchObject({
      ...{ value: 3_000, confidence: "measured" },
    });
  });
});
