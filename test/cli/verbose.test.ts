import * as v from "valibot";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { startCollector, type Collector } from "./collector";
import { run, settingsOf, start } from "./program";

let tenant: RunningTenant;
let collector: Collector;

beforeEach(async () => {
  [tenant, collector] = await Promise.all([startTenant({ profile: "scenario-1" }), startCollector()]);
  tenant.knobs.retryAfterSeconds = 0;
});
afterEach(async () => {
  await Promise.all([tenant.close(), collector.close()]);
});

const request = /^(?:GET|POST|PATCH|DELETE) \S+ (?:\d{3}|no answer) \d+ ms/;

it("--verbose shows each try of each request with what the service said about its limits", async () => {
  tenant.knobs.throttledShare = 0.15;
  const settings = { ...settingsOf(tenant), OTEL_EXPORTER_OTLP_ENDPOINT: collector.address };
  const { code, stdout, stderr } = await run(["sync", "--verbose"], settings);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Published/);
  const lines = stderr.split("\n").filter((line) => request.test(line));
  const told = lines.filter((line) => line.includes(" 429 "));
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((line) => !line.includes("; retry-after: 0"))).toEqual([]);
  expect(lines.filter((line) => / 200 \d+ ms, try [2-9]/.test(line)).length).toBeGreaterThan(0);
  const ofHome = lines.filter((line) => line.includes(`${tenant.homeHost}/api/data/v9.2/dqp_panels`));
  expect(ofHome[0]).toMatch(/x-ms-ratelimit-burst-remaining-xrm-requests: \d+/);
  const tries = collector.points().filter(({ name }) => name === "quota_panel.requests");
  expect(lines).toHaveLength(tries.reduce((sum, { value }) => sum + value, 0));
});

it("without it, no request is shown", async () => {
  const { stderr } = await run(["sync"], settingsOf(tenant));
  expect(stderr.split("\n").filter((line) => request.test(line))).toEqual([]);
});

const logLine = v.looseObject({ msg: v.string(), run: v.optional(v.string()), address: v.optional(v.string()) });

it("every line that comes of a run in the log of a process that stays carries the id of the run", async () => {
  const staying = start(["sync", "--schedule", "*/2 * * * * *", "--jitter", "0", "--verbose"], settingsOf(tenant));
  await staying.says(/run ended[\s\S]*run ended/);
  staying.interrupt();
  const { stderr } = await staying.ended;
  const lines = stderr
    .split("\n")
    .flatMap((line) => (line.startsWith("{") ? [v.parse(logLine, JSON.parse(line))] : []));
  const began = lines.filter(({ msg }) => msg === "run started");
  const ids = new Set(began.map((line) => line.run));
  expect(ids.size).toBe(began.length);
  for (const { run: id } of began) {
    const ofRun = lines.filter((line) => line.run === id);
    expect(ofRun[0]?.msg).toBe("run started");
    expect(ofRun.filter(({ msg }) => msg === "request").length).toBeGreaterThan(10);
  }
  const collected = lines.filter(({ address }) => address?.startsWith("graph.microsoft.com/v1.0/subscribedSkus"));
  expect(collected.map((line) => ids.has(line.run))).not.toContain(false);
});
