import { expect, test } from "vitest";
import { findings, type FindingKind } from "../../src/domain";
import { localeFrom, readTexts } from "../fixture/localeFrom.fixture";
import { sampleFindings } from "../fixture/sampleFindings.fixture";
import { sampleSnapshot } from "../fixture/sampleSnapshot.fixture";
import { findingWords } from "./findingWords";
import type { Locale } from "./Locale/Locale.types";

/** A reader that remembers which texts were asked for. */
function watched(lcid: number): { readonly locale: Locale; readonly asked: Set<string> } {
  const asked = new Set<string>();
  const locale = localeFrom(lcid);
  const note = (key: string): void => {
    asked.add(key);
  };
  const text: Locale["text"] = (key, values) => (note(key), locale.text(key, values));
  const find: Locale["find"] = (key, values) => (note(key), locale.find(key, values));
  return { locale: { ...locale, text, find }, asked };
}

const english = localeFrom(1033);
const wordsOf = (kind: FindingKind, which = 0) => {
  const finding = sampleFindings.filter((sample) => sample.kind === kind)[which];
  if (finding === undefined) throw new Error(`No sample of ${kind}`);
  return findingWords(finding, sampleSnapshot, english);
};

test("there is a sample of every kind", () => {
  expect([...new Set(sampleFindings.map(({ kind }) => kind))].sort()).toEqual(Object.keys(findings).sort());
});

test.each([1033, 1031])("%i: every wording is reached, filled with the facts of its check, in whole", (lcid) => {
  const { locale, asked } = watched(lcid);
  const all = sampleFindings.map((finding) => ({ id: finding.id, ...findingWords(finding, sampleSnapshot, locale) }));
  const unfilled = all.filter((words) =>
    /[{}]|undefined|NaN|finding_| {2}/.test(words.title + words.sentence + words.advice),
  );
  expect(unfilled).toEqual([]);
  const keys = [...readTexts(lcid).keys()].filter((key) => /^(finding|operations|families|accountKind)_/.test(key));
  expect(keys.filter((key) => !key.startsWith("finding_more_") && !asked.has(key))).toEqual([]);
});

test("the meter's own words say at least, and storage what to buy", () => {
  expect(wordsOf("overQuota").sentence).toBe("At least 21,450 of 20,000 people, over by at least 1,450 people.");
  expect(wordsOf("overQuota", 1).advice).toMatch(/buy 19 of “Contact Center Voice add-on”/);
});

test("figures of a finding are not taken for those of the meter that it names", () => {
  expect(wordsOf("sandboxShare").sentence).toBe("2,050 people, 19% of all in use, are in Contoso Production.");
  expect(wordsOf("channelAdvisory").sentence).toBe(
    "30 add-ons bear it (15 for it alone, 15 for both channels); Customer Service Enterprise: 25, so 5 can be held by nobody.",
  );
  expect(wordsOf("usageJump", 1).sentence).toBe("20 GB less since Nov 21, 2026, when it was 40 GB.");
});

test("what goes with a licence is told meter by meter, in its units", () => {
  expect(wordsOf("subscriptionEnding", 1).sentence).toBe(
    "It ends in 28 days, on Dec 20, 2026. With 2 of it go: Interacted people: 10,000 people and Database storage: 45 GB.",
  );
  expect(wordsOf("paidAsTrial", 1).sentence).toMatch(/Not counted: none of these quotas\.$/);
  expect(wordsOf("severalBases").sentence).toBe(
    "2 held. In force is “each adds its people”. Interacted people: 20,000 people if each counts, 10,000 people if one counts.",
  );
});

test("a difference to the admin center is taken apart", () => {
  expect(wordsOf("adminCenterDiffers", 1).sentence).toBe(
    "It has 40 GB used, the environments add up to 36 GB. Of the difference in use: 1 GB that it charges environments beyond what counts, 3 GB allowance of the default environment, 2 GB in environments of types that do not count, and -2 GB not explained.",
  );
});
