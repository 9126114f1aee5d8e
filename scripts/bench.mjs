// `npm run bench`: prints speed and size as ratios of one run, so that they hold on any machine.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";
import { buildAll } from "./build.mjs";

const help = `Measures the sync against a simulated tenant in a process of its own, the size of the panel and the planner.

  npm run bench [-- OPTIONS]

  --environments N   environments of the tenant (default 1000)
  --latency N        milliseconds before every answer (default 80)
  --throttled N      share of answers that are "too many requests" (default 0.05)
  --sample N         environments that the one-after-another client reads; its time is scaled up (default 40)
  --rounds N         how often the sync is measured (default 3)
  --planner          only the planner: one plan against computing the same tenant as a whole
  --help             this text

The figures are ratios within this run: against the shortest time that latency and the limits on requests under way
allow, and against a client that makes the same requests one after another.`;

const options = {
  environments: { type: "string", default: "1000" },
  latency: { type: "string", default: "80" },
  throttled: { type: "string", default: "0.05" },
  sample: { type: "string", default: "40" },
  rounds: { type: "string", default: "3" },
  planner: { type: "boolean", default: false },
  tenant: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
};

const { values } = parseArgs({ options, strict: true });
const load = async (name) =>
  (await runnerImport(fileURLToPath(new URL(`../test/bench/${name}.ts`, import.meta.url)))).module;

if (values.help) {
  console.log(help);
} else if (values.planner) {
  const { runPlanning } = await load("benchmark");
  runPlanning();
} else {
  const setup = {
    environments: Number(values.environments),
    latencyMs: Number(values.latency),
    throttledShare: Number(values.throttled),
    sample: Number(values.sample),
    rounds: Number(values.rounds),
  };
  if (values.tenant) {
    const { runTenant } = await load("tenant");
    await runTenant(setup);
  } else {
    await buildAll({ only: ["control", "node"] });
    const { runBenchmark } = await load("benchmark");
    await runBenchmark(setup);
  }
}
