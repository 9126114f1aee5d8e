import { describe, expect, it } from "vitest";
import { grantsOf } from "../../catalog/grants";
import type { MeterId } from "../../catalog/meters";
import type { ProductId } from "../../catalog/products";
import { defaultSettings, type Override } from "../../settings";
import type { Holding } from "./entitle";
import { withPackSizes } from "./overrides";
import { ownership, termsOf } from "./own";

const asOf = "2026-11-22T00:00:00Z";
const decided = { by: "ada", at: "2026-11-01T00:00:00Z" };

const held = (product: ProductId, quantity = 1, more: Partial<Holding> = {}): Holding => ({
  ...{ product, skuPartNumber: product, grade: "exact", trial: false, quantity, inGrace: 0, subscriptions: 1 },
  ...more,
});

const size = (product: string, meter: MeterId, amount: number, more: Partial<typeof decided> = {}): Override => ({
  ...{ kind: "packSize", product, meter, amount },
  ...decided,
  ...more,
});

const conversion = (from: MeterId, to: MeterId, rate: number): Override => ({
  ...{ kind: "conversionRate", from, to, rate },
  ...decided,
});

const ownedOf = (meter: MeterId, holdings: readonly Holding[], overrides: readonly Override[]) =>
  ownership(holdings, termsOf({ ...defaultSettings, overrides }, asOf), {
    asOf,
    trialsKnown: true,
    missing: () => undefined,
    open: () => [],
  }).of(meter);

const figures = (meter: MeterId, holdings: readonly Holding[], overrides: readonly Override[]) => {
  const { owned, contributions, lowerBound } = ownedOf(meter, holdings, overrides);
  const lines = contributions.map(({ product, quantity, perUnit, amount, note, override }) => ({
    ...{ product, quantity, perUnit, amount },
    ...(note === undefined ? {} : { note }),
    ...(override === undefined ? {} : { override }),
  }));
  return { owned: owned.kind === "known" ? owned.value : owned.kind, lowerBound, lines };
};

describe("a pack size of the customer", () => {
  const packs = [held("marketingBase"), held("marketingContactsT3", 4)];

  it("CI-J.legacy.contact-packs: gives a size to what no source sizes, and says who said so", () => {
    expect(figures("interactedPeople", packs, [])).toMatchObject({ owned: 10_000, lowerBound: true });
    expect(figures("interactedPeople", packs, [size("marketingContactsT3", "interactedPeople", 5_000)])).toEqual({
      owned: 30_000,
      lowerBound: false,
      lines: [
        { product: "marketingBase", quantity: 1, perUnit: 10_000, amount: 10_000 },
        {
          ...{ product: "marketingContactsT3", quantity: 4, perUnit: 5_000, amount: 20_000 },
          override: { kind: "packSize", ...decided },
        },
      ],
    });
  });

  it("CI-J.legacy.interactions: the contacts that it gives bear ten interactions each", () => {
    const sized = [size("marketingContactsT3", "interactedPeople", 5_000)];
    expect(figures("monthlyInteractions", packs, sized)).toMatchObject({ owned: 300_000, lowerBound: false });
  });

  it("replaces the catalogue's size, and keeps the way of giving", () => {
    const current = [held("customerInsightsBase", 2), held("interactedPeopleT1", 3)];
    expect(figures("interactedPeople", current, [size("interactedPeopleT1", "interactedPeople", 7_000)]).owned).toBe(
      41_000,
    );
    expect(
      figures("storageDatabase", current, [size("customerInsightsBase", "storageDatabase", 50_000)]),
    ).toMatchObject({
      owned: 50_000,
      lines: [
        { product: "customerInsightsBase", perUnit: 50_000, amount: 50_000 },
        { product: "interactedPeopleT1", amount: 0, note: "wholeBlocksOnly" },
      ],
    });
  });

  it("concerns that product and that meter alone", () => {
    const both = [held("marketingContactsT3"), held("marketingContactsT2")];
    const lines = figures("interactedPeople", both, [size("marketingContactsT3", "interactedPeople", 5_000)]).lines;
    expect(lines.map(({ product, amount, note }) => [product, amount, note])).toEqual([
      ["marketingContactsT2", 0, "sizeNotKnown"],
      ["marketingContactsT3", 5_000, undefined],
    ]);
    expect(withPackSizes(grantsOf("seed"), [size("interactedPeopleT1", "interactedPeople", 7_000)])).toEqual(
      grantsOf("seed").map((grant) =>
        grant.product === "interactedPeopleT1" && grant.meter === "interactedPeople"
          ? { ...grant, amount: 7_000, override: decided }
          : grant,
      ),
    );
  });

  it("is a row of its own where the catalogue has none, and nothing for a product that it does not know", () => {
    const routes = size("copilotStudio", "recordRoutes", 250);
    expect(figures("recordRoutes", [held("copilotStudio", 2)], [routes])).toEqual({
      owned: 500,
      lowerBound: false,
      lines: [
        {
          product: "copilotStudio",
          quantity: 2,
          perUnit: 250,
          amount: 500,
          override: { kind: "packSize", ...decided },
        },
      ],
    });
    expect(withPackSizes(grantsOf("seed"), [routes]).slice(-1)).toEqual([
      {
        ...{ product: "copilotStudio", meter: "recordRoutes", amount: 250, way: { kind: "each" }, rule: "CC.routes" },
        override: decided,
      },
    ]);
    expect(withPackSizes(grantsOf("seed"), [size("abacus", "recordRoutes", 250)])).toEqual(grantsOf("seed"));
  });

  it("of several for the same row the last one stands", () => {
    const twice = [
      size("copilotStudio", "recordRoutes", 250),
      size("copilotStudio", "recordRoutes", 300, { by: "grace" }),
    ];
    expect(figures("recordRoutes", [held("copilotStudio")], twice)).toMatchObject({
      owned: 300,
      lines: [{ override: { kind: "packSize", by: "grace" } }],
    });
  });

  it("says nothing about what a trial gives", () => {
    const trial = held("customerInsightsTrial", 1, { trial: true });
    const sized = [size("customerInsightsTrial", "trialEnvironments", 9)];
    expect(figures("trialEnvironments", [trial], [])).toMatchObject({ owned: 1 });
    expect(figures("trialEnvironments", [trial], sized).lines.map(({ amount, note }) => [amount, note])).toEqual([
      [1, undefined],
      [0, "trialNotCounted"],
    ]);
  });

  it("leaves the catalogue as it is", () => {
    const rows = grantsOf("seed");
    withPackSizes(rows, [size("interactedPeopleT1", "interactedPeople", 7_000)]);
    expect(rows).toEqual(grantsOf("seed"));
  });
});

