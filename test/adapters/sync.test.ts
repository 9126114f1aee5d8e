import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as v from "valibot";
import { LeaseTakenError, StoreError } from "../../src/app/errors";
import type { RunProgress, RunRequest, SnapshotStore } from "../../src/app/ports";
import { sync } from "../../src/app/sync";
import type { SyncOptions, SyncPorts } from "../../src/app/syncContract";
import { decode, defaultSettings, tables as ownTables, type EncodedPart, type Tenant } from "../../src/domain";
import { dataverseSend } from "../../src/adapters/dataverse/connect";
import { dataverseStore } from "../../src/adapters/dataverse/dataverseStore";
import { dataverseSolutions } from "../../src/adapters/dataverse/outboundSolutions";
import { graphLicences } from "../../src/adapters/graph/graphLicences";
import { getJson } from "../../src/adapters/http/readJson";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { createTransport, NetworkError, type HttpRequest, type Send } from "../../src/adapters/http/send";
import { createCredential } from "../../src/adapters/identity/createCredential";
import { fileImports } from "../../src/adapters/imports/fileImports";
import { powerPlatformUsage } from "../../src/adapters/powerplatform/powerPlatformUsage";
import { findingWords } from "../../PCFControl/components/findingWords";
import { localeFrom } from "../../PCFControl/fixture/localeFrom.fixture";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";

const startedAt = new Date("2026-11-22T12:00:00Z");
const quickly = { firstWaitMs: 1, retries: 2, longestWaitMs: 5_000 };

let simulated: RunningTenant;
let time = startedAt.getTime();
const clock = { now: () => new Date(time).toISOString() };

/** Everything but the disturbance is what a host composes. */
function portsFor({
  transport = createTransport({ route: simulatorRoute(simulated.base) }),
  imports = [] as string[],
  retries = 2,
} = {}) {
  const { profile, app, homeHost } = simulated;
  const credential = createCredential({
    tenantId: profile.tenantId,
    clientId: app.clientId,
    secret: app.clientSecret,
    transport,
  });
  const access = { transport, credential, retry: { ...quickly, retries } };
  return {
    licences: graphLicences(access),
    usage: powerPlatformUsage({ ...access, outboundSolutions: dataverseSolutions(access) }),
    imports: fileImports(imports),
    store: dataverseStore({ ...access, url: `https://${homeHost}`, tenantId: profile.tenantId, clock }),
    clock,
  } satisfies SyncPorts;
}

const tenant = (): Tenant => ({ id: simulated.profile.tenantId, name: simulated.profile.tenantName });

const optionsFor = (more: Partial<SyncOptions> = {}): SyncOptions => ({
  tenant: tenant(),
  run: { id: randomUUID(), trigger: "commandLine" },
  settings: defaultSettings,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...more,
});

/** Counts what leaves, and lets a test fail or hold a request. */
function watched(disturb: (request: HttpRequest, change: number) => void = () => undefined) {
  const inner = createTransport({ route: simulatorRoute(simulated.base) });
  const changes: string[] = [];
  const transport: Send = (request) => {
    const isChange = request.method !== "GET" && !request.url.includes("/oauth2/");
    if (isChange)
      changes.push(`${request.method} ${decodeURIComponent(new URL(request.url).pathname.split("/").pop() ?? "")}`);
    disturb(request, changes.length);
    return inner(request);
  };
  return { transport, changes };
}

const systemColumn =
  /^@|versionnumber|modifiedon|createdon|_value$|state|statuscode|footprint|overridden|importsequence|timezone|utcconv/;

/** All rows of the product's tables, without what the service adds and without ids of runs. */
async function contents() {
  const { transport } = watched();
  const { profile, app, homeHost } = simulated;
  const credential = createCredential({
    tenantId: profile.tenantId,
    clientId: app.clientId,
    secret: app.clientSecret,
    transport,
  });
  const send = dataverseSend({ transport, credential }, `https://${homeHost}`);
  const schema = v.object({ value: v.array(v.record(v.string(), v.unknown())) });
  const read = async (set: string) =>
    (
      await getJson(send, {
        url: `https://${homeHost}/api/data/v9.2/${set}`,
        schema,
        signal: new AbortController().signal,
      })
    ).value;
  const rows = await Promise.all(
    ownTables.map(async (table) => [table.logicalName, await read(table.entitySetName)] as const),
  );
  return new Map<string, readonly Record<string, unknown>[]>(rows);
}

