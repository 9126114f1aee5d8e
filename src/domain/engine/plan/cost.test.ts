import { describe, expect, it } from "vitest";
import { fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { add, decided, drop, planned, priceOverride, snapshotOf } from "../../../../test/fixtures/plans.fixture";

const tenant = fakeTenant()
  .withSku("contactCenterDigital", 4)
  .withSku("contactCenterVoice", { enabled: 9, trial: true })
  .withSku("dataverseFile", 2);

describe("CC.price", () => {
  it("sums what is paid, before, after and between", () => {
    const { cost } = planned(snapshotOf(tenant), add("contactCenterVoice", 2), drop("contactCenterDigital"));
    expect(cost).toEqual({
      before: { cents: 38_000, currency: "USD", complete: false, missing: ["dataverseFile"] },
      after: { cents: 47_500, currency: "USD", complete: false, missing: ["dataverseFile"] },
      change: { cents: 9_500, currency: "USD", complete: true, missing: [] },
    });
  });

  it("counts what is dropped against what is added", () => {
    const { change } = planned(snapshotOf(tenant), drop("contactCenterDigital", 3)).cost;
    expect(change).toEqual({ cents: -28_500, currency: "USD", complete: true, missing: [] });
  });

  it("lists what has no price and is never smaller for it", () => {
    const { change, after } = planned(snapshotOf(tenant), add("interactedPeopleT1"), add("contactCenterDigital")).cost;
    expect(change).toEqual({ cents: 9_500, currency: "USD", complete: false, missing: ["interactedPeopleT1"] });
    expect(after.missing).toEqual(["interactedPeopleT1", "dataverseFile"]);
    expect(planned(snapshotOf(tenant), add("dataverseFile"), drop("dataverseFile")).cost.change).toMatchObject({
      complete: true,
    });
  });

  it("takes the customer's price, the last one, and says whose it is", () => {
    const snapshot = snapshotOf(tenant, {
      overrides: [
        priceOverride("contactCenterDigital", 1),
        priceOverride("contactCenterDigital", 8_000),
        priceOverride("dataverseFile", 200),
      ],
    });
    const { before, change } = planned(snapshot, add("contactCenterDigital", 10)).cost;
    expect(before).toEqual({
      ...{ cents: 32_400, currency: "USD", complete: true, missing: [] },
      decisions: [
        { product: "contactCenterDigital", ...decided },
        { product: "dataverseFile", ...decided },
      ],
    });
    expect(change).toEqual({
      ...{ cents: 80_000, currency: "USD", complete: true, missing: [] },
      decisions: [{ product: "contactCenterDigital", ...decided }],
    });
  });

  it("keeps currencies apart: what is priced in another one is missing", () => {
    const snapshot = snapshotOf(tenant, { overrides: [priceOverride("dataverseFile", 200, "EUR")] });
    expect(planned(snapshot).cost.before).toMatchObject({
      ...{ cents: 400, currency: "EUR", complete: false, missing: ["contactCenterDigital"] },
    });
    expect(planned(snapshot, add("contactCenterDigital")).cost.before).toMatchObject({
      ...{ cents: 38_000, currency: "USD", complete: false, missing: ["dataverseFile"] },
    });
    expect(planned(snapshot, add("interactedPeopleT1")).cost.before.currency).toBe("EUR");
    const campaign = { kind: "campaign", segment: 1, messages: 1, alreadyInteracted: 0 } as const;
    expect(planned(snapshot, campaign).cost.before.currency).toBe("EUR");
  });

  it("prices both sides of a renewal", () => {
    const { cost } = planned(snapshotOf(tenant), {
      ...{ kind: "renewAs", from: "contactCenterDigital", to: "contactCenterDigitalAddOn", quantity: 3 },
    });
    expect(cost.change).toEqual({ cents: -15_500, currency: "USD", complete: true, missing: [] });
    const priced = snapshotOf(tenant, { overrides: [priceOverride("contactCenter", 1, "EUR")] });
    expect(() => planned(priced, { kind: "renewAs", from: "contactCenterDigital", to: "contactCenter" })).toThrow(
      "EUR beside USD",
    );
  });
});
