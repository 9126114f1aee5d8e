import { describe, expect, it } from "vitest";
import { fakeTenant, guid, skuIds, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import type { CompanySubscription } from "../../snapshot/facts";
import { licencesOf } from "./licences";
import { skuResolver } from "./resolveSku";

const rows = (tenant: FakeTenant) =>
  licencesOf(tenant.facts(), skuResolver([])).map(({ id, state, trial, quantity }) => ({ id, state, trial, quantity }));

const [skuId, skuPartNumber] = skuIds.contactCenterDigital;

const subscription = (index: number, totalLicences: number, options: Partial<CompanySubscription> = {}) => ({
  ...{ id: guid(index), skuId, skuPartNumber, status: "Enabled", isTrial: false, totalLicences },
  ...options,
});

/** One SKU with units and its own first subscription of 10. */
const digital = (units: object) =>
  fakeTenant()
    .withSku("contactCenterDigital", { enabled: 10, subscriptionId: guid(1), units })
    .facts();

const world = (units: object, subscriptions: readonly CompanySubscription[]) => {
  const facts = digital(units);
  return licencesOf(
    {
      ...facts,
      companySubscriptions: {
        kind: "read",
        source: "graph.subscriptions",
        asOf: "2026-11-22T00:00:00Z",
        value: subscriptions,
      },
    },
    skuResolver([]),
  ).map(({ id, state, trial, quantity }) => ({ id, state, trial, quantity }));
};

describe("GEN.licence.active", () => {
  it("lets the SKU's units decide the quantity", () => {
    expect(world({ enabled: 12 }, [subscription(1, 10)])).toEqual([
      { id: guid(1), state: "active", trial: false, quantity: 12 },
    ]);
  });

  it("keeps trial and bought subscriptions of one SKU apart", () => {
    const both = [subscription(1, 10, { isTrial: true }), subscription(2, 20)];
    expect(world({ enabled: 30 }, both)).toEqual([
      { id: guid(1), state: "active", trial: true, quantity: 10 },
      { id: guid(2), state: "active", trial: false, quantity: 20 },
    ]);
  });

  it("fills what is bought first when units are short", () => {
    const both = [subscription(1, 10, { isTrial: true }), subscription(2, 20)];
    expect(world({ enabled: 25 }, both).map(({ quantity }) => quantity)).toEqual([5, 20]);
  });

  it("keeps units in the grace period as a licence of their own state", () => {
    const both = [subscription(1, 10), subscription(2, 5, { status: "Warning" })];
    expect(world({ enabled: 10, warning: 5 }, both)).toEqual([
      { id: guid(1), state: "active", trial: false, quantity: 10 },
      { id: guid(2), state: "grace", trial: false, quantity: 5 },
    ]);
  });

  it("shows units that no subscription explains", () => {
    expect(world({ enabled: 10, warning: 5 }, [subscription(1, 10)])).toEqual([
      { id: guid(1), state: "active", trial: false, quantity: 10 },
      { id: `${skuId}:grace`, state: "grace", trial: false, quantity: 5 },
    ]);
  });

  it.each([
    [false, false, false],
    [true, true, true],
    [true, false, undefined],
  ])("calls them what all subscriptions agree on: of trials %s and %s it is %s", (one, other, trial) => {
    const both = [subscription(1, 10, { isTrial: one }), subscription(2, 20, { isTrial: other })];
    expect(world({ enabled: 30, warning: 5 }, both).find(({ state }) => state === "grace")).toEqual({
      ...{ id: `${skuId}:grace`, state: "grace", trial, quantity: 5 },
    });
  });

  it("shows what is suspended, cancelled, deleted or of an unheard-of status with its own size", () => {
    const states = ["Suspended", "LockedOut", "Deleted", "Frozen"].map((status, index) =>
      subscription(index + 1, index + 1, { status }),
    );
    expect(world({ enabled: 0 }, states)).toEqual([
      { id: guid(1), state: "suspended", trial: false, quantity: 1 },
      { id: guid(2), state: "cancelled", trial: false, quantity: 2 },
      { id: guid(3), state: "deleted", trial: false, quantity: 3 },
      { id: guid(4), state: "suspended", trial: false, quantity: 4 },
    ]);
  });

  it("gives a subscription whose SKU is gone no units", () => {
    const stranger = subscription(9, 7, { skuId: guid(99), skuPartNumber: "GONE" });
    expect(world({ enabled: 10 }, [subscription(1, 10), stranger])).toEqual([
      { id: guid(1), state: "active", trial: false, quantity: 10 },
      { id: guid(9), state: "active", trial: false, quantity: 0 },
    ]);
  });
});

describe("one licence", () => {
  const identity = {
    skuId,
    skuPartNumber,
    resolved: { grade: "exact", product: "contactCenterDigital", trialSku: false },
  };

  it("has what the subscription tells, and nothing that it does not", () => {
    const plans = [{ id: guid(8), name: "PLAN" }];
    const [plain] = licencesOf(
      fakeTenant().withSku("contactCenterDigital", { enabled: 2, plans }).facts(),
      skuResolver([]),
    );
    expect(plain).toStrictEqual({
      ...{ ...identity, planNames: ["PLAN"], id: guid(1000), state: "active", trial: false, quantity: 2 },
      toldTrial: false,
    });
    const times = { createdAt: "2024-01-01T00:00:00Z", nextLifecycleAt: "2027-01-01T00:00:00Z", autoRenews: true };
    const [full] = licencesOf(
      fakeTenant()
        .withSku("contactCenterDigital", { enabled: 2, ...times })
        .facts(),
      skuResolver([]),
    );
    expect(full).toMatchObject({ renewsAt: times.nextLifecycleAt, createdAt: times.createdAt, renewal: "renews" });
  });

  it("without a SKU has no plans", () => {
    const tenant = fakeTenant().withSubscription(subscription(3, 4, { status: "Suspended" }));
    expect(licencesOf(tenant.facts(), skuResolver([]))).toStrictEqual([
      { ...identity, planNames: [], id: guid(3), state: "suspended", trial: false, quantity: 4, toldTrial: false },
    ]);
  });
});

describe("a SKU that is deleted", () => {
  it("gives nothing, whatever units it still lists", () => {
    const tenant = fakeTenant().withSku("contactCenterDigital", { units: { enabled: 10, warning: 2 } });
    const facts = tenant.facts();
    const { subscribedSkus } = facts;
    const deletedWith = (units: object) => {
      const value =
        subscribedSkus.kind === "read"
          ? subscribedSkus.value.map((sku) => ({ ...sku, status: "Deleted", units: { ...sku.units, ...units } }))
          : [];
      const none = { kind: "read", source: "graph.subscriptions", asOf: "2026-11-22T00:00:00Z", value: [] } as const;
      return licencesOf(
        { ...facts, companySubscriptions: none, subscribedSkus: { ...none, source: "graph.subscribedSkus", value } },
        skuResolver([]),
      ).map(({ id, state, trial, quantity }) => ({ id, state, trial, quantity }));
    };
    expect(deletedWith({})).toEqual([{ id: `${skuId}:deleted`, state: "deleted", trial: undefined, quantity: 12 }]);
    expect(deletedWith({ enabled: 0 }).map(({ quantity }) => quantity)).toEqual([2]);
    expect(deletedWith({ enabled: 0, warning: 0 })).toEqual([]);
  });
});

describe("without subscriptions", () => {
  it("counts by units and does not say what is a trial", () => {
    const tenant = fakeTenant()
      .withSku("contactCenterDigital", { units: { enabled: 10, warning: 2 } })
      .without("companySubscriptions", "forbidden");
    expect(rows(tenant)).toEqual([
      { id: `${skuId}:active`, state: "active", trial: undefined, quantity: 10 },
      { id: `${skuId}:grace`, state: "grace", trial: undefined, quantity: 2 },
    ]);
  });

  it("knows a trial SKU all the same", () => {
    const tenant = fakeTenant().withSku("customerInsightsTrial", 10_000).without("companySubscriptions", "forbidden");
    expect(rows(tenant).map(({ trial, quantity }) => ({ trial, quantity }))).toEqual([
      { trial: true, quantity: 10_000 },
    ]);
  });
});
