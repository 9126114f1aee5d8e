import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, runId } from "../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, plan, type MeterReport, type Threshold } from "..";

const report = (tenant: ReturnType<typeof fakeTenant>, meter: MeterReport["meter"]): MeterReport | undefined =>
  assemble(tenant.facts(), defaultSettings, { id: runId, asOf }).meters.find((item) => item.meter === meter);

describe("thresholds of the customer", () => {
  const decided = { by: "Ada", at: "2026-11-01T08:00:00Z" };
  const early = { meter: "storageLog", near: 10, critical: 20, ...decided } as const;
  const tenant = fakeTenant().withSku("dataverseLog", 10).withEnvironment("a", { database: 0, file: 0, log: 1_500 });
  const reportWith = (thresholds: readonly Threshold[]) =>
    assemble(tenant.facts(), { ...defaultSettings, thresholds }, { id: runId, asOf });
  const log = (thresholds: readonly Threshold[]) =>
    reportWith(thresholds).meters.find(({ meter }) => meter === "storageLog");

  it("decide the status of their meter, the last one of several, and are told with who and when", () => {
    expect(log([])).not.toHaveProperty("threshold");
    const { near, critical, by, at } = early;
    expect(log([{ ...early, near: 90, critical: 95 }, early])).toMatchObject({
      ...{ status: "near", threshold: { near, critical, by, at } },
    });
    expect(log([{ ...early, meter: "storageFile" }])).toMatchObject({ status: "ok" });
  });

  it("stand in the snapshot, so that a plan goes by them too", () => {
    expect(reportWith([])).not.toHaveProperty("thresholds");
    const planned = plan(reportWith([early]), [{ kind: "add", product: "dataverseFile", quantity: 1 }]);
    const after = planned.kind === "plan" ? planned.plan.after : [];
    expect(after.find(({ meter }) => meter === "storageLog")).toMatchObject({ status: "near" });
  });
});

describe("CC.addon.max", () => {
  const agents = fakeTenant().withSku("customerServiceEnterprise", 10);

  it("says nothing of an add-on that nobody holds", () => {
    expect(report(agents, "addOnVoice")).toMatchObject({ owned: { value: 10 }, used: { value: 0 }, status: "none" });
  });

  it("counts from the first one on", () => {
    expect(report(agents.withSku("contactCenterVoiceAddOn", 1), "addOnVoice")).toMatchObject({
      used: { value: 1 },
      status: "ok",
      over: 0,
    });
    expect(report(agents.withSku("contactCenterVoiceAddOn", 11), "addOnVoice")).toMatchObject({
      used: { value: 11 },
      status: "over",
      over: 1,
    });
  });
});

describe("STO.overflow", () => {
  const quiet = { over: 0, coveredBy: [], blockedOperations: [] };
  const pools = (database: number, file: number, log: number) =>
    fakeTenant().withSku("dataverseDatabase", database).withSku("dataverseFile", file).withSku("dataverseLog", log);
  const halfRead = { coverage: { read: 1, total: 2 } };

  it("tells room only where every environment was measured, in the pool and in those that lend to it", () => {
    const tenant = pools(10, 20, 10).withEnvironment("a", { database: 1_000, file: 1_000, log: 1_000 });
    expect(report(tenant, "storageLog")).toMatchObject({ status: "ok", ...quiet });
    const partial = tenant.withEnvironment("b", { database: 1_000, file: 1_000 });
    expect(report(partial, "storageLog")).toMatchObject({ status: "unknown", ...quiet, ...halfRead });
    expect(report(partial, "storageFile")).toMatchObject({ status: "unknown", ...quiet, used: { value: 2_000 } });
    expect(report(partial, "storageDatabase")).toMatchObject({ status: "ok", ...quiet, used: { value: 2_000 } });
  });

  it("keeps near, critical and over of a part of the environments: the others can only add", () => {
    const part = (log: number) =>
      report(
        pools(10, 20, 10).withEnvironment("a", { database: 10_000, file: 0, log }).withEnvironment("b"),
        "storageLog",
      );
    expect(part(8_500)).toMatchObject({ status: "unknown", ...halfRead });
    expect(part(8_501)).toMatchObject({ status: "near", ...halfRead });
    expect(part(9_501)).toMatchObject({ status: "critical", ...halfRead });
    expect(part(10_001)).toMatchObject({ status: "over", over: 1, ...halfRead });
  });

  it("does not call log covered by a database of which a part was measured, and says what it lends so far", () => {
    const tenant = pools(10, 20, 10).withEnvironment("a", { database: 1_000, file: 0, log: 11_000 });
    const loan = { over: 0, coveredBy: [{ pool: "database", amount: 1_000 }] };
    expect(report(tenant, "storageLog")).toMatchObject({ status: "covered", ...loan });
    const partial = tenant.withEnvironment("b", { file: 0, log: 0 });
    expect(report(partial, "storageLog")).toMatchObject({
      status: "unknown",
      ...loan,
      coverage: { read: 2, total: 2 },
    });
  });

  it("calls a pool none only when nothing is used anywhere", () => {
    const tenant = fakeTenant().withEnvironment("a", { database: 0, file: 0, log: 0 });
    expect(report(tenant, "storageDatabase")).toMatchObject({ status: "none", ...quiet });
    expect(report(tenant.withEnvironment("b"), "storageDatabase")).toMatchObject({ status: "unknown", ...quiet });
  });

  it("does not call a log pool over while the size of what the database may lend is not known", () => {
    const tenant = pools(0, 0, 10).withSku("marketingBase").withEnvironment("a", { database: 0, file: 0, log: 11_000 });
    expect(report(tenant, "storageLog")).toMatchObject({ status: "unknown", ...quiet });
  });
});

describe("STO.blocked-operations", () => {
  it("tells what is refused without a free gigabyte, also where not every environment was measured", () => {
    const tenant = fakeTenant()
      .withSku("dataverseDatabase", 2)
      .withEnvironment("a", { database: 1_001, file: 0, log: 0 })
      .withEnvironment("b");
    expect(report(tenant, "storageDatabase")).toMatchObject({
      ...{ status: "unknown", over: 0, blockedOperations: ["create", "convertTrial", "recover"] },
    });
  });
});
