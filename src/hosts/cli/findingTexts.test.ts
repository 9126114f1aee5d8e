import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findings, meters, type FindingKind } from "../../domain";
import { findingText, findingTexts } from "./findingTexts";

const isKind = (name: string): name is FindingKind => Object.hasOwn(findings, name);
const kinds = Object.keys(findings).filter(isKind);

const names = [
  ...["meter", "unit", "owned", "used", "over", "read", "total", "productName", "quantity", "days", "endsOn", "state"],
  ...["reason", "environments", "renewal", "phase", "explanation", "direction", "percent", "people", "related"],
];
const values = fc.oneof(
  fc.nat(1_000_000_000_000),
  fc.constantFrom(...meters.map(({ id }) => id), "renews", "ends", "forbidden", "no", "down"),
);

describe("findingTexts", () => {
  it("has a text for every kind", () => {
    expect(Object.keys(findingTexts).sort()).toEqual([...kinds].sort());
  });

  it.each(kinds)("%s is said whole, whatever is known", (kind) => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), values), (facts) => {
        const { title, advice } = findingText({ kind, facts });
        for (const text of Object.values(findingText({ kind, facts }))) {
          expect(text).not.toMatch(/undefined|NaN|\[object|function/);
        }
        expect(title).toMatch(/^\S.*[^.]$/);
        expect(advice).toMatch(/\.$/);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [{ meter: "storageFile", units: 3, productName: "File Capacity" }, "reduce the use or buy 3 of File Capacity."],
    [{ meter: "cases", users: 12 }, "reduce the use or hold 12 user licences in all."],
    [{ meter: "cases", users: 1, addOns: 7 }, "buy 7 add-ons for cases, or hold 1 user licence in all."],
    [{ meter: "recordRoutes" }, "reduce the use or buy what is missing."],
  ])("CC.storage.more and CSI.balance: says how much to buy (%o)", (facts, said) => {
    expect(findingText({ kind: "overQuota", facts }).advice).toContain(said);
  });

  it("calls what is not known unknown, never 0", () => {
    const { sentence } = findingText({ kind: "overQuota", facts: { meter: "storageLog", used: 7 } });
    expect(sentence).toBe("7 of unknown used, over by unknown.");
  });
});
