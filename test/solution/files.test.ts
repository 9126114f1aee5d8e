import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readTree, replaceFiles, textOf } from "../../scripts/solution/index.mjs";
import { encode } from "./fixture";

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "solution-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

it("puts a new build over an old one: nothing old stays, the declaration does", async () => {
  await mkdir(join(folder, "css"));
  await writeFile(join(folder, "css", "old.css"), "old");
  await writeFile(join(folder, "bundle.js"), "old");
  await writeFile(join(folder, "ControlManifest.xml.data.xml"), "kept");
  const built = new Map([
    ["bundle.js", encode("new")],
    ["strings/x.resx", encode("text")],
  ]);
  await replaceFiles(folder, built, (path) => path.endsWith(".data.xml"));
  const after = await readTree(folder);
  expect([...after.keys()].map((path) => [path, textOf(after, path)])).toEqual([
    ["ControlManifest.xml.data.xml", "kept"],
    ["bundle.js", "new"],
    ["strings/x.resx", "text"],
  ]);
});

it("does not take up dot files, which are no part of a solution", async () => {
  await writeFile(join(folder, ".DS_Store"), "x");
  await mkdir(join(folder, ".git"));
  await writeFile(join(folder, ".git", "HEAD"), "x");
  expect([...(await readTree(folder)).keys()]).toEqual([]);
});

it("names the file that is missing or is no UTF-8", () => {
  expect(() => textOf(new Map(), "Other/Solution.xml")).toThrow("Other/Solution.xml is not in the solution folder");
  expect(() => textOf(new Map([["a.xml", Uint8Array.of(0xff, 0xfe, 0x41)]]), "a.xml")).toThrow("a.xml is not UTF-8");
});
