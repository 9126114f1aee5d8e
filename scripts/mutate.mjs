// `npm run mutate`: breaks the domain on purpose, room by room, and looks whether the tests beside the code notice.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const help = `Mutation testing of src/domain. It is not part of npm test.

  npm run mutate [-- --room NAME]... [--workers N] [--list]

  --room NAME   only these rooms; the figures of the others stay as they were measured last
  --workers N   how many test runs go side by side; without it, as many as the machine has cores less one
  --list        print the mutants that survived, from what was measured last
  --help        this text`;

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "out", "mutation");
const goal = 90;

/**
 * A room is judged by its own tests and those that assemble a whole snapshot. Rows of the catalogue are data that is
 * there when the tests begin: they are held by tests that compare them and are not mutated.
 */
const rooms = {
  calendar: { mutate: ["src/domain/*.ts"], tests: ["src/domain/*.test.ts"] },
  catalog: { mutate: ["src/domain/catalog/**/*.ts"], tests: ["src/domain/catalog"] },
  assess: { mutate: ["src/domain/engine/*.ts"], tests: ["src/domain/engine/*.test.ts", "src/domain/engine/checks"] },
  cases: { mutate: ["src/domain/engine/cases/*.ts"], tests: ["src/domain/engine/cases"] },
  checks: { mutate: ["src/domain/engine/checks/*.ts"], tests: ["src/domain/engine/checks"] },
  copilot: { mutate: ["src/domain/engine/copilot/*.ts"], tests: ["src/domain/engine/copilot"] },
  forecast: { mutate: ["src/domain/engine/forecast/*.ts"], tests: ["src/domain/engine/forecast"] },
  licences: { mutate: ["src/domain/engine/licences/*.ts"], tests: ["src/domain/engine/licences"] },
  owned: { mutate: ["src/domain/engine/owned/*.ts"], tests: ["src/domain/engine/owned"] },
  people: { mutate: ["src/domain/engine/people/*.ts"], tests: ["src/domain/engine/people"] },
  plan: { mutate: ["src/domain/engine/plan/*.ts"], tests: ["src/domain/engine/plan"] },
  seats: { mutate: ["src/domain/engine/seats/*.ts"], tests: ["src/domain/engine/seats", "src/domain/engine/checks"] },
  storage: { mutate: ["src/domain/engine/storage/*.ts"], tests: ["src/domain/engine/storage"] },
  used: { mutate: ["src/domain/engine/used/*.ts"], tests: ["src/domain/engine/used"] },
  snapshot: { mutate: ["src/domain/snapshot/*.ts"], tests: ["src/domain/snapshot"] },
};

const reportOf = (room) => join(folder, `${room}.json`);

/** Globs from the root on. */
const testsOf = ({ tests }) =>
  [...tests, "src/domain/snapshot/assemble.test.ts"].map((path) =>
    path.endsWith(".ts") ? `/${path}` : `/${path}/**/*.test.ts`,
  );

const configOf = (room, workers) => ({
  testRunner: "oneProcess",
  plugins: [join(root, "scripts", "mutation", "testRunner.mjs")],
  roomTests: testsOf(rooms[room]),
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  mutate: [...rooms[room].mutate, "!src/domain/**/*.test.ts"],
  ignorePatterns: ["out", ".tenant", "docs", "solution", "PCFControl", "src/hosts", "src/simulator", "src/adapters"],
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: reportOf(room) },
  tempDirName: join("out", "mutation", "sandbox", room),
  thresholds: { high: 95, low: goal, break: null },
  timeoutMS: 10_000,
  ...(workers === undefined ? {} : { concurrency: Number(workers) }),
});

const measure = (room, workers) => {
  const config = join(folder, `${room}.config.json`);
  writeFileSync(config, JSON.stringify(configOf(room, workers)));
  const bin = join(root, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const { status } = spawnSync(process.execPath, [bin, "run", config, "--logLevel", "error"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`the room ${room} could not be measured`);
};

const noticed = ["Killed", "Timeout"];
const missed = ["Survived", "NoCoverage"];

const mutantsOf = (room) => {
  if (!existsSync(reportOf(room))) return [];
  const { files } = JSON.parse(readFileSync(reportOf(room), "utf8"));
  return Object.entries(files).flatMap(([file, { mutants }]) => mutants.map((mutant) => ({ file, ...mutant })));
};

const tally = (mutants) => {
  const count = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  return { noticed: count(noticed), missed: count(missed) };
};

const line = (name, { noticed: good, missed: bad }) => {
  const share = good + bad === 0 ? "" : `${((100 * good) / (good + bad)).toFixed(1)} %`;
  return `mutate: ${name.padEnd(10)} ${String(good).padStart(5)} of ${String(good + bad).padStart(5)} noticed  ${share}`;
};

const list = (chosen) =>
  chosen
    .flatMap(mutantsOf)
    .filter(({ status }) => missed.includes(status))
    .map(
      ({ file, location, mutatorName, replacement }) =>
        `${file}:${location.start.line}:${location.start.column} ${mutatorName} -> ${replacement ?? ""}`,
    )
    .join("\n");

const { values } = parseArgs({
  options: {
    room: { type: "string", multiple: true, default: [] },
    workers: { type: "string" },
    list: { type: "boolean" },
    help: { type: "boolean" },
  },
});
const chosen = values.room.length === 0 ? Object.keys(rooms) : values.room;
const strangers = chosen.filter((room) => !Object.hasOwn(rooms, room));
if (values.help) {
  console.log(help);
} else if (strangers.length > 0) {
  console.error(`mutate: there is no room ${strangers.join(", ")}; there are ${Object.keys(rooms).join(", ")}`);
  process.exitCode = 2;
} else if (values.workers !== undefined && !/^[1-9]\d*$/.test(values.workers)) {
  console.error(`mutate: --workers is a whole number from 1 on, not ${values.workers}`);
  process.exitCode = 2;
} else if (values.list) {
  console.log(list(chosen));
} else {
  mkdirSync(folder, { recursive: true });
  for (const room of chosen) {
    measure(room, values.workers);
    console.log(line(room, tally(mutantsOf(room))));
  }
  const all = tally(Object.keys(rooms).flatMap(mutantsOf));
  console.log(line("together", all));
  process.exitCode = 100 * all.noticed >= goal * (all.noticed + all.missed) ? 0 : 1;
}
