// `npm test`: builds what is needed and runs every test, the browser ones included.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildAll } from "./build.mjs";
import { writeResults } from "./results.mjs";

const help = `Builds what is not up to date, then runs all tests, asks whether the domain's tests reach every branch of it, checks the
size of the bundle and packs the solution.

  npm test [-- --project NAME]...

  --project NAME   only these vitest projects: node, dom, system, browser; nothing else is run then
  --help           this text`;

const root = fileURLToPath(new URL("..", import.meta.url));
const report = join(root, "out", "results", "test.json");
const bin = (name, path) => join(root, "node_modules", name, path);

const node = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status === 0;

const step = (name, run) => {
  const start = Date.now();
  const ok = run();
  console.log(`test: ${name}: ${ok ? "passed" : "FAILED"}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return { name, ok };
};

const build = async () => {
  try {
    await buildAll();
    return { name: "build", ok: true };
  } catch (error) {
    console.error(`test: build: ${error.message}`);
    return { name: "build", ok: false };
  }
};

const runVitest = (projects) => {
  const chosen = projects.flatMap((name) => ["--project", name]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  rmSync(report, { force: true });
  return {
    ...step("vitest", () => node([bin("vitest", "vitest.mjs"), "run", ...chosen, ...reporters])),
    results: report,
  };
};

/** The domain is why the product exists: its own tests reach every branch of it. Thresholds in the configuration. */
const coverDomain = () => {
  const config = join("test", "domain", "vitest.config.mts");
  const quiet = ["--reporter=dot", "--coverage.reporter=text-summary"];
  return [
    step("coverage", () => node([bin("vitest", "vitest.mjs"), "run", "--config", config, "--coverage", ...quiet])),
  ];
};

const packSolution = () => {
  const script = join(root, "scripts", "solution.mjs");
  return existsSync(script) ? [step("solution", () => node([script]))] : [];
};

const runAll = async (projects) => {
  const built = await build();
  if (!built.ok) return [built];
  const packed = projects.length === 0 ? packSolution() : [];
  const tested = runVitest(projects);
  const covered = projects.length === 0 ? coverDomain() : [];
  const sized = projects.length === 0 ? [step("size", () => node([bin("size-limit", "bin.js")]))] : [];
  return [built, ...packed, tested, ...covered, ...sized];
};

const { values } = parseArgs({
  options: { project: { type: "string", multiple: true, default: [] }, help: { type: "boolean" } },
});
if (values.help) {
  console.log(help);
} else {
  mkdirSync(join(root, "out", "results"), { recursive: true });
  const steps = await runAll(values.project);
  const { passed, failed } = writeResults("test", steps);
  console.log(`test: ${passed} passed, ${failed} failed`);
  process.exitCode = steps.every(({ ok }) => ok) ? 0 : 1;
}
