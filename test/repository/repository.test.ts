/** What a fresh clone rests on: a lock file that serves every platform and names no registry, and a reason for each dependency. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const entry = v.object({
  resolved: v.optional(v.string()),
  license: v.optional(v.unknown()),
  optionalDependencies: v.optional(v.record(v.string(), v.string())),
});
const lock = v.parse(v.object({ packages: v.record(v.string(), entry) }), JSON.parse(text("package-lock.json")));
const manifest = v.parse(
  v.object({
    dependencies: v.record(v.string(), v.string()),
    devDependencies: v.record(v.string(), v.string()),
    "we-have-these-dependencies-because": v.record(v.string(), v.string()),
  }),
  JSON.parse(text("package.json")),
);

describe("the lock file", () => {
  it("records no address of a registry", () => {
    const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(named.map(([path]) => path)).toEqual([]);
  });

  it("holds every optional package, so that npm ci works on each platform", () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`${path}/node_modules/${name}` in lock.packages) && !(`node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe("pages", () => {
  const files = execFileSync("git", ["ls-files", "*.md"], { encoding: "utf8" }).split("\n").filter(Boolean);
  const linksOf = (file: string): readonly string[] =>
    [...text(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, target]) =>
      target === undefined || target.includes(":") ? [] : [new URL(target, `file:///${file}`).pathname.slice(1)],
    );

  it.each(files)("%s links to what is there", (file) => {
    const missing = linksOf(file).filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)));
    expect(missing).toEqual([]);
  });
});

describe("dependencies", () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies };

  it("are pinned exactly", () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it("of the product each have a reason", () => {
    const reasons = manifest["we-have-these-dependencies-because"];
    expect(Object.keys(manifest.dependencies).filter((name) => reasons[name] === undefined)).toEqual([]);
    expect(Object.keys(reasons).filter((name) => all[name] === undefined)).toEqual([]);
  });
});
