import { describe, expect, it } from "vitest";
import { fakeTenant, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { defaultSettings } from "../../settings";
import { assemble } from "../../snapshot/assemble";
import { plan } from "../plan/planner";

const snapshotAt = (tenant: FakeTenant, asOf: string) => assemble(tenant.facts(), defaultSettings, { id: "run", asOf });

const digital = (options: { readonly nextLifecycleAt?: string; readonly autoRenews?: boolean; createdAt?: string }) =>
  fakeTenant().withSku("contactCenterDigital", { enabled: 100, ...options });

/** Routes owned, and the state of the licence. */
const at = (tenant: FakeTenant, asOf: string) => {
  const { meters, licences } = snapshotAt(tenant, asOf);
  const routes = meters.find(({ meter }) => meter === "recordRoutes")?.owned;
  return [routes?.kind === "known" ? routes.value : routes?.kind, ...licences.map(({ state }) => state)];
};

describe("GEN.licence.active", () => {
  const end = "2027-01-01T00:00:00Z";

  it("lets a subscription that is told to end go on its last instant", () => {
    const ending = digital({ nextLifecycleAt: end, autoRenews: false });
    expect(at(ending, "2026-12-31T23:59:59Z")).toEqual([5_000, "active"]);
    expect(at(ending, end)).toEqual([0, "cancelled"]);
    expect(at(ending, "2027-01-02T00:00:00Z")).toEqual([0, "cancelled"]);
  });

  it("keeps one that renews, one of which nobody told, and one without a date", () => {
    const later = "2027-01-02T00:00:00Z";
    expect(at(digital({ nextLifecycleAt: end, autoRenews: true }), later)).toEqual([5_000, "active"]);
    expect(at(digital({ nextLifecycleAt: end }), later)).toEqual([5_000, "active"]);
    expect(at(digital({ autoRenews: false }), later)).toEqual([5_000, "active"]);
  });

  it("counts a subscription from its first instant", () => {
    const young = digital({ createdAt: "2026-11-10T12:00:00Z" });
    expect(at(young, "2026-11-10T11:59:59Z")).toEqual([0, "suspended"]);
    expect(at(young, "2026-11-10T12:00:00Z")).toEqual([5_000, "active"]);
  });

  it("is the same for a plan without changes", () => {
    const snapshot = snapshotAt(digital({ nextLifecycleAt: end, autoRenews: false }), "2027-03-01T00:00:00Z");
    const planned = plan(snapshot, []);
    expect(planned.kind === "plan" ? planned.plan.after : planned).toEqual(snapshot.meters);
  });

  it("leaves what does not count anyway as it is", () => {
    const locked = fakeTenant().withSku("contactCenterDigital", {
      ...{ units: { suspended: 100 }, status: "Suspended", nextLifecycleAt: end, autoRenews: false },
    });
    expect(at(locked, "2027-03-01T00:00:00Z")).toEqual([0, "suspended"]);
  });
});
