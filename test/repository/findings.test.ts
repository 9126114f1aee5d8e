/** Every kind of finding has a check and a row; every kind has one page, of the same shape. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findings, isRuleId } from "../../src/domain";

const root = new URL("../../", import.meta.url);
const at = (path: string): URL => new URL(path, root);
const kinds = Object.keys(findings);

const pages = readdirSync(at("docs/findings"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.slice(0, -".md".length));

const pageOf = (kind: string): string => readFileSync(at(`docs/findings/${kind}.md`), "utf8");

const headings = ["## When it is raised", "## Figures", "## What to do", "## When it goes away", "## Rule"];

describe("kinds of findings", () => {
  it.each(kinds)("%s has a check of its own, exported under its name", (kind) => {
    const path = at(`src/domain/engine/checks/${kind}.ts`);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, "utf8")).toMatch(new RegExp(`^export const ${kind}: (Quota)?Check = `, "m"));
  });

  it("have a page each, and no page is about anything else", () => {
    expect([...pages].sort()).toEqual([...kinds].sort());
  });
});

describe("the page", () => {
  it.each(pages)("of %s says when it comes and goes, what it carries, and what to do", (kind) => {
    const text = pageOf(kind);
    expect(text).toMatch(/^# \S/);
    expect(text).toContain(`\`${kind}\``);
    expect(headings.filter((heading) => !text.includes(`\n${heading}\n`))).toEqual([]);
  });

  it.each(pages)("of %s names rules of the catalogue", (kind) => {
    const rule = pageOf(kind).split("\n## Rule\n")[1] ?? "";
    const ids = [...rule.matchAll(/^- `([^`]+)`/gm)].flatMap(([, id]) => id ?? []);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !isRuleId(id))).toEqual([]);
  });
});
