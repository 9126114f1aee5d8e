/** docs/rules.md is complete and true: every rule of the catalogue, the file that holds it and the test that proves it. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isRuleId, rules } from "../../src/domain/catalog/rules";

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const text = (path: string): string => readFileSync(at(path), "utf8");

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly holder: string;
  readonly proof: string;
}

const rowPattern = /^\| `([^`]+)` +\| (\w+) +\| \[`[^`]+`\]\(\.\.\/([^)]+)\) +\| \[`[^`]+`\]\(\.\.\/([^)]+)\) +\|$/gm;
const rows: readonly Row[] = [...text("docs/rules.md").matchAll(rowPattern)].map(
  ([, id = "", kind = "", holder = "", proof = ""]) => ({ id, kind, holder, proof }),
);

/** The id by itself, not as the beginning of a longer one. */
const mention = (id: string): RegExp => new RegExp(`(?<![\\w.-])${id.replaceAll(".", "\\.")}(?![\\w-]|\\.[\\w])`);
const titles = (source: string): readonly string[] =>
  [...source.matchAll(/\b(?:describe|it|test)(?:\.each\([\s\S]*?\))?\(\s*(["'`])([\s\S]*?)\1/g)].flatMap(
    ([, , title]) => title ?? [],
  );

const ids = Object.keys(rules);
const found = rows.filter(({ holder, proof }) => existsSync(at(holder)) && existsSync(at(proof)));

describe("docs/rules.md", () => {
  it("has a row for every rule of the catalogue and for no other", () => {
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it("says the kind of each", () => {
    const wrong = rows.filter(({ id, kind }) => isRuleId(id) && rules[id].kind !== kind);
    expect(wrong.map(({ id, kind }) => [id, kind])).toEqual([]);
  });

  it("names files that exist", () => {
    expect(rows.filter((row) => !found.includes(row)).map(({ id, holder, proof }) => [id, holder, proof])).toEqual([]);
  });

  it("names a file that mentions the rule", () => {
    const silent = found.filter(({ id, holder }) => !mention(id).test(text(holder)));
    expect(silent.map(({ id, holder }) => [id, holder])).toEqual([]);
  });

  it("names a test whose title holds the rule", () => {
    const unproved = found.filter(({ id, proof }) => !titles(text(proof)).some((title) => mention(id).test(title)));
    expect(unproved.map(({ id, proof }) => [id, proof])).toEqual([]);
  });
});
