import { describe, expect, it } from "vitest";
import { documentLinks, linkOf, linkOfDocument } from "./documentLinks";
import { documents, rankOf } from "./documents";
import { isRuleId, rules, sourceOf } from "./rules";

describe("rules", () => {
  it("tell themselves in one sentence of their own", () => {
    const all = Object.entries(rules);
    expect(all.filter(([, { text }]) => !/^[A-Z].+\.$/.test(text) || text.length > 300)).toEqual([]);
    expect(new Set(all.map(([, { text }]) => text)).size).toBe(all.length);
  });

  it("name a document of the catalogue and rank it", () => {
    const titles = new Set<string>(Object.values(documents));
    expect(Object.values(rules).filter(({ document }) => !titles.has(document))).toEqual([]);
    expect([rankOf("contactCenter"), rankOf("purchase"), rankOf("licensingGuide")]).toEqual([1, 2, 3]);
    expect([rankOf("contactCenterPrices"), rankOf("readingFigures")]).toEqual([4, "own"]);
  });

  it("are told from other texts", () => {
    expect(["CC.routes", "CC.route", "toString", ""].filter(isRuleId)).toEqual(["CC.routes"]);
  });

  it("lead to where they are written, if that place has an address", () => {
    expect(sourceOf("STO.overflow")).toEqual({
      document: "Power Platform documentation: capacity-storage.md (2026-01)",
      section: "Changes for exceeding storage capacity entitlements",
    });
    expect(linkOf("STO.overflow")).toBe("https://learn.microsoft.com/power-platform/admin/capacity-storage");
    expect(linkOf("CC.routes")).toBeUndefined();
    expect(linkOf("DATA.age")).toBeUndefined();
    expect(linkOfDocument("A document that nobody named")).toBeUndefined();
  });

  it("lead nowhere but to secure public pages, without a language", () => {
    const wrong = Object.values(documentLinks).filter(
      (link) => !/^https:\/\/(learn|go)\.microsoft\.com\//.test(link) || /\/[a-z]{2}-[a-z]{2}\//.test(link),
    );
    expect(wrong).toEqual([]);
  });
});