describe("a conversion rate of the customer", () => {
  const messages = [held("contactCenter", 2), held("copilotStudio", 3)];

  it("CC.routes.copilot-studio: so many messages stand for a route, all together and rounded down", () => {
    expect(figures("recordRoutes", messages, [])).toMatchObject({ owned: 100 });
    expect(figures("recordRoutes", messages, [conversion("copilotMessages", "recordRoutes", 1_100)])).toEqual({
      owned: 168,
      lowerBound: false,
      lines: [
        { product: "contactCenter", quantity: 2, perUnit: 50, amount: 100 },
        {
          ...{ product: "copilotStudio", quantity: 75_000, perUnit: 0, amount: 68, note: "converted" },
          override: { kind: "conversionRate", ...decided },
        },
      ],
    });
  });

  it("has the rule of the meter that it adds to, and takes nothing from the other", () => {
    const { contributions } = ownedOf("recordRoutes", messages, [conversion("copilotMessages", "recordRoutes", 10)]);
    expect(contributions[1]).toMatchObject({ rule: "CC.routes", once: false, amount: 7_500 });
    expect(figures("copilotMessages", messages, [conversion("copilotMessages", "recordRoutes", 10)]).owned).toBe(
      75_000,
    );
  });

  it("gives nothing where nothing is owned, not even a line", () => {
    const trial = [held("copilotStudio", 3, { trial: true })];
    const rate = [conversion("copilotMessages", "recordRoutes", 10)];
    expect(figures("recordRoutes", [held("contactCenter")], rate).lines).toHaveLength(1);
    expect(figures("recordRoutes", trial, rate)).toEqual({ owned: 0, lowerBound: false, lines: [] });
  });

  it("counts all lines of the other meter, standing with the first that gives", () => {
    const people = [held("customerInsightsBase", 2), held("interactedPeopleT1", 1)];
    expect(
      figures("recordRoutes", people, [conversion("interactedPeople", "recordRoutes", 1_000)]).lines,
    ).toMatchObject([{ product: "customerInsightsBase", quantity: 25_000, amount: 25 }]);
  });

  it("is a lower bound where a part of the other meter has no known size", () => {
    const rate = [conversion("copilotSessions", "recordRoutes", 10)];
    const sessions = [held("omnichannelVoice"), held("powerVirtualAgents", 2)];
    expect(figures("recordRoutes", sessions, rate)).toEqual({
      owned: 100,
      lowerBound: true,
      lines: [
        {
          ...{ product: "omnichannelVoice", quantity: 1_000, perUnit: 0, amount: 100, note: "converted" },
          override: { kind: "conversionRate", ...decided },
        },
        { product: "powerVirtualAgents", quantity: 2, perUnit: 0, amount: 0, note: "sizeNotKnown" },
      ],
    });
    expect(figures("recordRoutes", sessions.slice(1), rate)).toMatchObject({ owned: 0, lowerBound: true });
    expect(ownedOf("recordRoutes", sessions, rate).contributions[1]).toMatchObject({
      ...{ rule: "CC.routes", source: { section: "Record routing allotments" } },
    });
    expect(figures("copilotMessages", sessions, rate)).toEqual({ owned: 0, lowerBound: false, lines: [] });
  });

  it("is certain where only the size of something else is not known", () => {
    const holdings = [held("marketingContactsT3"), held("copilotStudio")];
    expect(figures("recordRoutes", holdings, [conversion("copilotMessages", "recordRoutes", 1_000)])).toMatchObject({
      ...{ owned: 25, lowerBound: false },
      lines: [{ product: "copilotStudio" }],
    });
  });

  it("belongs to the licence as a whole", () => {
    const { lines } = ownership(
      messages,
      termsOf({ ...defaultSettings, overrides: [conversion("copilotMessages", "recordRoutes", 10)] }, asOf),
      { asOf, trialsKnown: true, missing: () => undefined, open: () => [] },
    );
    const line = lines.find(({ contribution }) => contribution.note === "converted");
    expect(line).toMatchObject({ meter: "recordRoutes", spread: "whole", holding: { product: "copilotStudio" } });
  });
});
