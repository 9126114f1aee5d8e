import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { collect } from "../../src/app/collect";
import { memoryOf } from "../../src/app/memory";
import { assemble, defaultSettings, type TenantFacts } from "../../src/domain";
import { dataverseSolutions } from "../../src/adapters/dataverse/outboundSolutions";
import { graphLicences } from "../../src/adapters/graph/graphLicences";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { createTransport, type Send } from "../../src/adapters/http/send";
import { createCredential } from "../../src/adapters/identity/createCredential";
import { fileImports } from "../../src/adapters/imports/fileImports";
import { powerPlatformUsage } from "../../src/adapters/powerplatform/powerPlatformUsage";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant, type TenantOptions } from "../../src/simulator/server";

const now = "2026-11-22T12:00:00Z";

let tenant: RunningTenant;
let asked: string[] = [];

const start = async (options: Partial<TenantOptions> = {}) => {
  tenant = await startTenant({ profile: "contoso", now: () => new Date(now), ...options });
};
beforeAll(() => start());
afterEach(() => {
  asked = [];
  tenant.knobs.faults = [];
  delete tenant.knobs.pageSize;
});
afterAll(() => tenant.close());

/** What a sync collects, without the store that it publishes to. */
const collected = (): Promise<TenantFacts> => {
  const inner = createTransport({ route: simulatorRoute(tenant.base) });
  const transport: Send = (request) => {
    asked.push(new URL(request.url).pathname);
    return inner(request);
  };
  const { profile, app } = tenant;
  const identity = { tenantId: profile.tenantId, clientId: app.clientId, secret: app.clientSecret };
  const retry = { firstWaitMs: 1, retries: 1 };
  const access = { transport, credential: createCredential({ ...identity, transport }), retry };
  const ports = {
    licences: graphLicences(access),
    usage: powerPlatformUsage({ ...access, outboundSolutions: dataverseSolutions(access) }),
    imports: fileImports([]),
    clock: { now: () => now },
  };
  const { signal } = new AbortController();
  return collect(ports, {
    tenant: { id: profile.tenantId, name: profile.tenantName },
    signal,
    report: () => undefined,
    memory: memoryOf({ recall: () => Promise.resolve(undefined) }, signal),
  });
};

/** The sources of a tenant as a whole, by what became of them. */
const states = (facts: TenantFacts) => {
  const { subscribedSkus, companySubscriptions, seats, environments, tenantCapacity, currencies } = facts;
  const [first] = facts.byEnvironment;
  const reads = [
    ...[subscribedSkus, companySubscriptions, seats, environments, tenantCapacity, currencies],
    ...[first?.allocations, first?.entitlements],
  ];
  return Object.fromEntries(
    reads.flatMap((read) => (read ? [[read.source, read.kind === "read" ? "read" : read.reason.code]] : [])),
  );
};

const allRead = {
  "graph.subscribedSkus": "read",
  "graph.subscriptions": "read",
  "graph.users": "read",
  "powerplatform.environments": "read",
  "powerplatform.tenantCapacity": "read",
  "powerplatform.currencies": "read",
  "powerplatform.allocations": "read",
  "powerplatform.entitlements": "read",
};

const seatsOf = ({ seats }: TenantFacts) => (seats?.kind === "read" ? seats.value : []);

describe("what the tenant tells as a whole", () => {
  test("every source, each of them with one list and no request more for any environment", async () => {
    const facts = await collected();
    expect(states(facts)).toEqual(allRead);
    expect(asked.filter((path) => /allocations|currencyReports|\/users/.test(path)).sort()).toEqual([
      "/licensing/allocationsByEnvironment",
      "/licensing/tenantCapacity/currencyReports",
      "/v1.0/users",
    ]);
  });

  test("who holds which licence adds up to the seats that the SKUs say are assigned", async () => {
    const facts = await collected();
    const assigned = tenant.profile.skus.filter(({ assigned }) => assigned > 0);
    const counted = assigned.map(({ skuId }) => seatsOf(facts).filter((seat) => seat.skuId === skuId).length);
    expect(counted).toEqual(assigned.map((sku) => sku.assigned));
    expect(seatsOf(facts)).toHaveLength(34 + 6 + 12 + 12);
  });

  test("currencies, and what is set aside for one environment and for no other", async () => {
    const { currencies, byEnvironment } = await collected();
    expect(currencies).toEqual({
      ...{ kind: "read", source: "powerplatform.currencies", asOf: now },
      value: [
        {
          ...{ type: "MCSMessages", purchased: 25_000, allocated: 15_000 },
          ...{ consumed: 12_400, measuredAt: "2026-11-21T00:00:00Z" },
        },
      ],
    });
    const values = byEnvironment.map(({ allocations }) => allocations?.kind === "read" && allocations.value);
    expect(values).toEqual([[{ type: "MCSMessages", allocated: 15_000 }], ...Array<never[]>(11).fill([])]);
  });

  test("users over many pages are the same users", async () => {
    const whole = seatsOf(await collected());
    tenant.knobs.pageSize = 9;
    asked = [];
    expect(seatsOf(await collected())).toEqual(whole);
    expect(asked.filter((path) => path === "/v1.0/users")).toHaveLength(Math.ceil(260 / 9));
  });
});

