import { describe, expect, it } from "vitest";
import { packageMarkers, solutionMarkers, trialMarkers } from "./applications";
import { editionIds } from "./editions";
import { findings } from "./findings";
import { derivations, grantsOf } from "./grants";
import { meterRules } from "./meterRules";
import { meters } from "./meters";
import { products } from "./products";
import { rules } from "./rules";
import { allSkus } from "./skus";
import { switchNames, switches } from "./switches";
import { defaultSettings } from "../settings";

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const repeated = (items: readonly string[]): readonly string[] =>
  items.filter((item, index) => items.indexOf(item) !== index);
const rowsOfAll = editionIds.flatMap(grantsOf);
const sourced = [
  ...Object.values(rules),
  ...Object.values(products).map(({ source }) => source),
  ...allSkus().map(({ source }) => source),
  ...[...packageMarkers, ...solutionMarkers, ...trialMarkers].map(({ source }) => source),
  ...rowsOfAll.flatMap(({ source }) => source ?? []),
];

describe("the catalogue", () => {
  it("says a document and a section on every row", () => {
    expect(sourced.filter(({ document, section }) => document.trim() === "" || section.trim() === "")).toEqual([]);
  });

  it("writes identifiers of SKUs and plans as lower-case GUIDs", () => {
    const ids = allSkus().flatMap(({ skuId, plans }) => [...(skuId === undefined ? [] : [skuId]), ...plans]);
    expect(ids.filter((id) => !guid.test(id))).toEqual([]);
  });

  it("names no SKU twice", () => {
    const skus = allSkus();
    expect(repeated(skus.flatMap(({ skuId }) => skuId ?? []))).toEqual([]);
    expect(repeated(skus.flatMap(({ skuPartNumber }) => skuPartNumber ?? []))).toEqual([]);
  });

  it("lets every row without identifier be recognised somehow", () => {
    const lost = allSkus().filter(
      ({ skuId, skuPartNumber, plans }) => skuId === undefined && skuPartNumber === undefined && plans.length === 0,
    );
    expect(lost).toEqual([]);
  });

  it("has the product, meter and rule of every SKU and grant", () => {
    const meterIds = new Set<string>(meters.map(({ id }) => id));
    const wrong = rowsOfAll.filter(
      ({ product, meter, rule }) => !(product in products) || !meterIds.has(meter) || !(rule in rules),
    );
    expect(wrong).toEqual([]);
    expect(allSkus().filter(({ product }) => !(product in products))).toEqual([]);
    expect(
      derivations.filter(({ from, to, rule }) => !meterIds.has(from) || !meterIds.has(to) || !(rule in rules)),
    ).toEqual([]);
    expect(Object.values(meterRules).filter((rule) => !(rule in rules))).toEqual([]);
    expect(Object.values(findings).filter(({ rule }) => !(rule in rules))).toEqual([]);
  });

  it("grants whole, non-negative amounts", () => {
    expect(rowsOfAll.filter(({ amount }) => !Number.isInteger(amount) || amount < 0)).toEqual([]);
  });

  it("has every value that a row depends on among the readings of its switch, the default first", () => {
    const offered: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
      switchNames.map((name) => [name, switches[name].values]),
    );
    const wrong = rowsOfAll.filter(({ when }) =>
      Object.entries(when ?? {}).some(([name, value]) => !(offered[name] ?? []).includes(value)),
    );
    expect(wrong).toEqual([]);
    const { timeZone, ...listed } = defaultSettings.policy;
    const first = Object.entries(offered).filter(([, values]) => values.length > 0);
    expect(Object.fromEntries(first.map(([name, values]) => [name, values[0]]))).toEqual(listed);
    expect([timeZone, switches.timeZone.values]).toEqual(["UTC", []]);
  });

  it("keeps plan e626a4ec in the three SKUs that carry it", () => {
    const carriers = allSkus().filter(({ plans }) => plans.includes("e626a4ec-1ba2-409e-bf75-9bc0bc30cca7"));
    expect(carriers.map(({ product }) => product)).toEqual([
      "interactedPeopleT3",
      "marketingContactsT3",
      "marketingContactsT5",
    ]);
  });
});
