import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { startCollector, type Collector, type SentSpan } from "./collector";
import { run, settingsOf, start, type Environment } from "./program";

let tenant: RunningTenant;
let collector: Collector;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "telemetry-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const startBoth = async (): Promise<void> => {
  [tenant, collector] = await Promise.all([startTenant({ profile: "scenario-1" }), startCollector()]);
};
const stopBoth = async (): Promise<void> => {
  await Promise.all([tenant.close(), collector.close()]);
};

const withExporter = (more: Environment = {}): Environment => ({
  ...settingsOf(tenant),
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
  ...more,
});

const only = (spans: readonly SentSpan[], name: string): SentSpan => {
  const [found, ...others] = spans.filter((span) => span.name === name);
  if (found === undefined || others.length > 0) throw new Error(`${name}: ${others.length + (found ? 1 : 0)} spans`);
  return found;
};

const below = (spans: readonly SentSpan[], { spanId }: SentSpan): readonly SentSpan[] =>
  spans.filter(({ parentSpanId }) => parentSpanId === spanId);

const sourceNamed = (spans: readonly SentSpan[], name: string): SentSpan => {
  const found = spans.find(({ attributes }) => attributes["quota_panel.source"] === name);
  if (found === undefined) throw new Error(`No span for the source ${name}.`);
  return found;
};

const valueOf = (name: string, labels: object = {}): number =>
  collector
    .points()
    .filter((point) => point.name === name && Object.entries(labels).every(([key, is]) => point.labels[key] === is))
    .reduce((sum, { value }) => sum + value, 0);