/** What a reader sees: pointer, head, parts, decoded. */
async function published() {
  const all = await contents();
  const rows = (name: string) => all.get(name) ?? [];
  const id = rows("dqp_panel")[0]?.["_dqp_currentsnapshotid_value"];
  const head = rows("dqp_snapshot").find((row) => row["dqp_snapshotid"] === id);
  if (!head) return undefined;
  const references = v.parse(
    v.pipe(
      v.string(),
      v.parseJson(),
      v.array(v.object({ kind: v.picklist(["core", "environments"]), hash: v.string() })),
    ),
    head["dqp_parts"],
  );
  const parts = references.map(({ kind, hash }): EncodedPart => {
    const found = rows("dqp_snapshotpart").find((row) => row["dqp_hash"] === hash);
    return { kind, text: v.parse(v.string(), found?.["dqp_content"]) };
  });
  return decode(parts);
}

const figures = async () => {
  const all = await contents();
  const plain = (name: string) =>
    (all.get(name) ?? [])
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).filter(([column]) => !systemColumn.test(column) && !column.endsWith("id")),
        ),
      )
      .map((row) => JSON.stringify(row))
      .sort();
  return Object.fromEntries(
    ["dqp_snapshot", "dqp_snapshotpart", "dqp_meterhistory", "dqp_environmenthistory"].map((name) => [
      name,
      plain(name),
    ]),
  );
};

const failure = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => "resolved",
    (error: unknown) => error,
  );

const start = async (profile: string) => {
  time = startedAt.getTime();
  simulated = await startTenant({ profile, now: () => new Date(time) });
};

