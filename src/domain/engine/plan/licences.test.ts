import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, guid, planIds, skuIds } from "../../../../test/fixtures/fakeTenant.fixture";
import { add, decided, drop, ownedAfter, planned, reportOf, snapshotOf } from "../../../../test/fixtures/plans.fixture";
import type { CompanySubscription, MeterId, Plan, Snapshot } from "../..";

const linesOf = ({ after }: Plan, meter: MeterId) =>
  reportOf(after, meter).contributions.map(({ product, quantity, inGrace, amount }) => [
    product,
    quantity,
    inGrace,
    amount,
  ]);

const subscription = (id: number, figures: Partial<CompanySubscription>): CompanySubscription => ({
  id: guid(id),
  skuId: skuIds.contactCenterDigital[0],
  skuPartNumber: skuIds.contactCenterDigital[1],
  status: "Enabled",
  isTrial: false,
  totalLicences: 10,
  ...figures,
});

describe("licences added", () => {
  it("count with those of their kind, in one line", () => {
    const snapshot = snapshotOf(fakeTenant().withSku("contactCenterDigital", { units: { enabled: 60, warning: 40 } }));
    expect(linesOf(planned(snapshot, add("contactCenterDigital", 5)), "recordRoutes")).toEqual([
      ["contactCenterDigital", 105, 40, 5_250],
    ]);
  });

  it("stand beside licences whose nature is inferred, and beside trials", () => {
    const plans = [{ id: planIds.journeysBase, name: "JOURNEYS" }];
    const inferred = fakeTenant().withSku([guid(7), "CONTOSO_BASE"], { enabled: 3, plans });
    const result = planned(snapshotOf(inferred), add("customerInsightsBase", 5));
    expect(
      reportOf(result.after, "interactedPeople").contributions.map(({ grade, quantity }) => [grade, quantity]),
    ).toEqual([
      ["inferred", 3],
      ["exact", 5],
    ]);
    const trial = fakeTenant().withSku("contactCenterDigital", { enabled: 25, trial: true });
    expect(ownedAfter(planned(snapshotOf(trial), add("contactCenterDigital", 1)), "recordRoutes")).toBe(50);
  });

  it("take the name of the licence that counts, not of one that was cancelled", () => {
    const gone = fakeTenant().withSku(["f0000000-0000-4000-8000-000000000009", "CONTOSO_CC"], {
      units: { suspended: 5 },
      status: "Suspended",
    });
    const override = {
      kind: "sku",
      skuId: "f0000000-0000-4000-8000-000000000009",
      product: "contactCenterDigital",
      ...decided,
    } as const;
    const suspended = snapshotOf(gone, { overrides: [override] });
    const [line] = reportOf(planned(suspended, add("contactCenterDigital")).after, "recordRoutes").contributions;
    expect(line?.skuPartNumber).toBe(skuIds.contactCenterDigital[1]);
    expect(line?.override).toBeUndefined();
    const held = fakeTenant().withSku(["f0000000-0000-4000-8000-000000000009", "CONTOSO_CC"], 5);
    const mapped = planned(snapshotOf(held, { overrides: [override] }), add("contactCenterDigital"));
    expect(reportOf(mapped.after, "recordRoutes").contributions).toMatchObject([
      { quantity: 6, skuPartNumber: "CONTOSO_CC", override: { kind: "sku", ...decided } },
    ]);
  });

  it("are named by the catalogue where nothing of the kind is held", () => {
    const line = (product: string, meter: MeterId) =>
      reportOf(planned(snapshotOf(fakeTenant()), add(product)).after, meter).contributions[0];
    expect(line("contactCenterDigital", "recordRoutes")).toMatchObject({
      ...{ skuPartNumber: skuIds.contactCenterDigital[1], grade: "exact", trial: false, inGrace: 0 },
    });
    expect(line("unifiedRouting", "recordRoutes")).toMatchObject({ amount: 10_000, grade: "exact" });
  });

  it("of a trial bring one environment, and no paid quota", () => {
    const result = planned(snapshotOf(fakeTenant()), add("customerInsightsTrial", 500));
    expect(ownedAfter(result, "trialEnvironments")).toBe(1);
    expect(ownedAfter(result, "interactedPeople")).toBe(0);
    expect(result.cost.change).toMatchObject({ cents: 0, complete: true });
  });

  it("leave what is owned unknown when the licences were not read", () => {
    const unread = snapshotOf(fakeTenant().without("subscribedSkus", "forbidden"));
    expect(ownedAfter(planned(unread, add("contactCenterDigital")), "recordRoutes")).toBe("unknown");
    const trials = snapshotOf(fakeTenant().without("companySubscriptions", "forbidden"));
    expect(ownedAfter(planned(trials, add("customerInsightsTrial")), "trialEnvironments")).toBe("unknown");
    expect(ownedAfter(planned(trials, add("contactCenterDigital")), "recordRoutes")).toBe(50);
  });

  it("of a snapshot that says nothing of a source are as unsure as it is", () => {
    const snapshot: Snapshot = { ...snapshotOf(fakeTenant()), sources: [] };
    expect(reportOf(planned(snapshot).after, "recordRoutes").owned).toEqual({
      kind: "unknown",
      reason: { code: "sourceNotRead" },
    });
  });
});

