import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findings, meters, policyValues, rules } from "../../src/domain";
import { ruleKey } from "../components/WhyThisNumber/useWhyThisNumber";
import { readTexts } from "../fixture/localeFrom.fixture";

const languages = [1033, 1031];
const english = readTexts(1033);

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [readFileSync(path, "utf8")] : [];
  });

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test("both languages have the same keys, none empty, with the same placeholders", () => {
  const german = readTexts(1031);
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  const unlike = [...english].filter(
    ([key, text]) => text.trim() === "" || placeholders(text).join() !== placeholders(german.get(key) ?? "").join(),
  );
  expect(unlike).toEqual([]);
});

test("every rule, meter, finding and policy reading has its texts in both languages", () => {
  const needed = [
    ...Object.keys(rules).map(ruleKey),
    ...meters.flatMap(({ id, group, scope, reset }) => [
      `meter_${id}_name`,
      `meter_${id}_counts`,
      `group_${group}`,
      `scope_${scope}`,
      `reset_${reset}`,
    ]),
    ...Object.keys(findings).flatMap((kind) =>
      ["title", "sentence", "advice"].map((part) => `finding_${kind}_${part}`),
    ),
    ...Object.entries(policyValues).flatMap(([name, values]) => [
      `policy_${name}`,
      ...values.map((value) => `policy_${name}_${value}`),
    ]),
  ];
  for (const lcid of languages) {
    const texts = readTexts(lcid);
    expect(needed.filter((key) => !texts.has(key))).toEqual([]);
  }
});

test("every key that the code names is there", () => {
  const code = ["components", "host"].flatMap((room) => sources(join(import.meta.dirname, "..", room)));
  const literals = code.flatMap((text) =>
    [...text.matchAll(/\b(?:text|find)\(\s*"([\w]+)"/g)].map(([, key]) => key ?? ""),
  );
  const plurals = code.flatMap((text) =>
    [...text.matchAll(/\bplural\(\s*"([\w]+)"/g)].map(([, key]) => `${key ?? ""}_other`),
  );
  expect(literals.length).toBeGreaterThan(80);
  expect([...literals, ...plurals].filter((key) => !english.has(key))).toEqual([]);
});
