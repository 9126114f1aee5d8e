import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8");
const manifest = read("ControlManifest.Input.xml");

test("the manifest names the libraries that the platform accepts and every language file", () => {
  expect(manifest).toMatch(/control-type="virtual"/);
  expect(manifest).toMatch(/platform-library name="React" version="16\.14\.0"/);
  expect(manifest).toMatch(/platform-library name="Fluent" version="9\.46\.2"/);
  expect(manifest).toMatch(/external-service-usage enabled="false"/);
  const files = readdirSync(join(import.meta.dirname, "strings")).filter((name) => name.endsWith(".resx"));
  expect(files.filter((name) => !manifest.includes(`strings/${name}`))).toEqual([]);
});

test("index.ts stays thin and exports one thing, as the build demands", () => {
  const index = read("index.ts");
  expect(index.split("\n").length).toBeLessThan(60);
  expect(index.match(/^export /gm)).toHaveLength(1);
});