describe("environments where the list with their storage is refused", () => {
  const refuse = () => (tenant.knobs.faults = [{ match: "api\\.bap\\.microsoft\\.com", kind: "forbidden" }]);

  test("are the same environments, over pages too, with every figure of storage unknown", async () => {
    const whole = await collected();
    refuse();
    tenant.knobs.pageSize = 5;
    const facts = await collected();
    const listed = ({ environments }: TenantFacts) => (environments.kind === "read" ? environments.value : []);
    expect(listed(facts)).toEqual(listed(whole).map((environment) => ({ ...environment, storage: [] })));
    expect(facts.environments).toMatchObject({
      lacking: { code: "forbidden", detail: expect.stringContaining("Listed by api.powerplatform.com") as string },
    });
    expect(asked.filter((path) => path === "/environmentmanagement/environments")).toHaveLength(3);
  });

  test("are a source that is read in part; no storage of theirs counts as nothing", async () => {
    refuse();
    const snapshot = assemble(await collected(), defaultSettings, { id: "snapshot", asOf: now });
    expect(snapshot.sources.find(({ source }) => source === "powerplatform.environments")).toMatchObject({
      ...{ state: "partial", read: 1, total: 2 },
    });
    const figures = snapshot.environments.flatMap(({ usage }) =>
      usage.filter(({ meter }) => meter.startsWith("storage")).map(({ counted }) => counted.kind),
    );
    expect(new Set(figures)).toEqual(new Set(["unknown"]));
  });

  test.each(["forbidden", "shapeChanged", "nextLinkLoop"] as const)(
    "are unread where the other is %s",
    async (kind) => {
      tenant.knobs.faults = [
        { match: "api\\.bap\\.microsoft\\.com", kind: "forbidden" },
        { match: "environmentmanagement/environments$", kind },
      ];
      expect(states(await collected())).toMatchObject({
        ...{ "powerplatform.environments": "forbidden", "graph.users": "read", "powerplatform.currencies": "read" },
      });
    },
  );
});

describe("a source that is refused or has changed is unread, and the others are read", () => {
  const sources = [
    ["graph.users", "graph\\.microsoft\\.com/v1\\.0/users$"],
    ["powerplatform.currencies", "licensing/tenantCapacity/currencyReports$"],
    ["powerplatform.allocations", "licensing/allocationsByEnvironment$"],
  ] as const;
  const faults = [
    [{ kind: "forbidden" }, "forbidden"],
    [{ status: 404, body: '{"code":"NotFound"}' }, "notFound"],
    [{ kind: "shapeChanged" }, "shapeChanged"],
    [{ kind: "cutInHalf" }, "shapeChanged"],
    [{ kind: "serverError" }, "serverError"],
    [{ kind: "unreachable" }, "unreachable"],
  ] as const;

  test.each(sources.flatMap(([source, match]) => faults.map(([fault, code]) => ({ source, match, fault, code }))))(
    "$source, $code",
    async ({ source, match, fault, code }) => {
      tenant.knobs.faults = [{ match, ...fault }];
      expect(states(await collected())).toEqual({ ...allRead, [source]: code });
    },
  );

  test("a page of users that leads back to itself", async () => {
    tenant.knobs.faults = [{ match: "v1\\.0/users$", kind: "nextLinkLoop" }];
    expect(states(await collected())).toEqual({ ...allRead, "graph.users": "shapeChanged" });
  });

  test("without the SKUs all seats are kept", async () => {
    const whole = seatsOf(await collected());
    tenant.knobs.faults = [{ match: "subscribedSkus$", kind: "forbidden" }];
    const facts = await collected();
    expect(states(facts)).toEqual({ ...allRead, "graph.subscribedSkus": "forbidden" });
    expect(seatsOf(facts)).toEqual(whole);
  });

  test("an app without User.Read.All", async () => {
    const full = tenant;
    await start({ app: { roles: ["LicenseAssignment.Read.All", "Organization.Read.All"] } });
    const { seats } = await collected();
    await tenant.close();
    tenant = full;
    expect(seats).toMatchObject({
      kind: "notRead",
      reason: { code: "forbidden", detail: expect.stringContaining("Authorization_RequestDenied") as string },
    });
  });
});
