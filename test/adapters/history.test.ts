/** The past of a tenant on its way from the tables through a run into the forecasts of the published snapshot. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StoreError } from "../../src/app/errors";
import { sync } from "../../src/app/sync";
import type { SyncPorts } from "../../src/app/syncContract";
import { defaultSettings, type MeterId, type Settings, type Snapshot } from "../../src/domain";
import { dataverseStore } from "../../src/adapters/dataverse/dataverseStore";
import { dataverseSolutions } from "../../src/adapters/dataverse/outboundSolutions";
import { graphLicences } from "../../src/adapters/graph/graphLicences";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { createTransport } from "../../src/adapters/http/send";
import { createCredential } from "../../src/adapters/identity/createCredential";
import { fileImports } from "../../src/adapters/imports/fileImports";
import { powerPlatformUsage } from "../../src/adapters/powerplatform/powerPlatformUsage";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";

const startedAt = new Date("2026-11-22T12:00:00Z");
const clock = { now: () => startedAt.toISOString() };
const settings: Settings = {
  ...defaultSettings,
  bindings: [{ entitlementId: "ContosoInteractedPeople", meter: "interactedPeople" }],
};

let simulated: RunningTenant;
beforeAll(async () => {
  simulated = await startTenant({ profile: "contoso", now: () => startedAt });
});
afterAll(() => simulated.close());

function ports(tenantId = simulated.profile.tenantId) {
  const { profile, app, homeHost } = simulated;
  const transport = createTransport({ route: simulatorRoute(simulated.base) });
  const { clientId, clientSecret: secret } = app;
  const credential = createCredential({ tenantId: profile.tenantId, clientId, secret, transport });
  const access = { transport, credential, retry: { firstWaitMs: 1, retries: 1, longestWaitMs: 1_000 } };
  return {
    licences: graphLicences(access),
    usage: powerPlatformUsage({ ...access, outboundSolutions: dataverseSolutions(access) }),
    imports: fileImports([]),
    store: dataverseStore({ ...access, url: `https://${homeHost}`, tenantId, clock }),
    clock,
  } satisfies SyncPorts;
}

const run = (given: SyncPorts, signal = new AbortController().signal) =>
  sync(given, {
    tenant: { id: simulated.profile.tenantId, name: simulated.profile.tenantName },
    run: { id: randomUUID(), trigger: "commandLine" },
    settings,
    signal,
    onProgress: () => undefined,
  });

const forecastOf = ({ meters }: Snapshot, meter: MeterId) => meters.find((one) => one.meter === meter)?.forecast;

const kept = new AbortController().signal;

describe("history", () => {
  test("comes back by meter, in the order of days, no further than 400 days, over as many pages as it takes", async () => {
    const history = await ports().store.history(kept);
    const people = history.find(({ meter }) => meter === "interactedPeople");
    const days = people?.points.map(({ day }) => day) ?? [];
    expect(days).toEqual([...days].sort());
    expect(days[0]).toBe("2025-10-18");
    expect(days.at(-1)).toBe("2026-11-21");
    expect(days).toHaveLength(400);
    expect(people?.points.at(-1)?.used).toBe(10_480);
    expect(history.map(({ meter }) => meter)).toEqual([
      "interactedPeople",
      "unifiedPeople",
      "storageDatabase",
      "storageFile",
      "storageLog",
      "installOutbound",
      "trialEnvironments",
    ]);
  });

  test("of another tenant is not there", async () => {
    expect(await ports(randomUUID()).store.history(kept)).toEqual([]);
  });

  test("becomes forecasts, the same on every run of a day", async () => {
    const { snapshot, facts } = await run(ports());
    expect(facts.history).toHaveLength(7);
    expect(forecastOf(snapshot, "storageDatabase")).toMatchObject({
      method: "trend",
      jump: { since: "2026-11-21" },
      levels: [{ percent: 85 }, { percent: 95 }, { percent: 100 }],
    });
    const people = forecastOf(snapshot, "interactedPeople");
    expect(people?.method).toBe("trend");
    expect(people?.perDay?.expected).toBeGreaterThan(5);
    expect(people?.perDay?.expected).toBeLessThan(20);
    expect(people?.levels.at(-1)?.expected).toBe("2026-11-22");
    const again = await run(ports());
    expect(again.snapshot.meters.map(({ forecast }) => forecast)).toEqual(
      snapshot.meters.map(({ forecast }) => forecast),
    );
  });

  test("that cannot be read costs the forecasts, not the run", async () => {
    const { store, ...others } = ports();
    const broken = { ...store, history: () => Promise.reject(new StoreError("The store cannot be used.")) };
    const { snapshot, facts, status } = await run({ ...others, store: broken });
    expect(status).toBe("partial");
    expect(facts).not.toHaveProperty("history");
    expect(forecastOf(snapshot, "storageDatabase")).toEqual({ none: "noHistory", points: 1, levels: [] });
  });

  test("is read by the store's words: trouble is a StoreError, a fault of our own ends the run", async () => {
    simulated.knobs.faults = [{ match: `${simulated.homeHost}/api/data/v9\\.2/dqp_meterhistories`, status: 500 }];
    await expect(ports().store.history(kept)).rejects.toBeInstanceOf(StoreError);
    simulated.knobs.faults = [];
    const { store, ...others } = ports();
    const faulty = { ...store, history: () => Promise.reject(new TypeError("ours")) };
    await expect(run({ ...others, store: faulty })).rejects.toThrow("ours");
  });

  test("waits for nobody who cancelled", async () => {
    const cancel = new AbortController();
    const { store, ...others } = ports();
    const slow = {
      ...store,
      history: (signal: AbortSignal) => {
        cancel.abort();
        return store.history(signal);
      },
    };
    await expect(run({ ...others, store: slow }, cancel.signal)).rejects.toMatchObject({
      reason: { code: "cancelled" },
    });
  });
});