describe("licences dropped", () => {
  it("take planned ones first, then those in grace, then what can end soonest, and trials last", () => {
    const tenant = fakeTenant()
      .withSku("contactCenterDigital", { units: { enabled: 35, warning: 5 }, trial: true, subscriptionId: guid(1) })
      .withSubscription(subscription(2, { nextLifecycleAt: "2027-06-01T00:00:00Z" }))
      .withSubscription(subscription(3, { nextLifecycleAt: "2027-03-01T00:00:00Z" }))
      .withSubscription(subscription(4, {}))
      .withSubscription(subscription(5, { status: "Warning", totalLicences: 5 }));
    const snapshot = snapshotOf(tenant);
    const left = (quantity: number) =>
      linesOf(
        planned(snapshot, add("contactCenterDigital", 2), drop("contactCenterDigital", quantity)),
        "recordRoutes",
      );
    const trialLine = (quantity: number) => ["contactCenterDigital", quantity, 0, 0];
    expect(left(2)).toEqual([["contactCenterDigital", 35, 5, 1_750], trialLine(5)]);
    expect(left(4)).toEqual([["contactCenterDigital", 33, 3, 1_650], trialLine(5)]);
    expect(left(7)).toEqual([["contactCenterDigital", 30, 0, 1_500], trialLine(5)]);
    expect(left(37)).toEqual([trialLine(5)]);
    expect(left(40)).toEqual([trialLine(2)]);
  });

  it("end first what can end soonest", () => {
    const snapshot = snapshotOf(
      fakeTenant()
        .withSku("contactCenterDigital", {
          enabled: 30,
          subscriptionId: guid(2),
          nextLifecycleAt: "2027-06-01T00:00:00Z",
        })
        .withSubscription(subscription(3, { nextLifecycleAt: "2027-03-01T00:00:00Z" }))
        .withSubscription(subscription(4, {})),
    );
    const ending: Snapshot = {
      ...snapshot,
      licences: snapshot.licences.map((licence, index) => ({
        ...licence,
        quantity: 10,
        ...(licence.renewsAt === undefined ? {} : { renewal: "ends" as const }),
        id: guid(index),
      })),
    };
    const after = (quantity: number, day: string) =>
      ownedAfter(
        planned(ending, drop("contactCenterDigital", quantity), { kind: "date", asOf: `${day}T00:00:00Z` }),
        "recordRoutes",
      );
    expect([after(1, "2027-02-28"), after(1, "2027-03-01"), after(1, "2027-06-01")]).toEqual([1_450, 1_000, 500]);
    expect([after(10, "2027-03-01"), after(11, "2027-03-01"), after(11, "2027-06-01")]).toEqual([1_000, 950, 500]);
    expect([after(20, "2027-06-01"), after(21, "2027-06-01")]).toEqual([500, 450]);
  });

  it("do not take what does not count", () => {
    const snapshot = snapshotOf(
      fakeTenant()
        .withSku("contactCenterDigital", { enabled: 3 })
        .withSku("contactCenterVoice", { units: { suspended: 4 }, status: "Suspended" }),
    );
    expect(() => planned(snapshot, drop("contactCenterVoice"))).toThrow("notHeld");
    expect(ownedAfter(planned(snapshot, drop("contactCenterDigital", 3)), "recordRoutes")).toBe(0);
  });

  it("leave unknown licences alone", () => {
    const snapshot = snapshotOf(fakeTenant().withSku([guid(9), "CONTOSO_DYN365"], 3));
    const renamed = {
      ...snapshot,
      licences: snapshot.licences.map((item) => ({ ...item, grade: "exact" as const, product: "later" })),
    };
    expect(() => planned(renamed, drop("contactCenterVoice"))).toThrow("notHeld");
    expect(planned(renamed).after).toEqual(snapshot.meters);
  });
});