/** Runs `sync` once, with an exporter, and gives its exit code. */
const sentBy = async (faults: RunningTenant["knobs"]["faults"] = []): Promise<number | null> => {
  tenant.knobs.retryAfterSeconds = 0;
  tenant.knobs.faults.push(...faults);
  return (await run(["sync"], withExporter({ OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test" }))).code;
};

describe("a collector", () => {
  let spans: readonly SentSpan[];

  beforeAll(async () => {
    await startBoth();
    expect(await sentBy()).toBe(0);
    spans = collector.spans();
  });
  afterAll(stopBoth);

  it("gets the run, under it its sources, and under each source its requests", () => {
    const whole = only(spans, "run");
    expect(whole.parentSpanId).toBeUndefined();
    expect(whole.attributes).toMatchObject({
      "quota_panel.run": expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      "quota_panel.trigger": "commandLine",
      "quota_panel.status": "succeeded",
    });
    const sources = below(spans, whole).filter(({ name }) => name === "source");
    expect(new Set(sources.map(({ attributes }) => attributes["quota_panel.source"]))).toEqual(
      new Set(spans.flatMap(({ attributes }) => attributes["quota_panel.source"] ?? [])),
    );
    const packages = sources.filter(
      ({ attributes }) => attributes["quota_panel.source"] === "usage.applicationPackages",
    );
    expect(packages).toHaveLength(tenant.profile.environments.length);
    const request = only(below(spans, sourceNamed(spans, "licences.subscribedSkus")), "GET /v1.0/subscribedSkus");
    expect(request).toMatchObject({
      traceId: whole.traceId,
      attributes: {
        "http.request.method": "GET",
        "server.address": "graph.microsoft.com",
        "http.route": "/v1.0/subscribedSkus",
        "http.response.status_code": 200,
        "quota_panel.attempts": 1,
      },
    });
  });

  it("gets names of requests in which no id, key or person stands", () => {
    const names = spans.map(({ name }) => name);
    expect(names.filter((name) => /[0-9a-f]{8}-|@|'/.test(name))).toEqual([]);
    expect(names).toContain("GET /licensing/environments/{id}/entitlements");
  });

  it("is told the product and what the environment says of the service, not the machine or its user", () => {
    const resource = collector.resource();
    expect(resource).toMatchObject({ "service.name": "quota-panel", "deployment.environment.name": "test" });
    expect(Object.keys(resource).filter((key) => /^(?:host|process|os)\./.test(key))).toEqual([]);
  });

  it("gets how many requests went to each service, how long they took and how many environments were read", () => {
    expect(valueOf("quota_panel.environments.read")).toBe(tenant.profile.environments.length);
    for (const service of ["identity", "graph", "bap", "powerPlatform", "dataverse"]) {
      const tries = valueOf("quota_panel.requests", { service });
      expect([service, tries > 0, valueOf("quota_panel.request.duration", { service })]).toEqual([
        service,
        true,
        tries,
      ]);
    }
  });
});

describe("a collector, of a run in trouble,", () => {
  let spans: readonly SentSpan[];

  beforeAll(async () => {
    await startBoth();
    const code = await sentBy([
      { match: "v1.0/subscribedSkus", status: 429, times: 1 },
      { match: "tenantCapacity$", status: 503, times: 2 },
      { match: "currencyReports$", status: 403 },
    ]);
    expect(code).toBe(4);
    spans = collector.spans();
  });
  afterAll(stopBoth);

  it("is told what kind of trouble a source had, and how the run ended", () => {
    const refused = sourceNamed(spans, "usage.currencies");
    expect(refused).toMatchObject({ attributes: { "error.type": "forbidden" }, status: { code: 2 } });
    expect(only(below(spans, refused), "GET /licensing/tenantCapacity/currencyReports")).toMatchObject({
      attributes: { "http.response.status_code": 403 },
      status: { code: 2 },
    });
    expect(only(spans, "run").attributes["quota_panel.status"]).toBe("partial");
  });

  it("gets one span for all tries of a request", () => {
    const request = only(below(spans, sourceNamed(spans, "usage.tenantCapacity")), "GET /licensing/tenantCapacity");
    expect(request.attributes).toMatchObject({ "quota_panel.attempts": 3, "http.response.status_code": 200 });
  });

  it("gets who was told to wait", () => {
    expect(valueOf("quota_panel.requests", { service: "graph", status: 429 })).toBe(1);
    expect(valueOf("quota_panel.throttled", { service: "graph" })).toBe(1);
  });
});

describe("OpenTelemetry", () => {
  beforeEach(startBoth);
  afterEach(stopBoth);
  const loaded = (): string => join(folder, `loaded-${tenant.base.split(":").at(-1) ?? ""}`);
  const watching = (more: Environment): Environment => ({
    ...settingsOf(tenant),
    NODE_OPTIONS: `--import ${new URL("./loading/watch.mjs", import.meta.url).href}`,
    LOADED_PACKAGES: loaded(),
    ...more,
  });

  it("is neither loaded nor sent anything without an exporter", async () => {
    expect((await run(["sync"], watching({ OTEL_SERVICE_NAME: "named" }))).code).toBe(0);
    expect(existsSync(loaded())).toBe(false);
    expect(collector.received).toEqual([]);
  });

  it("is left alone where it is switched off", async () => {
    const off = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.address, OTEL_SDK_DISABLED: "true" };
    expect((await run(["sync"], watching(off))).code).toBe(0);
    expect(existsSync(loaded())).toBe(false);
    expect(collector.received).toEqual([]);
  });

  it("sees each run of a process that stays as a trace of its own", async () => {
    const staying = start(["sync", "--schedule", "* * * * * *", "--jitter", "0"], withExporter());
    await staying.says(/run ended[\s\S]*run ended/);
    staying.interrupt();
    await staying.ended;
    const runs = collector.spans().filter(({ name }) => name === "run");
    expect(runs.length).toBeGreaterThanOrEqual(2);
    expect(new Set(runs.map(({ traceId }) => traceId)).size).toBe(runs.length);
  });

  it("does no harm to a run when the collector is gone", async () => {
    await collector.close();
    const { code, stdout, stderr } = await run(["sync"], watching(withExporter()));
    // Loaded here, so that the watch of the tests above does watch.
    expect({ code, loaded: existsSync(loaded()) }).toEqual({ code: 0, loaded: true });
    expect(stdout).toMatch(/Published a snapshot/);
    expect(stderr).not.toMatch(/ECONNREFUSED|\n\s+at /);
  });
});
