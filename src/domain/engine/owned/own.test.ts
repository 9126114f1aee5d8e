import { describe, expect, it } from "vitest";
import type { MeterId } from "../../catalog/meters";
import type { ProductId } from "../../catalog/products";
import { defaultSettings, type Settings } from "../../settings";
import type { Holding } from "./entitle";
import { ownership, termsOf, type Certainty } from "./own";

const asOf = "2026-11-22T00:00:00Z";
const sure: Certainty = { asOf, trialsKnown: true, missing: () => undefined, open: () => [] };

const held = (product: ProductId, quantity = 1, more: Partial<Holding> = {}): Holding => ({
  ...{ product, skuPartNumber: product, grade: "exact", trial: false, quantity, inGrace: 0, subscriptions: 1 },
  ...more,
});

interface Given {
  readonly settings?: Partial<Settings>;
  readonly certainty?: Partial<Certainty>;
}

const of = (meter: MeterId, holdings: readonly Holding[], { settings, certainty }: Given = {}) =>
  ownership(holdings, termsOf({ ...defaultSettings, ...settings }, asOf), { ...sure, ...certainty }).of(meter);

const switchesOf = (meter: MeterId, holdings: readonly Holding[], settings: Partial<Settings> = {}) =>
  of(meter, holdings, { settings }).switches.map(({ name, value, others }) => [name, value, ...others]);

describe("how sure a figure is", () => {
  const confidence = (holdings: readonly Holding[], certainty: Partial<Certainty> = {}) => {
    const { owned } = of("recordRoutes", holdings, { certainty });
    return owned.kind === "known" ? [owned.value, owned.confidence] : owned.kind;
  };

  it("is measured when every line is, and an estimate when one is not", () => {
    const digital = held("contactCenterDigital", 2);
    const inferred = held("customerServicePremium", 1, { grade: "inferred" });
    expect(confidence([digital])).toEqual([100, "measured"]);
    expect(confidence([digital, inferred])).toEqual([150, "estimated"]);
    expect(confidence([digital], { trialsKnown: false })).toEqual([100, "estimated"]);
  });

  it("is nothing of its own where the entitlement is missing", () => {
    const reason = { code: "forbidden" } as const;
    expect(of("recordRoutes", [held("contactCenterDigital")], { certainty: { missing: () => reason } })).toEqual({
      ...{ owned: { kind: "unknown", reason }, ownedAtRisk: 0, contributions: [], switches: [], lowerBound: false },
    });
  });

  it("CI-J.install.limit: is without a limit where one licence lifts it", () => {
    expect(of("installJourneys", [held("customerInsightsBase")]).owned).toEqual({ kind: "unlimited" });
    expect(of("installOutbound", [held("customerInsightsBase")]).owned).toMatchObject({ kind: "known", value: 4 });
  });
});

describe("the effect of other readings", () => {
  const people = [{ value: "once", owned: 10_000 }];

  it("CI-J.interacted-people.base: is shown with every base, by the people and by what follows from them", () => {
    const two = [held("customerInsightsBase", 2)];
    expect(switchesOf("interactedPeople", two)).toEqual([["basePeopleStacking", "sum", ...people]]);
    expect(switchesOf("monthlyInteractions", two)).toEqual([
      ["basePeopleStacking", "sum", { value: "once", owned: 100_000 }],
    ]);
    expect(switchesOf("interactedPeople", [held("customerInsightsBase", 1)])).toEqual([
      ["basePeopleStacking", "sum", ...people],
    ]);
    expect(switchesOf("interactedPeople", [held("customerInsightsBase", 1, { trial: true })])).toEqual([]);
    expect(switchesOf("recordRoutes", [...two, held("contactCenterDigital")])).toEqual([]);
  });

  it("GEN.catalog.edition: is shown where another edition gives another amount", () => {
    const digital = [held("contactCenterDigital", 100)];
    expect(switchesOf("storageFile", digital)).toContainEqual([
      "edition",
      "seed",
      { value: "lg-2026-07", owned: 240_000 },
    ]);
    expect(switchesOf("storageFile", digital, { edition: "lg-2026-07" })).toContainEqual([
      ...["edition", "lg-2026-07", { value: "seed", owned: 220_000 }],
    ]);
    expect(switchesOf("recordRoutes", digital)).toEqual([]);
  });

  it("CI-STO.packs: tells every other reading, also where only one of them gives another amount", () => {
    const packs = [held("interactedPeopleT1", 10)];
    expect(switchesOf("storageFile", packs)).toEqual([
      ["interactedPackStorage", "floor50k", { value: "t3only", owned: 0 }, { value: "prorata", owned: 2_000 }],
    ]);
  });
});
