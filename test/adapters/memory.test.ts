/** What a run leaves for the next one, in the tables of the simulated home environment. */
import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { StoreError } from "../../src/app/errors";
import { memoryOf } from "../../src/app/memory";
import type { Remembering } from "../../src/app/ports";
import {
  assemble,
  defaultSettings,
  maxPartLength,
  memoryTable,
  type Snapshot,
  type TenantFacts,
} from "../../src/domain";
import { dataverseSend } from "../../src/adapters/dataverse/connect";
import { dataverseStore } from "../../src/adapters/dataverse/dataverseStore";
import { getJson } from "../../src/adapters/http/readJson";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { createTransport, NetworkError, type HttpRequest, type Send } from "../../src/adapters/http/send";
import { createCredential } from "../../src/adapters/identity/createCredential";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";

const startedAt = Date.parse("2026-11-22T12:00:00Z");
const { signal } = new AbortController();

let simulated: RunningTenant;
let time = startedAt;
beforeEach(async () => {
  time = startedAt;
  simulated = await startTenant({ profile: "empty", now: () => new Date(time) });
});
afterEach(() => simulated.close());

const isChange = ({ method, url }: HttpRequest): boolean => method !== "GET" && !url.includes("/oauth2/");

/** A way to the tenant that tells the changes, and can be cut before any of them. */
function way(cutAt = Infinity) {
  const inner = createTransport({ route: simulatorRoute(simulated.base) });
  const changes: string[] = [];
  const transport: Send = (request) => {
    if (isChange(request)) changes.push(request.url);
    if (changes.length >= cutAt) throw new NetworkError("killed");
    return inner(request);
  };
  return { transport, changes };
}

const accessBy = (transport: Send) => {
  const { profile, app } = simulated;
  const { clientId, clientSecret: secret } = app;
  const credential = createCredential({ tenantId: profile.tenantId, clientId, secret, transport });
  return { transport, credential, retry: { firstWaitMs: 1, retries: 1, longestWaitMs: 1_000 } };
};

const storeBy = (transport: Send) => {
  const { profile, homeHost } = simulated;
  const clock = { now: () => new Date(time).toISOString() };
  return dataverseStore({ ...accessBy(transport), url: `https://${homeHost}`, tenantId: profile.tenantId, clock });
};

const unread = { kind: "notRead", source: "graph.subscribedSkus", reason: { code: "forbidden" } } as const;
const snapshotOf = (id: string): Snapshot => {
  const { tenantId, tenantName } = simulated.profile;
  const facts: TenantFacts = {
    ...{ tenant: { id: tenantId, name: tenantName }, subscribedSkus: unread, companySubscriptions: unread },
    ...{ environments: unread, tenantCapacity: unread, byEnvironment: [], imported: [] },
  };
  return assemble(facts, defaultSettings, { id, asOf: new Date(time).toISOString() });
};

/** One run that remembers; gives what it found under the names. */
async function run(
  remembering: Remembering,
  { names = [] as string[], transport = way().transport, id = randomUUID() } = {},
) {
  const store = storeBy(transport);
  const snapshot = snapshotOf(id);
  await store.begin(snapshot.tenant, { id, trigger: "schedule" }, signal);
  const found = await Promise.all(names.map((name) => store.recall(name, signal)));
  await store.publish({ snapshot, remembering }, signal);
  await store.end({ status: "succeeded" });
  time += 60_000;
  return found;
}

const texts = (pairs: Readonly<Record<string, string | undefined>>): Remembering => new Map(Object.entries(pairs));
const nothing = texts({});

const storedRows = async (): Promise<number> => {
  const url = `https://${simulated.homeHost}/api/data/v9.2/${memoryTable.entitySetName}`;
  const send = dataverseSend(accessBy(way().transport), `https://${simulated.homeHost}`);
  const { value } = await getJson(send, { url, schema: v.object({ value: v.array(v.unknown()) }), signal });
  return value.length;
};

describe("memory of runs", () => {
  test("is there in the next run, by name; what is not named stays, and what is forgotten goes", async () => {
    expect(await run(texts({ first: "one", second: "two" }), { names: ["first"] })).toEqual([undefined]);
    expect(await run(texts({ second: "zwei" }), { names: ["first", "second"] })).toEqual(["one", "two"]);
    expect(await run(texts({ first: undefined }), { names: ["first", "second"] })).toEqual(["one", "zwei"]);
    expect(await run(nothing, { names: ["first", "second"] })).toEqual([undefined, "zwei"]);
  });

  test("is not written again when it says the same", async () => {
    await run(texts({ token: "abc" }));
    const again = way();
    await run(texts({ token: "abc" }), { transport: again.transport });
    expect(again.changes.filter((url) => url.includes(memoryTable.entitySetName))).toEqual([]);
    expect(await storedRows()).toBe(1);
  });

  test("keeps texts of any length and sign, the empty one too", async () => {
    const long = `${"a".repeat(maxPartLength - 1)}${"😀".repeat(maxPartLength / 2)}'"\\ end`;
    await run(texts({ long, empty: "", "name with 'quotes'/&": "x" }));
    expect(await run(nothing, { names: ["long", "empty", "name with 'quotes'/&"] })).toEqual([long, "", "x"]);
  });

  test("holds no row that neither of the two kept snapshots names", async () => {
    for (const text of ["a", "b", "c", "d"]) await run(texts({ token: text }));
    expect(await storedRows()).toBe(2);
  });

  test("a run that is killed anywhere leaves the old memory or the new one, whole, and that of its snapshot", async () => {
    const before = texts({ token: "old", ledger: "old" });
    const after = texts({ token: "new", ledger: "new" });
    await run(before);
    const undisturbed = way();
    await run(after, { transport: undisturbed.transport });
    for (let cutAt = 1; cutAt <= undisturbed.changes.length; cutAt++) {
      await run(before);
      const id = randomUUID();
      await run(after, { transport: way(cutAt).transport, id }).catch(() => undefined);
      time += 300_000;
      const current = await currentSnapshot();
      const found = await run(nothing, { names: ["token", "ledger"] });
      expect(found, `cut at change ${cutAt}`).toEqual(current === id ? ["new", "new"] : ["old", "old"]);
    }
  });

  test("a store that cannot say what was remembered is one without memory, unless the run is cancelled", async () => {
    await run(texts({ token: "abc" }));
    const store = storeBy(way().transport);
    const snapshot = snapshotOf(randomUUID());
    await store.begin(snapshot.tenant, { id: snapshot.id, trigger: "schedule" }, signal);
    simulated.knobs.faults = [{ match: memoryTable.entitySetName, status: 403 }];
    await expect(store.recall("token", signal)).rejects.toBeInstanceOf(StoreError);
    expect(await memoryOf(store, signal).recall("token")).toBeUndefined();
    simulated.knobs.faults = [];
    expect(await memoryOf(store, signal).recall("token")).toBe("abc");
    const cancelled = memoryOf(store, AbortSignal.abort()).recall("token");
    await expect(cancelled).rejects.toMatchObject({ reason: { code: "cancelled" } });
    await store.end({ status: "cancelled" });
  });
});

async function currentSnapshot(): Promise<string | null | undefined> {
  const origin = `https://${simulated.homeHost}`;
  const row = v.object({ _dqp_currentsnapshotid_value: v.nullish(v.string()) });
  const send = dataverseSend(accessBy(way().transport), origin);
  const url = `${origin}/api/data/v9.2/dqp_panels`;
  const { value } = await getJson(send, { url, schema: v.object({ value: v.array(row) }), signal });
  return value[0]?._dqp_currentsnapshotid_value;
}
