import { describe, expect, it } from "vitest";
import { priceOf, prices } from "./prices";

describe("CC.price", () => {
  it("CC.price: Digital and Voice Add-on 75 USD, Premium 195 USD for a user and month, February 2025", () => {
    const guided = ["contactCenterDigitalAddOn", "contactCenterVoiceAddOn", "customerServicePremium"] as const;
    expect(guided.map((product) => priceOf(product))).toEqual(
      [7_500, 7_500, 19_500].map((cents, index) => ({
        product: guided[index],
        cents,
        currency: "USD",
        per: "user",
        month: "2025-02",
        source: {
          document: "Dynamics 365 Contact Center: Licensing guidance (February 2025)",
          section: "Example scenarios",
        },
      })),
    );
  });

  it("CC.price: standalone Digital and Voice 95 USD at second hand, without a month", () => {
    const cents = (["contactCenterDigital", "contactCenterVoice"] as const).map((product) => priceOf(product));
    expect(cents.map((price) => [price?.cents, price?.month])).toEqual([
      [9_500, undefined],
      [9_500, undefined],
    ]);
  });

  it("CC.price: what no source prices has no price, the bundle and its add-on among it", () => {
    expect(priceOf("contactCenter")).toBeUndefined();
    expect(priceOf("contactCenterAddOn")).toBeUndefined();
    expect(priceOf("customerServiceEnterprise")).toBeUndefined();
  });

  it("CI-J.attach.eligibility: 1,700 and 1,000 USD for a tenant and month", () => {
    const both = (["customerInsightsBase", "customerInsightsAttach"] as const).map((product) => priceOf(product));
    expect(both.map((price) => [price?.cents, price?.per, price?.month])).toEqual([
      [170_000, "tenant", "2024-07"],
      [100_000, "tenant", "2024-07"],
    ]);
  });

  it("names no product twice", () => {
    expect(new Set(prices.map(({ product }) => product)).size).toBe(prices.length);
  });
});
