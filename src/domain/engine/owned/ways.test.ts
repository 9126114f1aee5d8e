import { describe, expect, it } from "vitest";
import type { Grant, Way } from "../../catalog/grant";
import type { ProductId } from "../../catalog/products";
import { defaultSettings } from "../../settings";
import { entitle, type Holding } from "./entitle";

const held = (product: ProductId, quantity: number, more: Partial<Holding> = {}): Holding => ({
  ...{ product, skuPartNumber: product, grade: "exact", trial: false, quantity, inGrace: 0, subscriptions: 1 },
  ...more,
});

const row = (product: ProductId, amount: number, way: Way, more: Partial<Grant> = {}): Grant => ({
  ...{ product, meter: "storageFile", amount, way, rule: "CC.storage.file" },
  ...more,
});

const given = (grants: readonly Grant[], holdings: readonly Holding[], asOf = "2026-11-22T00:00:00Z") =>
  entitle(holdings, { grants, edition: "seed", policy: defaultSettings.policy, overrides: [], asOf });

const short = (grants: readonly Grant[], holdings: readonly Holding[], asOf?: string) =>
  given(grants, holdings, asOf).map(({ spread, contribution: { product, quantity, amount, once, note } }) => [
    ...[product, spread, quantity, amount, once],
    ...(note === undefined ? [] : [note]),
  ]);

describe("STO.entitlement.tenant", () => {
  const base = (product: ProductId, amount: number, family: string) =>
    row(product, amount, { kind: "largest", family });
  const three = [held("sales", 2), held("finance", 3), held("commerce", 4)];

  it("counts the largest base wherever it stands, each family in one line", () => {
    const grants = [base("sales", 10, "one"), base("finance", 20, "two"), base("commerce", 20, "two")];
    expect(short(grants, three)).toEqual([
      ["sales", "whole", 2, 0, true, "largerBaseCounts"],
      ["finance", "whole", 3, 20, true],
    ]);
    const other = [base("sales", 20, "one"), base("finance", 10, "two"), base("commerce", 10, "two")];
    expect(short(other, three)).toEqual([
      ["sales", "whole", 2, 20, true],
      ["finance", "whole", 3, 0, true, "largerBaseCounts"],
    ]);
  });

  it("counts the first of two that are as large, and leaves other ways of giving out of the comparison", () => {
    const grants = [
      row("sales", 99, { kind: "each" }),
      ...[base("sales", 10, "one"), base("finance", 10, "two")],
      row("commerce", 50, { kind: "once", family: "three" }),
    ];
    expect(short(grants, three)).toEqual([
      ["sales", "unit", 2, 198, false],
      ["sales", "whole", 2, 10, true],
      ["finance", "whole", 3, 0, true, "largerBaseCounts"],
      ["commerce", "whole", 4, 50, true],
    ]);
  });
});

describe("CI-STO.packs", () => {
  it("pools the packs of one family, and leaves those of another alone", () => {
    const blocks = (family: string, weight: number): Way => ({ kind: "blocks", family, weight, block: 10 });
    const grants = [
      row("sales", 1_000, blocks("one", 10)),
      row("finance", 1_000, blocks("one", 4)),
      row("commerce", 1_000, blocks("two", 4)),
      row("fieldService", 1, { kind: "each" }),
    ];
    const holdings = [held("sales", 2), held("finance", 3), held("commerce", 2), held("fieldService", 7)];
    expect(short(grants, holdings)).toEqual([
      ["sales", "unit", 2, 2_000, false],
      ["finance", "whole", 3, 1_000, false, "wholeBlocksOnly"],
      ["commerce", "whole", 2, 0, false, "wholeBlocksOnly"],
      ["fieldService", "unit", 7, 7, false],
    ]);
  });
});

describe("other ways of giving", () => {
  it("CI-J.trial.limits: by the subscription, whatever its units", () => {
    const grants = [row("sales", 3, { kind: "subscription" })];
    expect(short(grants, [held("sales", 10_000, { subscriptions: 2 })])).toEqual([
      ["sales", "subscription", 2, 6, false],
    ]);
  });

  it("CI-J.install.limit: until the day when the limit is lifted like any other, and from then on without one", () => {
    const grants = [row("sales", 4, { kind: "unlimited", from: "2024-06-30" })];
    const at = (asOf: string) => short(grants, [held("sales", 2)], asOf);
    expect(at("2024-06-29T23:59:59Z")).toEqual([["sales", "unit", 2, 8, false]]);
    expect(at("2024-06-30T00:00:00Z")).toEqual([["sales", "whole", 2, 0, false, "unlimited"]]);
  });

  it("shows what has no known size, and a trial of what is paid for, with nothing", () => {
    const grants = [row("sales", 0, { kind: "unsized" }), row("finance", 5, { kind: "each" })];
    expect(short(grants, [held("sales", 2), held("finance", 1, { trial: true })])).toEqual([
      ["sales", "whole", 2, 0, false, "sizeNotKnown"],
      ["finance", "whole", 1, 0, false, "trialNotCounted"],
    ]);
    expect(given([row("finance", 5, { kind: "each" }, { trial: true })], [held("finance", 1)])).toEqual([]);
    expect(
      short([row("finance", 5, { kind: "each" }, { trial: true })], [held("finance", 2, { trial: true })]),
    ).toEqual([["finance", "unit", 2, 10, false]]);
  });

  it("names the decision that a line rests on: the size before the product", () => {
    const [product, size] = [
      { by: "Ada", at: "2026-01-01T00:00:00Z" },
      { by: "Bob", at: "2026-02-02T00:00:00Z" },
    ];
    const each: Way = { kind: "each" };
    const overrides = (grant: Grant, holding: Holding) =>
      given([grant], [holding]).map(({ contribution }) => contribution.override ?? Object.keys(contribution));
    expect(overrides(row("sales", 1, each), held("sales", 1, { override: product }))).toEqual([
      { kind: "sku", ...product },
    ]);
    expect(overrides(row("sales", 1, each, { override: size }), held("sales", 1, { override: product }))).toEqual([
      { kind: "packSize", ...size },
    ]);
    expect(overrides(row("sales", 1, each), held("sales", 1))).toEqual([
      expect.not.arrayContaining(["override", "note"]),
    ]);
  });
});
