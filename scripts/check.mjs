// `npm run check`: what every commit must pass. Two steps at a time; ends with the output of what failed.
import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeResults } from "./results.mjs";

const help = `Checks format, lint, types, layers, unused code and the unit tests.

  npm run check [-- --keep-going]

  --keep-going   run every step even when one failed
  --help         this text`;

const root = fileURLToPath(new URL("..", import.meta.url));
const atOnce = 2;

const bin = (name, path) => join(root, "node_modules", name, path);
const tsc = bin("typescript", "bin/tsc");
const vitest = bin("vitest", "vitest.mjs");
const cacheOf = (name) => join(root, "out", "cache", name);
/** Only what changed is looked at again; a clean checkout has no cache and looks at all. */
const eslintCache = ["--cache", "--cache-strategy", "content", "--cache-location", cacheOf("lint")];
const incremental = (name) => ["--incremental", "--tsBuildInfoFile", cacheOf(`${name}.tsbuildinfo`)];

/** The longest first, so that the two lanes end together. The tests themselves are counted by `npm test`. */
const steps = [
  { name: "lint", runs: [[bin("eslint", "bin/eslint.js"), ".", ...eslintCache]] },
  {
    name: "types",
    runs: [
      [tsc, "-p", "tsconfig.json", ...incremental("root")],
      [tsc, "-p", "src/domain/tsconfig.json", ...incremental("domain")],
      [tsc, "-p", "PCFControl/tsconfig.json", "--noEmit", ...incremental("panel")],
      [tsc, "-p", "src/hosts/web/page/tsconfig.json", ...incremental("page")],
    ],
  },
  { name: "unit", runs: [[vitest, "run", "--project", "node", "--project", "dom"]] },
  {
    name: "format",
    runs: [[bin("prettier", "bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
  },
  { name: "arch", runs: [[bin("dependency-cruiser", "bin/dependency-cruise.mjs"), "src", "PCFControl", "test"]] },
  { name: "unused", runs: [[bin("knip", "bin/knip.js")]] },
];

const runNode = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const keep = (chunk) => (said += chunk);
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", (error) => resolve({ ok: false, said: String(error) }));
    child.once("close", (code) => resolve({ ok: code === 0, said }));
  });

const runInTurn = async (runs) => {
  let last = { ok: true, said: "" };
  for (const args of runs) {
    if (last.ok) last = await runNode(args);
  }
  return last;
};

/** A file that was edited while it was looked at leaves a wrong note in the cache, so a failure is looked at afresh. */
const runPastStaleCache = async (name, runs) => {
  const cached = existsSync(cacheOf(name));
  const first = await runInTurn(runs);
  if (first.ok || !cached) return first;
  rmSync(cacheOf(name), { force: true });
  return runInTurn(runs);
};

const runStep = async ({ name, runs }) => {
  const start = Date.now();
  const last = await runPastStaleCache(name, runs);
  const time = `${((Date.now() - start) / 1000).toFixed(1)} s`;
  console.log(`check: ${name.padEnd(8)} ${last.ok ? "passed" : "FAILED"}  ${time}`);
  return { name, ...last };
};

const runAll = async (keepGoing) => {
  const waiting = [...steps];
  const done = [];
  const lane = async () => {
    while (waiting.length > 0 && (keepGoing || done.every(({ ok }) => ok))) {
      const step = waiting.shift();
      done.push(await runStep(step));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return done;
};

const { values } = parseArgs({ options: { "keep-going": { type: "boolean" }, help: { type: "boolean" } } });
if (values.help) {
  console.log(help);
} else {
  const done = await runAll(values["keep-going"]);
  writeResults("check", done);
  const failed = done.filter(({ ok }) => !ok);
  for (const { name, said } of failed) console.error(`\n--- ${name}\n${said.trimEnd()}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
