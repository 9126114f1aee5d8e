import { describe, expect, it } from "vitest";
import { defaultSettings, type Override, type Settings } from "../../settings";
import type { ProductId } from "../../catalog/products";
import type { Holding } from "./entitle";
import { ownership, termsOf } from "./own";
import { sendingHours } from "./throughput";

const asOf = "2026-11-22T00:00:00Z";

const held = (product: ProductId, quantity = 1, more: Partial<Holding> = {}): Holding => ({
  ...{ product, skuPartNumber: `${product}-sku`, grade: "exact", trial: false, quantity, inGrace: 0, subscriptions: 1 },
  ...more,
});

const packSize = (product: ProductId, amount: number): Override => ({
  ...{ kind: "packSize", product, meter: "interactedPeople", amount, by: "ada", at: asOf },
});

const owned = (holdings: readonly Holding[], settings: Partial<Settings> = {}) => {
  const certainty = { asOf, trialsKnown: true, missing: () => undefined, open: () => [] };
  return ownership(holdings, termsOf({ ...defaultSettings, ...settings }, asOf), certainty).of("throughput");
};

const rate = (holdings: readonly Holding[], settings: Partial<Settings> = {}) => {
  const { owned: figure } = owned(holdings, settings);
  return figure.kind === "known" ? figure.value : figure.kind;
};

const lines = (holdings: readonly Holding[]) =>
  owned(holdings).contributions.map(({ product, amount, note }) => [product, amount, note]);

/** A base, and what is missing to so many people by packs of one. */
const upTo = (people: number, base: ProductId) => [held(base), held("interactedPeopleT1", people - 10_000)];
const ones = { overrides: [packSize("interactedPeopleT1", 1)] };

