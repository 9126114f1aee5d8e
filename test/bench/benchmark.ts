/** Measures and prints. Every figure but sizes and memory is a ratio within this run. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { lowerBound, overLimit } from "./lowerBound";
import { measurePlanning, planningLines } from "./planning";
import { readOneAfterAnother } from "./sequentialClient";
import type { BenchmarkSetup, Tally, TenantAddress } from "./setup";

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
/** Of an even number the greater of the two in the middle: rather too slow than too fast. */
const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;

const startTenantProcess = async (setup: BenchmarkSetup): Promise<[ChildProcess, TenantAddress]> => {
  const { environments, latencyMs, throttledShare } = setup;
  const numbers = ["--environments", environments, "--latency", latencyMs, "--throttled", throttledShare].map(String);
  const process_ = spawn(process.execPath, [inRoot("scripts/bench.mjs"), "--tenant", ...numbers], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: process_.stdout })) {
    if (line.startsWith("{")) return [process_, JSON.parse(line) as TenantAddress];
  }
  throw new Error("The simulated tenant did not start.");
};

interface Measured {
  readonly milliseconds: number;
  readonly peakKilobytes: number;
  readonly tally: Tally;
}

const control = async (tenant: TenantAddress, method: "GET" | "DELETE"): Promise<Tally | undefined> => {
  const response = await fetch(`${tenant.base}/.simulator/requests`, { method });
  return method === "GET" ? ((await response.json()) as Tally) : undefined;
};

const environmentOf = (tenant: TenantAddress, memoryFile: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_OPTIONS: `--import ${pathToFileURL(inRoot("test/bench/peakMemory.mjs")).href}`,
  PEAK_MEMORY_FILE: memoryFile,
  QUOTA_PANEL_SIMULATOR: tenant.base,
  QUOTA_PANEL_TENANT_ID: tenant.tenantId,
  QUOTA_PANEL_CLIENT_ID: tenant.clientId,
  QUOTA_PANEL_CLIENT_SECRET: tenant.clientSecret,
  QUOTA_PANEL_HOME_URL: `https://${tenant.homeHost}`,
});

/** One sync as a process, from its start to its end; exit code 4 says that some of the tenant could not be read, which the profile intends. */
const measureSync = async (tenant: TenantAddress, folder: string): Promise<Measured> => {
  const memoryFile = join(folder, "memory");
  await control(tenant, "DELETE");
  const start = performance.now();
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot("out/node/quota-panel.mjs"), "sync", "--json"], {
      cwd: folder,
      env: environmentOf(tenant, memoryFile),
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.once("error", reject).once("exit", resolve);
  });
  const milliseconds = performance.now() - start;
  const tally = await control(tenant, "GET");
  if ((code !== 0 && code !== 4) || tally === undefined) throw new Error(`The sync ended with ${String(code)}.`);
  const over = overLimit(tally);
  if (over.length > 0) throw new Error(`More requests under way than the bound reckons with: ${over.join(", ")}.`);
  return { milliseconds, peakKilobytes: Number(readFileSync(memoryFile, "utf8")), tally };
};

const ratio = (value: number): string => value.toFixed(2);
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** Detail requests and the tokens of the organisations; the lists, which are one for the tenant, are left out. */
const perEnvironment = ({ requests }: Tally, { homeHost, environments }: TenantAddress): number => {
  const isOfOne = (pattern: string) =>
    pattern.includes("/environments/{id}/") ||
    pattern.endsWith("/token") ||
    (pattern.includes(".dynamics.com/") && !pattern.startsWith(homeHost));
  const counts = Object.entries(requests).flatMap(([pattern, count]) => (isOfOne(pattern) ? [count] : []));
  return counts.reduce((sum, count) => sum + count, 0) / environments.length;
};

const sizes = (): void => {
  const bundle = readFileSync(inRoot("out/controls/PCFControl/bundle.js"));
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  say(`panel bundle                          ${kilobytes(bundle.length)} KB (goal under 100)`);
  say(`panel bundle, gzipped                 ${kilobytes(gzipSync(bundle, { level: 9 }).length)} KB (goal under 35)`);
};

const report = (
  tenant: TenantAddress,
  setup: BenchmarkSetup,
  runs: readonly Measured[],
  each: readonly number[],
): void => {
  const bounds = runs.map(({ tally }) => lowerBound(tally, setup.latencyMs, tenant.homeHost));
  const againstBound = runs.map(({ milliseconds }, i) => milliseconds / (bounds[i]?.milliseconds ?? NaN));
  const readable = tenant.environments.filter(({ host, ready }) => host !== undefined && ready).length;
  const sequential = mean(each) * readable;
  const againstSequential = runs.map(({ milliseconds }) => sequential / milliseconds);
  const [first, bound] = [runs[0], bounds[0]];
  if (first === undefined || bound === undefined) return;
  const { name, requests, limit } = bound.longest;
  const all = (numbers: readonly number[]) => numbers.map(ratio).join(", ");
  say(`sync / lower bound                    ${ratio(median(againstBound))} (goal 1.25; runs ${all(againstBound)})`);
  say(
    `one after another / sync              ${ratio(median(againstSequential))} (goal 30; runs ${all(againstSequential)})`,
  );
  say(`  longest queue                       ${name}: ${requests} requests, ${limit} at once`);
  say(
    `  one after another                   ${seconds(sequential)}, scaled up from ${Math.min(readable, 2 * Math.ceil(setup.sample / 2))} of ${readable} environments`,
  );
  say(`  sync                                ${runs.map(({ milliseconds }) => seconds(milliseconds)).join(", ")}`);
  say(`requests per environment              ${ratio(perEnvironment(first.tally, tenant))}`);
  say(
    `requests of the first run             ${first.tally.total}, ${first.tally.statuses["429"] ?? 0} of them throttled`,
  );
  say(
    `peak memory of the sync               ${Math.round(Math.max(...runs.map(({ peakKilobytes }) => peakKilobytes)) / 1000)} MB`,
  );
};

/** A plan beside computing the same tenant as a whole. */
export const runPlanning = (): void => planningLines(measurePlanning()).forEach(say);

/** The one-after-another client runs before and after the syncs, so that a machine that changes speed is seen. */
export const runBenchmark = async (setup: BenchmarkSetup): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "quota-panel-bench-"));
  const [tenantProcess, tenant] = await startTenantProcess(setup);
  const { environments, latencyMs, throttledShare } = setup;
  say(
    `${environments} environments, ${latencyMs} ms latency, ${throttledShare * 100} % throttled, Node ${process.version}\n`,
  );
  try {
    const half = Math.ceil(setup.sample / 2);
    const before = await readOneAfterAnother(tenant, 0, half);
    const runs: Measured[] = [];
    for (let round = 0; round < setup.rounds; round++) runs.push(await measureSync(tenant, folder));
    const after = await readOneAfterAnother(tenant, half, 2 * half);
    report(tenant, setup, runs, [before, after]);
    sizes();
    runPlanning();
  } finally {
    tenantProcess.stdin?.end();
    rmSync(folder, { recursive: true, force: true });
  }
};
