import { describe, expect, it } from "vitest";
import { planIds, skuIds, type KnownSku } from "../../../../test/fixtures/fakeTenant.fixture";
import { asOf, input } from "../../../../test/fixtures/people.fixture";
import type { ProductId } from "../../catalog/products";
import { defaultSettings } from "../../settings";
import type { SubscribedSku } from "../../snapshot/facts";
import type { Holding } from "../owned/entitle";
import { addOnsHeld } from "./addOns";
import { seatsAssigned } from "./assigned";

const held = (product: ProductId, quantity: number, trial = false): Holding => ({
  ...{ product, skuPartNumber: product, grade: "exact", trial, quantity, inGrace: 0, subscriptions: 1 },
});

describe("CC.addon.max", () => {
  const all = [
    held("contactCenterDigitalAddOn", 3),
    held("contactCenterDigitalAddOn", 2, true),
    held("contactCenterVoiceAddOn", 30),
    held("contactCenterAddOn", 400),
    held("contactCenter", 5_000),
    held("contactCenterDigital", 5_000),
    held("customerServiceEnterprise", 5_000),
    held("customerServicePremium", 5_000),
  ];

  it("holds add-ons of each row, paid and trial, and no plan that stands by itself", () => {
    expect([addOnsHeld("addOnDigital")(all), addOnsHeld("addOnVoice")(all), addOnsHeld("addOnBoth")(all)]).toEqual([
      5, 30, 400,
    ]);
    expect(addOnsHeld("addOnBoth")([])).toBe(0);
  });
});

const sku = (name: KnownSku, assigned: number): SubscribedSku => ({
  ...{ skuId: skuIds[name][0], skuPartNumber: skuIds[name][1], appliesTo: "User", status: "Enabled", assigned },
  ...{ units: { enabled: 9_000, warning: 0, suspended: 0, lockedOut: 0 }, servicePlans: [], subscriptionIds: [] },
});

const assigned = (meter: "seatsDigital" | "seatsVoice", skus: readonly SubscribedSku[]) =>
  seatsAssigned(meter)(
    input({ more: { subscribedSkus: { kind: "read", source: "graph.subscribedSkus", asOf, value: skus } } }),
  );

describe("CC.capability.user", () => {
  const skus = [
    sku("contactCenter", 1),
    sku("contactCenterDigital", 20),
    sku("contactCenterVoice", 300),
    sku("contactCenterDigitalAddOn", 4_000),
    sku("contactCenterVoiceAddOn", 50_000),
    sku("customerServiceEnterprise", 600_000),
    { ...sku("contactCenter", 7_000_000), skuId: "unknown", skuPartNumber: "UNKNOWN" },
  ];
  const known = { kind: "known", asOf, source: "graph.subscribedSkus", confidence: "measured" };

  it("counts the assigned seats of each channel: a plan with both bears both", () => {
    expect(assigned("seatsDigital", skus)).toEqual({ ...known, value: 4_021 });
    expect(assigned("seatsVoice", skus)).toEqual({ ...known, value: 50_301 });
    expect(assigned("seatsVoice", [])).toEqual({ ...known, value: 0 });
  });

  it("counts what the customer says is such a plan", () => {
    const unknown = { ...sku("contactCenter", 7), skuId: "unknown", skuPartNumber: "UNKNOWN" };
    const question = input({
      more: { subscribedSkus: { kind: "read", source: "graph.subscribedSkus", asOf, value: [unknown] } },
    });
    const overrides = [{ kind: "sku", skuId: "unknown", product: "contactCenterVoice", by: "ada", at: asOf } as const];
    const mapped = { ...question, settings: { ...defaultSettings, overrides } };
    expect(seatsAssigned("seatsVoice")(mapped)).toMatchObject({ value: 7 });
    expect(seatsAssigned("seatsDigital")(mapped)).toMatchObject({ value: 0 });
  });

  it("counts a plan that is known by its service plans only", () => {
    const inferred = {
      ...{ ...sku("contactCenter", 5), skuId: "unknown", skuPartNumber: "UNKNOWN" },
      servicePlans: [planIds.serviceEnterprise, planIds.contactCenter].map((id) => ({ id, name: "plan" })),
    };
    expect(assigned("seatsDigital", [inferred, sku("contactCenterDigital", 1)])).toMatchObject({ value: 6 });
  });

  it("is unknown when the licences were not read", () => {
    const reason = { code: "throttled" } as const;
    const more = { subscribedSkus: { kind: "notRead", source: "graph.subscribedSkus", reason } as const };
    expect(seatsAssigned("seatsDigital")(input({ more }))).toEqual({ kind: "unknown", reason });
  });
});
