// `npm run check`: what every commit must pass. Two steps at a time; ends with the output of what failed.
import { spawn } from "node:child_process";
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
/** Files that did not change are not looked at again; a clean checkout has no cache and looks at all. */
const cached = (name) => [
  "--cache",
  "--cache-strategy",
  "content",
  "--cache-location",
  join(root, "out", "cache", name),
];

/** The longest first, so that the two lanes end together. The tests themselves are counted by `npm test`. */
const steps = [
  { name: "lint", runs: [[bin("eslint", "bin/eslint.js"), ".", ...cached("eslint")]] },
  {
    name: "types",
    runs: [
      [tsc, "-p", "tsconfig.json"],
      [tsc, "-p", "src/domain/tsconfig.json"],
      [tsc, "-p", "PCFControl/tsconfig.json", "--noEmit"],
      [tsc, "-p", "src/hosts/web/page/tsconfig.json"],
    ],
  },
  { name: "unit", runs: [[vitest, "run", "--project", "node", "--project", "dom"]] },
  {
    name: "format",
    runs: [[bin("prettier", "bin/prettier.cjs"), "--check", "--log-level", "warn", ".", ...cached("prettier")]],
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

const runStep = async ({ name, runs }) => {
  const start = Date.now();
  let last = { ok: true, said: "" };
  for (const args of runs) {
    if (last.ok) last = await runNode(args);
  }
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
