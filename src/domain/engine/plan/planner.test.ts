import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, runId, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, type Change, type MeterId, type Plan, type Settings, type Snapshot } from "../..";
import { plan } from "./planner";

const snapshotOf = (tenant: FakeTenant, settings: Settings = defaultSettings): Snapshot =>
  assemble(tenant.facts(), settings, { id: runId, asOf });

const planned = (snapshot: Snapshot, ...changes: readonly Change[]): Plan => {
  const result = plan(snapshot, changes);
  if (result.kind === "refused") throw new Error(JSON.stringify(result.faults));
  return result.plan;
};

const ownedOf = (result: Plan, meter: MeterId) => {
  const owned = result.meters.find((item) => item.meter === meter)!.after.owned;
  return owned.kind === "known" ? owned.value : owned.kind;
};

describe("CC.scenario1", () => {
  it("costs 945 USD a month", () => {
    const service = snapshotOf(fakeTenant().withSku("customerServiceEnterprise", 10));
    const result = planned(
      service,
      { kind: "add", product: "contactCenterDigitalAddOn", quantity: 3 },
      { kind: "add", product: "contactCenterVoiceAddOn", quantity: 7 },
      { kind: "add", product: "customerServicePremium", quantity: 1 },
    );
    expect(result.cost.change).toEqual({ cents: 94_500, currency: "USD", complete: true, missing: [] });
    const meters: readonly MeterId[] = [
      "storageDatabase",
      "storageFile",
      "storageLog",
      "recordRoutes",
      "voicebotMinutes",
      "callIntelligenceMinutes",
    ];
    expect(meters.map((meter) => ownedOf(result, meter))).toEqual([12_750, 306_000, 22_000, 200, 16_000, 48_000]);
  });
});

it("today", () => {
  const t = snapshotOf(
    fakeTenant()
      .withSku("customerServiceEnterprise", 10)
      .withSku("customerInsightsAttach")
      .withEnvironment("a", { database: 400_000, log: 5000, file: 3 })
      .withImport("a", "interactedPeople", 12000),
  );
  const r = planned(t);
  expect(r.after).toEqual(t.meters);
  expect(r.findings).toEqual(t.findings);
  console.log(JSON.stringify(r.packs));
});
