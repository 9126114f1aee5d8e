import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compose } from "../../src/hosts/compose";
import { demoConfig } from "../../src/hosts/demo/demoConfig";
import { runStatus, runTable, runTrigger } from "../../src/domain";
import { simulatorRoute } from "../../src/adapters/http/routes";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { run, settingsOf, start, type Environment } from "./program";

let tenant: RunningTenant;
let settings: Environment;

beforeEach(async () => {
  tenant = await startTenant({ profile: "scenario-1" });
  settings = settingsOf(tenant);
});
afterEach(() => tenant.close());

/** The home environment as the panel sees it: through the product's own identity. */
const homeOf = (running: RunningTenant) => {
  const { home } = compose(demoConfig(running), simulatorRoute(running.base));
  const headers = { accept: "application/json", "content-type": "application/json" };
  const { signal } = new AbortController();
  const url = (path: string) => `${home.url}/api/data/v9.2/${path}`;
  return {
    get: async (path: string): Promise<unknown> =>
      JSON.parse((await home.send({ method: "GET", url: url(path), headers, signal })).body),
    post: (path: string, row: object) =>
      home.send({ method: "POST", url: url(path), headers, body: JSON.stringify(row), signal }),
  };
};

describe("sync", () => {
  it("reads the tenant, publishes and prints what it found", async () => {
    const { code, stdout, stderr } = await run(["sync"], settings);
    expect({ code, stderr: stderr.includes("Reading licences") }).toEqual({ code: 0, stderr: true });
    expect(stdout).toMatch(/Published a snapshot of/);
    expect(stdout).toMatch(/File storage\s+21 of [\d,.]+ GB \(ok\)/);
  });

  it("prints one JSON object and nothing else with --json", async () => {
    const { code, stdout, stderr } = await run(["sync", "--json"], settings);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const result: unknown = JSON.parse(stdout);
    expect(result).toMatchObject({ status: "succeeded", snapshot: { tenant: { id: tenant.profile.tenantId } } });
    expect(stdout).not.toContain(tenant.app.clientSecret);
  });

  it("says that the secret is wrong, without printing it", async () => {
    const wrong = "not-the-secret~of-this-app";
    const { code, stdout, stderr } = await run(["sync"], { ...settings, QUOTA_PANEL_CLIENT_SECRET: wrong });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/7000215|secret/i);
    expect(stderr).not.toContain(wrong);
  });

  it("ends with 4 when one source refuses, and says which", async () => {
    tenant.knobs.faults.push({ match: "tenantCapacity", status: 403 });
    const { code, stdout } = await run(["sync"], settings);
    expect(code).toBe(4);
    expect(stdout).toMatch(/Not read:\n\s+powerplatform\.tenantCapacity.*permission is missing/);
  });

  it("ends with 6 when the tables refuse", async () => {
    tenant.knobs.faults.push({ match: "dqp_", status: 403 });
    const { code, stdout, stderr } = await run(["sync"], settings);
    expect({ code, stdout }).toEqual({ code: 6, stdout: "" });
    expect(stderr).toMatch(/The previous snapshot is untouched/);
  });

  it("ends with 5 when nothing can be read", async () => {
    tenant.knobs.faults.push({ match: "^(graph|api)\\.", status: 403 });
    const { code } = await run(["sync"], settings);
    expect(code).toBe(5);
  });

  it("leaves with 7 when another run is under way", async () => {
    const { ports } = compose(demoConfig(tenant), simulatorRoute(tenant.base));
    const { profile } = tenant;
    const other = { id: randomUUID(), trigger: "schedule" } as const;
    await ports.store.begin({ id: profile.tenantId, name: profile.tenantName }, other, new AbortController().signal);
    const { code, stdout, stderr } = await run(["sync"], settings);
    await ports.store.end({ status: "cancelled" });
    expect({ code, stdout }).toEqual({ code: 7, stdout: "" });
    expect(stderr).toMatch(/Another run \(.+\) is under way/);
  });

  it("stops at once with Ctrl-C, closes its run and leaves with 130", async () => {
    tenant.knobs.latencyMs = 300;
    const running = start(["sync"], settings);
    await running.says(/Reading licences/);
    running.interrupt();
    const { code, stdout, stderr } = await running.ended;
    expect({ code, stdout }, stderr).toEqual({ code: 130, stdout: "" });
    expect(stderr).toMatch(/Cancelled/);
    const query = `$filter=dqp_status eq ${runStatus.cancelled}&$select=dqp_trigger`;
    expect(await homeOf(tenant).get(`${runTable.entitySetName}?${query}`)).toMatchObject({
      value: [{ dqp_trigger: runTrigger.commandLine }],
    });
    tenant.knobs.latencyMs = 0;
    expect((await run(["sync"], settings)).code).toBe(0);
  });
});

describe("sync --schedule", () => {
  it("stays, runs when the panel asks, logs without the secret and ends with Ctrl-C", async () => {
    const staying = start(["sync", "--schedule", "0 0 1 1 *", "--jitter", "0"], settings);
    await staying.says(/next run planned/);
    await run(["sync"], settings);
    await homeOf(tenant).post(runTable.entitySetName, {
      dqp_name: "asked by a test",
      dqp_tenantid: tenant.profile.tenantId,
      dqp_trigger: runTrigger.request,
      dqp_status: runStatus.requested,
      dqp_requestedby: "Adele Vance",
    });
    await staying.says(/"trigger":"request".*run ended/);
    staying.interrupt();
    const { code } = await staying.ended;
    expect(code).toBe(0);
    expect(staying.said()).not.toContain(tenant.app.clientSecret);
    expect(staying.said()).not.toContain("Adele");
  });

  it("runs by itself when it is due", async () => {
    const staying = start(["sync", "--schedule", "* * * * * *", "--jitter", "0"], settings);
    await staying.says(/"trigger":"schedule".*run ended/);
    staying.interrupt();
    expect((await staying.ended).code).toBe(0);
  });
});