describe("sync of contoso", () => {
  beforeAll(() => start("contoso"));
  afterAll(() => simulated.close());

  test("reads the tenant, publishes what it computed, and says what is missing", async () => {
    const told: RunProgress[] = [];
    const result = await sync(portsFor(), optionsFor({ onProgress: (progress) => told.push(progress) }));
    expect(result.status).toBe("partial");
    expect(result.snapshot.environments).toHaveLength(simulated.profile.environments.length);
    expect(await published()).toEqual({ kind: "snapshot", snapshot: result.snapshot });
    expect([...new Set(told.map(({ phase }) => phase))]).toEqual([
      "licences",
      "environments",
      "details",
      "compute",
      "publish",
    ]);
    expect(told.filter(({ phase }) => phase === "details").at(-1)).toMatchObject({
      done: result.snapshot.environments.length,
    });
    const runs = (await contents()).get("dqp_run") ?? [];
    expect(runs.find((run) => run["dqp_runid"] === result.snapshot.id)).toMatchObject({ dqp_status: 471000003 });
    expect(result.footprint.rows).toBeGreaterThan(0);
  });

  test("shows findings about quotas, licences, environments and readings", async () => {
    const bindings = [{ entitlementId: "ContosoInteractedPeople", meter: "interactedPeople" }] as const;
    const { snapshot } = await sync(portsFor(), optionsFor({ settings: { ...defaultSettings, bindings } }));
    const told = snapshot.findings.map(
      ({ severity, kind, subjects }) => `${severity} ${kind}: ${subjects.map(({ name }) => name).join(", ")}`,
    );
    expect(told).toEqual([
      "warning overQuota: interactedPeople",
      "warning outboundSlotsExceeded: installOutbound",
      "error trialEnvironmentsExceeded: trialEnvironments",
      "warning nearQuota: storageDatabase",
      "warning subscriptionInGrace: Dataverse Database Capacity (1 GB)",
      "info subscriptionEnding: Dynamics 365 Marketing Additional Application",
      "info logReadingDiffers: storageLog",
      "error addOnMaximum: addOnDigital",
      "info sandboxShare: interactedPeople, Contoso UAT, Journeys trial, Contoso Build",
      "info adminCenterDiffers: storageDatabase",
      "warning unknownSku: D365_MARKETING_EVENTS_PREVIEW",
      "warning environmentNotRead: Contoso Migration 2023",
      "warning environmentNotRead: Fabrikam proof of concept",
      "warning environmentNotRead: Contoso Field Service",
      "warning staleSource: powerplatform.tenantCapacity",
      "info inferredSku: CDS_DB_CAPACITY_PROMO",
      "warning failedInstallHoldsSlot: Contoso (default)",
    ]);
    for (const lcid of [1033, 1031]) {
      const words = snapshot.findings.map((finding) => findingWords(finding, snapshot, localeFrom(lcid)));
      expect(words.filter((all) => /[{}]|finding_/.test(Object.values(all).join(" ")))).toEqual([]);
    }
  });

  test("shows every status", async () => {
    const bindings = [
      { entitlementId: "ContosoInteractedPeople", meter: "interactedPeople" },
      { entitlementId: "ContosoUnifiedPeople", meter: "unifiedPeople" },
      { entitlementId: "ContosoVoicebotMinutes", meter: "voicebotMinutes" },
    ] as const;
    const { snapshot } = await sync(portsFor(), optionsFor({ settings: { ...defaultSettings, bindings } }));
    const first = new Map([...snapshot.meters].reverse().map(({ status, meter }) => [status, meter]));
    expect(Object.fromEntries(first)).toEqual({
      over: "interactedPeople",
      unknown: "monthlyInteractions",
      critical: "unifiedPeople",
      near: "storageDatabase",
      ok: "storageFile",
      covered: "storageLog",
      none: "voicebotMinutes",
      unlimited: "installJourneys",
      rate: "throughput",
    });
  });

  test("the same run again writes no part and no history; the next one writes its head's part only", async () => {
    const again = watched();
    const run: RunRequest = { id: randomUUID(), trigger: "schedule" };
    await sync(portsFor(), optionsFor({ run }));
    await sync(portsFor(again), optionsFor({ run }));
    expect(again.changes.filter((change) => /snapshotparts\(|UpsertMultiple/.test(change))).toEqual([]);
    const next = watched();
    await sync(portsFor(next), optionsFor());
    expect(next.changes.filter((change) => change.startsWith("PATCH dqp_snapshotparts"))).toHaveLength(1);
    expect(next.changes.filter((change) => change.includes("UpsertMultiple"))).toEqual([]);
  });

  test("keeps two snapshots and the parts that they name", async () => {
    for (const hour of [1, 2, 3]) {
      time = startedAt.getTime() + hour * 3_600_000;
      await sync(portsFor(), optionsFor());
    }
    const all = await contents();
    const heads = all.get("dqp_snapshot") ?? [];
    const named = heads.flatMap((head) => v.parse(hashes, head["dqp_parts"])).map(({ hash }) => hash);
    expect(heads).toHaveLength(2);
    expect((all.get("dqp_snapshotpart") ?? []).map((row) => row["dqp_hash"]).sort()).toEqual(
      [...new Set(named)].sort(),
    );
    expect((await published())?.kind).toBe("snapshot");
  });

  test("403 at one endpoint leaves that source unread and the rest as it is", async () => {
    simulated.knobs.faults = [{ match: "graph\\.microsoft\\.com/v1\\.0/directory/subscriptions", status: 403 }];
    const { status, missing } = await sync(portsFor(), optionsFor());
    simulated.knobs.faults = [];
    expect(status).toBe("partial");
    expect(missing.find(({ source }) => source === "graph.subscriptions")).toMatchObject({
      state: "notRead",
      reason: { code: "forbidden" },
    });
    expect(missing.map(({ source }) => source)).not.toContain("graph.subscribedSkus");
  });

  test("one environment down is missing by name, the others are counted", async () => {
    const before = await sync(portsFor(), optionsFor());
    const missingBefore = new Set(before.snapshot.coverage.missing.map(({ environmentId }) => environmentId));
    const victim = simulated.profile.environments.find(
      ({ id, host }) => host && host !== simulated.homeHost && !missingBefore.has(id),
    );
    simulated.knobs.faults = [{ match: `appmanagement/environments/${victim?.id}/`, status: 500 }];
    const { snapshot } = await sync(portsFor(), optionsFor());
    simulated.knobs.faults = [];
    expect(snapshot.coverage.missing.map(({ environmentId }) => environmentId)).toContain(victim?.id);
    expect(snapshot.coverage.read).toBe(before.snapshot.coverage.read - 1);
  });

  test("an endpoint that throttles for a while costs time and nothing else", async () => {
    const full = await sync(portsFor(), optionsFor());
    simulated.knobs.throttledShare = 0.1;
    simulated.knobs.retryAfterSeconds = 0;
    const transport = createTransport({ route: simulatorRoute(simulated.base) });
    const result = await sync(portsFor({ transport, retries: 8 }), optionsFor());
    simulated.knobs.throttledShare = 0;
    expect(result.snapshot.coverage).toEqual(full.snapshot.coverage);
    expect(result.snapshot.meters).toEqual(full.snapshot.meters);
  });

  test("nothing could be read: the run fails in words and the snapshot stays", async () => {
    const before = await published();
    simulated.knobs.faults = [{ match: "graph\\.microsoft|api\\.bap|api\\.powerplatform", status: 503 }];
    const run: RunRequest = { id: randomUUID(), trigger: "schedule" };
    const error = await failure(sync(portsFor(), optionsFor({ run })));
    simulated.knobs.faults = [];
    expect(error).toMatchObject({ reason: { code: "serverError" } });
    expect(await published()).toEqual(before);
    const rows = (await contents()).get("dqp_run") ?? [];
    expect(rows.find((row) => row["dqp_runid"] === run.id)).toMatchObject({
      dqp_status: 471000004,
      dqp_message: expect.stringMatching(/^serverError: Nothing of the tenant could be read/) as string,
    });
  });

  test.each([507, 413])("a store that answers %i: a StoreError in words, the snapshot stays", async (status) => {
    const before = await published();
    time += 60_000;
    simulated.knobs.faults = [{ match: `${simulated.homeHost}/api/data/v9\\.2/dqp_snapshotparts\\(`, status }];
    const error = await failure(sync(portsFor(), optionsFor()));
    simulated.knobs.faults = [];
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toMatch(status === 507 ? "no room left" : "too large");
    expect(await published()).toEqual(before);
    await sync(portsFor(), optionsFor());
  });

  test("a store that cannot close the run: the snapshot is published all the same", async () => {
    const ports = portsFor();
    const store = { ...ports.store, end: () => Promise.reject(new StoreError("gone")) };
    time += 60_000;
    const { snapshot } = await sync({ ...ports, store }, optionsFor());
    expect((await contents()).get("dqp_panel")?.[0]).toMatchObject({ _dqp_currentsnapshotid_value: snapshot.id });
    time += 600_000;
    await sync(portsFor(), optionsFor());
  });

  test("cancelled while it reads: ends at once, closes the run, gives the lease back", async () => {
    const before = await published();
    const cancel = new AbortController();
    simulated.knobs.latencyMs = 200;
    const run: RunRequest = { id: randomUUID(), trigger: "request" };
    const onProgress = ({ phase }: RunProgress) => phase === "details" && cancel.abort();
    const error = await failure(sync(portsFor(), optionsFor({ run, signal: cancel.signal, onProgress })));
    simulated.knobs.latencyMs = 0;
    expect(error).toMatchObject({ reason: { code: "cancelled" } });
    const all = await contents();
    expect((all.get("dqp_run") ?? []).find((row) => row["dqp_runid"] === run.id)).toMatchObject({
      dqp_status: 471000005,
    });
    expect(all.get("dqp_panel")?.[0]).toMatchObject({ dqp_leaseholder: null, dqp_leaseuntil: null });
    expect(await published()).toEqual(before);
  });

  test("a faulty import file stops the run before anything is asked", async () => {
    const error = await failure(sync(portsFor({ imports: ["no-such-file.csv"] }), optionsFor()));
    expect(error).toMatchObject({ reason: { code: "notFound" } });
  });
});

describe("two runs", () => {
  beforeEach(() => start("scenario-1"));
  afterEach(() => simulated.close());

  const begin = (store: SnapshotStore, id: string = randomUUID()) =>
    store.begin(tenant(), { id, trigger: "schedule" }, new AbortController().signal);

  test("at once: one works, the other leaves with who and until when", async () => {
    const results = await Promise.allSettled([sync(portsFor(), optionsFor()), sync(portsFor(), optionsFor())]);
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(LeaseTakenError);
    expect(await published()).toMatchObject({ kind: "snapshot" });
  });

  test("a dead run's lease is refused until its time, then taken over; its row says that it died", async () => {
    const dead = randomUUID();
    await begin(portsFor().store, dead);
    expect(await failure(begin(portsFor().store))).toMatchObject({
      name: "LeaseTakenError",
      until: "2026-11-22T12:02:00Z",
    });
    time += 121_000;
    const next = portsFor().store;
    await begin(next);
    await next.end({ status: "succeeded" });
    const row = (await contents()).get("dqp_run")?.find((run) => run["dqp_runid"] === dead);
    expect(row).toMatchObject({ dqp_status: 471000004, dqp_message: "The run stopped without ending." });
  });

  test("a run that slept through its lease publishes nothing", async () => {
    const sleeper = portsFor();
    const { snapshot } = await sync(sleeper, optionsFor());
    await begin(sleeper.store);
    time += 121_000;
    const other = portsFor().store;
    await begin(other);
    const late = { snapshot: { ...snapshot, id: randomUUID() }, remembering: new Map() };
    const error = await failure(sleeper.store.publish(late, new AbortController().signal));
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toContain("The lease went to another run");
    expect(await published()).toEqual({ kind: "snapshot", snapshot });
    await failure(sleeper.store.end({ status: "failed" }));
    await other.end({ status: "succeeded" });
  });

  test("requests of the panel come oldest first, and are gone when taken", async () => {
    const { store } = portsFor();
    const ids = [randomUUID(), randomUUID()];
    for (const id of ids) {
      await request(id);
      time += 5_000;
    }
    const { signal } = new AbortController();
    const expected = ids.map((id) => ({ id, trigger: "request", requestedBy: "Ada" }));
    expect(await store.requests(signal)).toEqual(expected);
    await sync({ ...portsFor(), store }, optionsFor({ run: expected[0] as RunRequest }));
    expect(await store.requests(signal)).toEqual(expected.slice(1));
  });
});

const hashes = v.pipe(v.string(), v.parseJson(), v.array(v.object({ hash: v.string() })));

async function request(id: string): Promise<void> {
  const { profile, app, homeHost } = simulated;
  const { transport } = watched();
  const credential = createCredential({
    tenantId: profile.tenantId,
    clientId: app.clientId,
    secret: app.clientSecret,
    transport,
  });
  const row = {
    dqp_name: "Refresh",
    dqp_tenantid: profile.tenantId,
    dqp_trigger: 471000001,
    dqp_status: 471000000,
    dqp_requestedby: "Ada",
  };
  const send = dataverseSend({ transport, credential }, `https://${homeHost}`);
  const url = `https://${homeHost}/api/data/v9.2/dqp_runs(${id})`;
  const headers = { "content-type": "application/json" };
  const { status } = await send({
    method: "PATCH",
    url,
    headers,
    body: JSON.stringify(row),
    signal: new AbortController().signal,
  });
  expect(status).toBe(204);
}

describe("killed between any two writes, and with any answer lost", { timeout: 240_000 }, () => {
  const run: RunRequest = { id: "5a9f0e9e-3a3c-4f43-9f3e-0d4a3d6c1b11", trigger: "schedule" };

  /** The tables after one undisturbed run at five minutes past. */
  const reference = async () => {
    await start("scenario-1");
    time += 300_000;
    const { transport, changes } = watched();
    await sync(portsFor({ transport }), optionsFor({ run }));
    const expected = await figures();
    await simulated.close();
    return { expected, count: changes.length };
  };

  test("a rerun gives the same tables", async () => {
    const { expected, count } = await reference();
    expect(count).toBeGreaterThan(6);
    for (let killedAt = 1; killedAt <= count; killedAt++) {
      await start("scenario-1");
      const { transport } = watched((_request, change) => {
        if (change >= killedAt) throw new NetworkError("killed");
      });
      await failure(sync(portsFor({ transport }), optionsFor({ run })));
      const seen = await published();
      expect([undefined, "snapshot"]).toContain(seen?.kind);
      time += 300_000;
      await sync(portsFor(), optionsFor({ run }));
      expect(await figures(), `killed at change ${killedAt}`).toEqual(expected);
      await simulated.close();
    }
  });

  test("a lost answer is asked for again, without harm", async () => {
    const { expected, count } = await reference();
    for (let lostAt = 1; lostAt <= count; lostAt++) {
      await start("scenario-1");
      time += 300_000;
      const inner = createTransport({ route: simulatorRoute(simulated.base) });
      let changes = 0;
      const transport: Send = async (request) => {
        const isChange = request.method !== "GET" && !request.url.includes("/oauth2/");
        const loses = isChange && ++changes === lostAt;
        const response = await inner(request);
        if (loses) throw new NetworkError("answer lost");
        return response;
      };
      await sync(portsFor({ transport }), optionsFor({ run }));
      expect(await figures(), `lost answer ${lostAt}`).toEqual(expected);
      await simulated.close();
    }
  });
});

describe("sign-in", () => {
  beforeAll(() => start("empty"));
  afterAll(() => simulated.close());

  test("a wrong secret fails before anything is written, with the next step", async () => {
    const { app } = simulated;
    simulated = { ...simulated, app: { ...app, clientSecret: "wrong-secret" } };
    const error = await failure(sync(portsFor(), optionsFor()));
    simulated = { ...simulated, app };
    expect(String(error)).toContain("The client secret is wrong. Copy the secret's value");
    expect((await contents()).get("dqp_run")).toEqual([]);
  });

  test("an empty tenant is a whole snapshot with nothing in it", async () => {
    const { snapshot } = await sync(portsFor(), optionsFor());
    expect(snapshot.licences).toEqual([]);
    expect(await published()).toEqual({ kind: "snapshot", snapshot });
  });
});
