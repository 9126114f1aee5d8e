/** Secrets and people go in everywhere; none of them may come out anywhere. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { partTable, runStatus, runTable, runTrigger, snapshotTable } from "../../src/domain";
import { compose } from "../../src/hosts/compose";
import { demoConfig } from "../../src/hosts/demo/demoConfig";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { startCollector, type Collector } from "./collector";
import { planted, saidInTrouble, startPlanting, type Planting } from "./planting";
import { run, settingsOf, start, type Environment } from "./program";

let tenant: RunningTenant;
let planting: Planting;
let collector: Collector;
let folder: string;

beforeEach(async () => {
  tenant = await startTenant({ profile: "scenario-1" });
  tenant.knobs.retryAfterSeconds = 0;
  [planting, collector] = await Promise.all([startPlanting(tenant), startCollector()]);
  folder = mkdtempSync(join(tmpdir(), "canary-"));
});
afterEach(async () => {
  await Promise.all([tenant.close(), planting.close(), collector.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const settings = (more: Environment = {}): Environment => ({
  ...settingsOf(tenant),
  QUOTA_PANEL_SIMULATOR: planting.base,
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
  OTEL_EXPORTER_OTLP_HEADERS: `api-key=${planted.secret}`,
  ...more,
});

/** The people of the tenant, as Graph tells them, beside what was planted. */
const people = (): readonly string[] => [`${tenant.profile.tenantName} user `, `@${tenant.profile.name}.onmicrosoft`];

const leaksIn = (text: string): readonly string[] => {
  const never = [...Object.values(planted), tenant.app.clientSecret, "MIIplantedkey", ...people(), ...planting.tokens];
  const shapes = [/eyJ[\w-]{10,}\.[\w-]{10,}/, /[\w.]+@planted\.example/, /#EXT#/];
  return [...never.filter((one) => text.includes(one)), ...shapes.flatMap((shape) => shape.exec(text)?.[0] ?? [])];
};

const expectNoLeak = (places: Readonly<Record<string, string>>): void => {
  for (const [place, text] of Object.entries(places)) expect([place, leaksIn(text)]).toEqual([place, []]);
};

const sent = (): string => collector.received.map(({ body }) => body).join("\n");

const home = () => {
  const { home: found } = compose(demoConfig(tenant), simulatorRoute(tenant.base));
  const headers = { accept: "application/json", "content-type": "application/json" };
  const signal = new AbortController().signal;
  const at = (path: string): string => `${found.url}/api/data/v9.2/${path}`;
  return {
    rows: async (path: string): Promise<string> =>
      (await found.send({ method: "GET", url: at(path), headers, signal })).body,
    ask: (row: object) =>
      found.send({ method: "POST", url: at(runTable.entitySetName), headers, body: JSON.stringify(row), signal }),
  };
};

const published = async (): Promise<string> => {
  const { rows } = home();
  const of = await Promise.all(
    [snapshotTable, partTable].map(({ entitySetName, columns }) =>
      rows(`${entitySetName}?$select=${columns.join(",")}`),
    ),
  );
  const ended = await rows(`${runTable.entitySetName}?$select=dqp_message,dqp_name,dqp_phase`);
  return [...of, ended].join("\n");
};

describe("what was planted everywhere", () => {
  it("is nowhere in what a run prints, traces, measures, saves under other names and publishes", async () => {
    const facts = join(folder, "facts.json");
    const { code, stdout, stderr } = await run(["sync", "--verbose", "--save-facts", facts, "--redact"], settings());
    expect(code).toBe(0);
    expect({ planted: planting.answers() > 10, tokens: planting.tokens.size > 3 }).toEqual({
      planted: true,
      tokens: true,
    });
    expect(stderr).toMatch(/GET graph\.microsoft\.com\/v1\.0\/users 200/);
    const [snapshot, file] = [await published(), readFileSync(facts, "utf8")];
    expect(snapshot).toContain("dqp_content");
    expect(sent()).toContain("quota_panel.source");
    expectNoLeak({ stdout, stderr, sent: sent(), snapshot, file });
  });

  it("is nowhere in it either when services put it into what they say about trouble", async () => {
    const body = saidInTrouble;
    tenant.knobs.faults.push(
      { match: "tenantCapacity$", status: 403, body },
      { match: "v1.0/users", status: 400, body },
      { match: "applicationPackages", status: 500, body },
      { match: "entitlements", kind: "shapeChanged" },
    );
    const facts = join(folder, "facts.json");
    const args = ["sync", "--json", "--verbose", "--save-facts", facts, "--redact"];
    const { code, stdout, stderr } = await run(args, settings());
    expect(code).toBe(4);
    expect(stdout).toMatch(/tenantCapacity.*Planted: \[person\]/);
    expectNoLeak({ stdout, stderr, sent: sent(), snapshot: await published(), file: readFileSync(facts, "utf8") });
  });

  it("is not in the log of a process that stays, nor is who asked", async () => {
    tenant.knobs.faults.push({ match: "tenantCapacity$", status: 403, body: saidInTrouble });
    const staying = start(["sync", "--schedule", "0 0 1 1 *", "--jitter", "0", "--verbose"], settings());
    await staying.says(/next run planned/);
    await run(["sync"], settings());
    await home().ask({
      dqp_name: "asked in the panel",
      dqp_tenantid: tenant.profile.tenantId,
      dqp_trigger: runTrigger.request,
      dqp_status: runStatus.requested,
      dqp_requestedby: planted.person,
    });
    await staying.says(/"trigger":"request".*run ended/);
    staying.interrupt();
    await staying.ended;
    expect(staying.said()).toMatch(/"address":"graph\.microsoft\.com/);
    expectNoLeak({ log: staying.said(), sent: sent(), snapshot: await published() });
  });

  it.each([
    ["sign-in", "login.microsoftonline.com/.*token", 401],
    ["the home environment", "dqp_", 403],
    ["everything", "^(graph|api)\\.", 403],
  ])("is not in the error when %s refuses", async (_what, match, status) => {
    tenant.knobs.faults.push({ match, status, body: saidInTrouble });
    const synced = await run(["sync", "--verbose"], settings());
    const examined = await run(["doctor", "--verbose", "--fix"], settings());
    expect(synced.code).toBeGreaterThan(1);
    expect(examined.code).toBeGreaterThan(1);
    expectNoLeak({ sync: synced.stdout + synced.stderr, doctor: examined.stdout + examined.stderr, sent: sent() });
  });

  it("is not in what is said about settings, wherever in them it was put by mistake", async () => {
    const file = join(folder, "quota-panel.json");
    const wrong = {
      tenantId: planted.secret,
      identity: { clientId: planted.secret, clientSecret: planted.secret, certificate: { pem: planted.key } },
      home: { url: `https://user:${planted.secret}@contoso.crm4.dynamics.com` },
    };
    writeFileSync(file, JSON.stringify(wrong));
    const faulty = await run(["sync", "--config", file]);
    expect(faulty.code).toBe(2);
    writeFileSync(file, `{ "identity": { "clientSecret": "${planted.secret}" `);
    const broken = await run(["sync", "--config", file, "--json"]);
    expect(broken.code).toBe(2);
    expectNoLeak({ faulty: faulty.stderr, broken: broken.stdout });
  });
});