describe("CI-J.legacy.renewal", () => {
  const tenant = fakeTenant().withSku("marketingBase", 2).withSku("marketingAttach", { enabled: 4, trial: true });

  it("ends the old licences and buys as many new ones, or as many as asked", () => {
    const renewal = { kind: "renewAs", from: "marketingBase", to: "customerInsightsBase" } as const;
    const same = planned(snapshotOf(tenant), renewal);
    expect([ownedAfter(same, "interactedPeople"), ownedAfter(same, "unifiedPeople")]).toEqual([20_000, 200_000]);
    expect(ownedAfter(same, "installOutbound")).toBe(8);
    expect(same.cost.change).toEqual({ cents: 340_000, currency: "USD", complete: false, missing: ["marketingBase"] });
    const one = planned(snapshotOf(tenant), { ...renewal, quantity: 1 });
    expect([ownedAfter(one, "interactedPeople"), ownedAfter(one, "installOutbound")]).toEqual([10_000, 4]);
  });

  it("renews what was bought in the plan too, and leaves trials", () => {
    const both = fakeTenant()
      .withSku("marketingBase", { enabled: 3, subscriptionId: guid(1) })
      .withSubscription({ ...subscription(2, { isTrial: true, totalLicences: 1 }), skuId: skuIds.marketingBase[0] });
    const snapshot = snapshotOf(both);
    expect(snapshot.licences.map(({ trial, quantity }) => [trial, quantity])).toEqual([
      [false, 3],
      [true, 0],
    ]);
    const result = planned(snapshot, add("marketingBase", 2), {
      ...{ kind: "renewAs", from: "marketingBase", to: "customerInsightsAttach" },
    });
    expect(linesOf(result, "interactedPeople")).toEqual([["customerInsightsAttach", 5, 0, 50_000]]);
  });
});

describe("GEN.licence.active", () => {
  const ending = (renewal?: "ends" | "renews"): Snapshot => {
    const snapshot = snapshotOf(
      fakeTenant().withSku("contactCenterDigital", { enabled: 100, nextLifecycleAt: "2027-01-01T00:00:00Z" }),
    );
    return {
      ...snapshot,
      licences: snapshot.licences.map((licence) => ({ ...licence, ...(renewal === undefined ? {} : { renewal }) })),
    };
  };
  const routesOn = (snapshot: Snapshot, instant: string) =>
    ownedAfter(planned(snapshot, { kind: "date", asOf: instant }), "recordRoutes");

  it("lets a subscription that ends go on its last instant", () => {
    expect(routesOn(ending("ends"), "2026-12-31T23:59:59Z")).toBe(5_000);
    expect(routesOn(ending("ends"), "2027-01-01T00:00:00Z")).toBe(0);
    expect(routesOn(ending("ends"), "2027-01-01T00:00:01Z")).toBe(0);
  });

  it("keeps one that renews, and one of which nobody told", () => {
    expect(routesOn(ending("renews"), "2027-06-01T00:00:00Z")).toBe(5_000);
    expect(routesOn(ending(), "2027-06-01T00:00:00Z")).toBe(5_000);
  });

  it("keeps what says that it ends and not when", () => {
    const open = snapshotOf(fakeTenant().withSku("contactCenterDigital", 100));
    const licences = open.licences.map((licence) => ({ ...licence, renewal: "ends" as const }));
    expect(routesOn({ ...open, licences }, "2030-06-01T00:00:00Z")).toBe(5_000);
  });

  it("keeps what the plan buys, and lets the plan renew what would end", () => {
    const date = { kind: "date", asOf: "2028-01-01T00:00:00Z" } as const;
    expect(ownedAfter(planned(ending("ends"), date, add("contactCenterDigital", 3)), "recordRoutes")).toBe(150);
    const renewal = { kind: "renewAs", from: "contactCenterDigital", to: "contactCenter" } as const;
    expect(ownedAfter(planned(ending("ends"), date, renewal), "recordRoutes")).toBe(5_000);
  });

  it("takes the last of several dates", () => {
    const on = (...days: readonly string[]) =>
      ownedAfter(planned(ending("ends"), ...days.map((day) => ({ kind: "date" as const, asOf: day }))), "recordRoutes");
    expect([on("2028-01-01T00:00:00Z", asOf), on(asOf, "2028-01-01T00:00:00Z")]).toEqual([5_000, 0]);
  });
});