describe("CI-J.throughput", () => {
  it.each(["marketingBase", "marketingAttach"] as const)(
    "%s: 140,000 an hour with 9,999,999 contacts, 500,000 with 10,000,000",
    (base) => {
      expect(rate(upTo(9_999_999, base), ones)).toBe(140_000);
      expect(rate(upTo(10_000_000, base), ones)).toBe(500_000);
      expect(rate(upTo(10_000_001, base), ones)).toBe(500_000);
    },
  );

  it.each(["customerInsightsBase", "customerInsightsAttach"] as const)(
    "%s: 140,000 an hour with 499,999 people, 500,000 with 500,000",
    (base) => {
      expect(rate(upTo(499_999, base), ones)).toBe(140_000);
      expect(rate(upTo(500_000, base), ones)).toBe(500_000);
      expect(rate(upTo(500_001, base), ones)).toBe(500_000);
    },
  );

  it("500,000 with 10,000 people and the sending burst add-on", () => {
    expect(rate([held("customerInsightsBase")])).toBe(140_000);
    expect(rate([held("customerInsightsBase"), held("sendingBurst")])).toBe(500_000);
    expect(rate([held("sendingBurst")])).toBe(0);
    expect(rate([held("marketingBase"), held("sendingBurst")])).toBe(140_000);
  });

  it("old Marketing with new packs, and no base of Customer Insights, stays under its own condition", () => {
    expect(rate(upTo(500_000, "marketingBase"), ones)).toBe(140_000);
    expect(rate([held("marketingBase"), held("customerInsightsBase"), held("interactedPeopleT3", 10)])).toBe(500_000);
  });

  it("has one line, on the product that qualifies", () => {
    expect(owned([held("customerInsightsBase", 3, { inGrace: 1 })]).contributions).toEqual([
      {
        ...{ product: "customerInsightsBase", productName: "Dynamics 365 Customer Insights" },
        ...{ skuPartNumber: "customerInsightsBase-sku", quantity: 3, inGrace: 1, perUnit: 140_000, once: true },
        ...{ amount: 140_000, rule: "CI-J.throughput", edition: "seed", grade: "exact", trial: false },
        source: {
          document: "Customer Insights license guidance (2024-06-12)",
          section: "Entitlement details",
        },
        note: "throughputClass",
      },
    ]);
    expect(lines([held("customerInsightsBase"), held("sendingBurst", 2)])).toEqual([
      ["sendingBurst", 500_000, "throughputClass"],
    ]);
    expect(lines([held("customerInsightsBase"), held("interactedPeopleT3", 10), held("sendingBurst")])).toEqual([
      ["customerInsightsBase", 500_000, "throughputClass"],
    ]);
    expect(lines([held("marketingBase"), held("interactedPeopleT3", 200)])).toEqual([
      ["marketingBase", 500_000, "throughputClass"],
    ]);
    expect(lines([held("marketingBase"), held("customerInsightsAttach")])).toEqual([
      ["customerInsightsAttach", 140_000, "throughputClass"],
    ]);
    expect(lines([held("marketingAttach")])).toEqual([["marketingAttach", 140_000, "throughputClass"]]);
  });

  it("does not come with trials, nor without a base", () => {
    const trial = { trial: true };
    expect(lines([held("customerInsightsBase", 60, trial), held("sendingBurst", 1, trial)])).toEqual([]);
    expect(rate([held("customerInsightsBase"), held("sendingBurst", 1, trial)])).toBe(140_000);
    expect(rate([held("customerInsightsBase"), held("interactedPeopleT3", 10, trial)])).toBe(140_000);
    expect(lines([held("interactedPeopleT3", 10)])).toEqual([]);
    expect(rate([])).toBe(0);
  });

  it("is a lower bound with packs of unknown size, up to the raised rate", () => {
    const unsized = [held("marketingBase"), held("marketingContactsT3", 2)];
    expect(lines(unsized)).toEqual([
      ["marketingBase", 140_000, "throughputClass"],
      ["marketingContactsT3", 0, "sizeNotKnown"],
    ]);
    expect(owned(unsized)).toMatchObject({ owned: { value: 140_000, confidence: "estimated" }, lowerBound: true });
    const raised = [...unsized, held("interactedPeopleT3", 200)];
    expect(lines(raised)).toEqual([["marketingBase", 500_000, "throughputClass"]]);
    expect(owned(raised)).toMatchObject({ owned: { value: 500_000, confidence: "measured" }, lowerBound: false });
  });

  it("counts the customer's sizes, and people converted from another meter", () => {
    const holdings = [held("marketingBase"), held("marketingContactsT3", 2)];
    expect(rate(holdings, { overrides: [packSize("marketingContactsT3", 4_995_000)] })).toBe(500_000);
    expect(rate(holdings, { overrides: [packSize("marketingContactsT3", 4_994_999)] })).toBe(140_000);
    const conversion: Override = {
      ...{ kind: "conversionRate", from: "unifiedPeople", to: "interactedPeople", rate: 1, by: "ada", at: asOf },
    };
    const unified = [held("customerInsightsBase"), held("unifiedPeopleT1", 4)];
    expect([rate(unified), rate(unified, { overrides: [conversion] })]).toEqual([140_000, 500_000]);
  });

  it("says who said what the licence is, and how much of the rate can go", () => {
    const override = { by: "ada", at: asOf };
    expect(owned([held("customerInsightsBase", 1, { override })]).contributions[0]).toMatchObject({
      override: { kind: "sku", ...override },
    });
    expect(owned([held("customerInsightsBase"), held("sendingBurst", 1, { inGrace: 1 })]).ownedAtRisk).toBe(360_000);
  });

  it("shows the switch that would change the rate, and none that would not", () => {
    expect(owned([held("customerInsightsBase", 50)]).switches).toEqual([
      { name: "basePeopleStacking", value: "sum", others: [{ value: "once", owned: 140_000 }] },
    ]);
    expect(owned([held("customerInsightsBase", 49)]).switches).toEqual([]);
  });
});

describe("CI-J.throughput: time that sending takes", () => {
  it.each([
    [280_000, 140_000, 2],
    [140_000, 140_000, 1],
    [140_001, 140_000, 1.1],
    [500_000, 500_000, 1],
    [1, 500_000, 0.1],
    [0, 140_000, 0],
  ])("%i messages at %i an hour take %f hours", (messages, perHour, hours) => {
    expect(sendingHours(messages, perHour)).toBe(hours);
  });
});
