import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, guid, runId, skuIds, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, type Override } from "../..";
import { holdingsOf } from "./holdings";
import { licencesOf } from "./licences";
import { skuResolver } from "./resolveSku";

const decided = { by: "Ada", at: "2026-11-01T00:00:00Z" };

const holdings = (tenant: FakeTenant, overrides: readonly Override[] = []) =>
  holdingsOf(licencesOf(tenant.facts(), skuResolver(overrides)));

const [skuId, skuPartNumber] = skuIds.contactCenterDigital;
const digital = {
  ...{ product: "contactCenterDigital", grade: "exact", skuPartNumber, trial: false },
  ...{ quantity: 10, inGrace: 0, subscriptions: 1 },
};
const more = { skuId, skuPartNumber, status: "Enabled", isTrial: false };

describe("what is held", () => {
  it("takes subscriptions of one kind together, and says what of it is in grace", () => {
    expect(holdings(fakeTenant().withSku("contactCenterDigital", 10))).toStrictEqual([digital]);
    const both = fakeTenant()
      .withSku("contactCenterDigital", { enabled: 6, units: { enabled: 6, warning: 4 }, subscriptionId: guid(1) })
      .withSubscription({ ...more, id: guid(2), totalLicences: 4, status: "Warning" });
    expect(holdings(both)).toStrictEqual([{ ...digital, inGrace: 4, subscriptions: 2 }]);
  });

  it("leaves a subscription without units out of the count", () => {
    const idle = fakeTenant()
      .withSku("contactCenterDigital", { enabled: 10, subscriptionId: guid(1) })
      .withSubscription({ ...more, id: guid(2), totalLicences: 5 });
    expect(holdings(idle)).toStrictEqual([digital]);
    expect(holdings(fakeTenant().withSku("contactCenterDigital", 0))).toEqual([]);
  });

  it("keeps trials, other products and other grades apart, in the order of the catalogue", () => {
    const tenant = fakeTenant()
      .withSku("dataverseLog", 1)
      .withSku([guid(3), skuPartNumber], 2)
      .withSku("contactCenterDigital", { enabled: 1, units: { enabled: 3 }, trial: true, subscriptionId: guid(1) })
      .withSubscription({ ...more, id: guid(2), totalLicences: 2 })
      .withSku("marketingBase", 1);
    expect(holdings(tenant).map(({ product, grade, trial, quantity }) => [product, grade, trial, quantity])).toEqual([
      ["marketingBase", "exact", false, 1],
      ["contactCenterDigital", "exact", true, 1],
      ["contactCenterDigital", "exact", false, 2],
      ["contactCenterDigital", "inferred", false, 2],
      ["dataverseLog", "exact", false, 1],
    ]);
  });

  it("keeps who said what it is, and counts a trial that nobody told as bought", () => {
    const override: Override = { kind: "sku", skuId: guid(7), product: "contactCenterDigital", ...decided };
    const mapped = fakeTenant()
      .withSku([guid(7), "CONTOSO"], 10)
      .without("companySubscriptions", "forbidden");
    expect(holdings(mapped, [override])).toStrictEqual([{ ...digital, skuPartNumber: "CONTOSO", override: decided }]);
    expect(holdings(mapped)).toEqual([]);
  });

  it("is the sum of what the licences give, also where two identifiers have one part number", () => {
    const two = fakeTenant()
      .withSku([guid(3), skuPartNumber], 2)
      .withSku([guid(4), skuPartNumber], 3);
    const snapshot = assemble(two.facts(), defaultSettings, { id: runId, asOf });
    const given = (meter: string) =>
      snapshot.licences.map(({ grants }) => grants.find((grant) => grant.meter === meter)?.amount);
    expect(holdings(two)).toMatchObject([{ quantity: 5, subscriptions: 2 }]);
    expect(given("recordRoutes")).toEqual([100, 150]);
    expect(given("storageDatabase")).toEqual([10_500, 750]);
    expect(snapshot.meters.find(({ meter }) => meter === "storageDatabase")?.owned).toMatchObject({ value: 11_250 });
  });
});
