import { afterEach, describe, expect, test } from "vitest";
import { SourceError } from "../../src/app/errors";
import type { Environment } from "../../src/domain";
import { dataverseSolutions } from "../../src/adapters/dataverse/outboundSolutions";
import { graphLicences, organizationName } from "../../src/adapters/graph/graphLicences";
import { createTransport } from "../../src/adapters/http/send";
import { powerPlatformUsage } from "../../src/adapters/powerplatform/powerPlatformUsage";
import { answering, anyToken, type Answer, type AnsweringServer, type Asked } from "./answeringServer";

const { signal } = new AbortController();
const id = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;

let server: AnsweringServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function accessTo(answer: (asked: Asked, count: number) => Answer) {
  server = await answering(answer);
  const retry = { firstWaitMs: 1, retries: 2 };
  return { transport: createTransport({ route: server.route }), credential: anyToken, retry };
}

const usageOf = async (answer: (asked: Asked, count: number) => Answer) => {
  const access = await accessTo(answer);
  return powerPlatformUsage({ ...access, outboundSolutions: dataverseSolutions(access) });
};

const reasonOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await promise.then(
    (value) => value,
    (caught: unknown) => caught,
  );
  return error instanceof SourceError ? error.reason : error;
};

const environment = (more: Partial<Environment> = {}): Environment => ({
  id: id("e"),
  name: "Sales",
  type: "production",
  region: "europe",
  ready: true,
  storage: [],
  ...more,
});

describe("Microsoft Graph", () => {
  const sku = {
    id: `${id("a")}_${id("b")}`,
    skuId: id("b").toUpperCase(),
    skuPartNumber: "DYNAMICS_365_CONTACT_CENTER_DIGITAL",
    appliesTo: "User",
    capabilityStatus: "Enabled",
    consumedUnits: 14,
    prepaidUnits: { enabled: 25, warning: 1, suspended: 2, lockedOut: 3 },
    servicePlans: [
      { servicePlanId: id("c").toUpperCase(), servicePlanName: "DYN365_CC", provisioningStatus: "Success" },
    ],
    subscriptionIds: [id("d").toUpperCase()],
  };

  test("subscribedSkus over pages and a throttled answer, ids in lower case", async () => {
    const next = "https://graph.microsoft.com/v1.0/subscribedSkus?$skiptoken=a%2Fb%20c==";
    const access = await accessTo(({ url }, count) => {
      if (count === 2) return { status: 429, headers: { "retry-after": "0" } };
      return { body: url === next ? { value: [] } : { value: [sku], "@odata.nextLink": next } };
    });
    expect(await graphLicences(access).subscribedSkus(signal)).toEqual([
      {
        skuId: id("b"),
        skuPartNumber: "DYNAMICS_365_CONTACT_CENTER_DIGITAL",
        appliesTo: "User",
        status: "Enabled",
        units: { enabled: 25, warning: 1, suspended: 2, lockedOut: 3 },
        assigned: 14,
        servicePlans: [{ id: id("c"), name: "DYN365_CC" }],
        subscriptionIds: [id("d")],
      },
    ]);
    expect(server?.asked.map(({ url }) => url)).toEqual([
      "https://graph.microsoft.com/v1.0/subscribedSkus",
      next,
      next,
    ]);
    expect(server?.asked[0]?.headers.authorization).toBe("Bearer test-token");
  });

  test("directory/subscriptions", async () => {
    const wire = {
      id: id("d"),
      skuId: id("b"),
      skuPartNumber: "X",
      status: "Warning",
      isTrial: true,
      totalLicenses: 25,
      createdDateTime: "2026-01-02T03:04:05.1234567Z",
      nextLifecycleDateTime: null,
    };
    const access = await accessTo(() => ({ body: { value: [wire] } }));
    expect(await graphLicences(access).companySubscriptions(signal)).toEqual([
      {
        id: id("d"),
        skuId: id("b"),
        skuPartNumber: "X",
        status: "Warning",
        isTrial: true,
        totalLicences: 25,
        createdAt: "2026-01-02T03:04:05.123Z",
      },
    ]);
  });

  describe("users", () => {
    const holder = (digit: string, ...states: readonly (readonly [sku: string, state: string])[]) => ({
      id: id(digit).toUpperCase(),
      licenseAssignmentStates: states.map(([sku, state]) => ({ skuId: id(sku).toUpperCase(), state })),
    });
    const seatsFrom = async (answer: (asked: Asked, count: number) => Answer, ...skus: readonly string[]) =>
      graphLicences(await accessTo(answer)).seats(new Set(skus.map(id)), signal);
    const seat = (user: string, sku: string) => ({ userId: id(user), skuId: id(sku) });

    test("hold what is active, with or without an error, once, of the SKUs that are asked for", async () => {
      const value = [
        holder("1", ["a", "Active"], ["a", "Active"], ["b", "ActiveWithError"], ["c", "Active"]),
        holder("2", ["a", "Disabled"], ["b", "Error"]),
        holder("3", ["a", "Error"], ["a", "Active"]),
        { id: id("4"), licenseAssignmentStates: null },
      ];
      expect(await seatsFrom(() => ({ body: { value } }), "a", "b")).toEqual([
        ...[seat("1", "a"), seat("1", "b")],
        seat("3", "a"),
      ]);
    });

    test("over pages, and once who comes a second time", async () => {
      const next = "https://graph.microsoft.com/v1.0/users?$skiptoken=x";
      const seats = await seatsFrom(
        ({ url }) => ({
          body:
            url === next
              ? { value: [holder("1", ["b", "Active"]), holder("2", ["a", "Active"])] }
              : { value: [holder("1", ["a", "Active"])], "@odata.nextLink": next },
        }),
        ...["a", "b"],
      );
      expect(seats).toEqual([seat("1", "a"), seat("2", "a")]);
      expect(decodeURIComponent(server?.asked[0]?.url ?? "")).toBe(
        "https://graph.microsoft.com/v1.0/users?$select=id,licenseAssignmentStates&$top=999",
      );
    });

    test("without the property are an answer that nobody knows", async () => {
      const seats = seatsFrom(() => ({ body: { value: [{ id: id("1") }] } }), "a");
      expect(await reasonOf(seats)).toMatchObject({ code: "shapeChanged" });
    });
  });

  test("organization", async () => {
    const access = await accessTo(() => ({ body: { value: [{ id: id("a"), displayName: "Contoso" }] } }));
    expect(await organizationName({ ...access, tenantId: id("a").toUpperCase() }, signal)).toBe("Contoso");
  });

  test.each([
    [
      "403",
      { status: 403, body: { error: { code: "Authorization_RequestDenied", message: "Insufficient" } } },
      "forbidden",
    ],
    ["an answer cut in half", { body: '{"value":[{' }, "shapeChanged"],
    ["a shape that changed", { body: { value: [{ ...sku, prepaidUnits: 25 }] } }, "shapeChanged"],
    ["a negative quantity", { body: { value: [{ ...sku, consumedUnits: -1 }] } }, "shapeChanged"],
    ["trouble that stays", { status: 503 }, "serverError"],
    ["204", { status: 204 }, "shapeChanged"],
  ])("%s is a reason, not a crash of the client", async (_name, answer, code) => {
    const access = await accessTo(() => answer);
    expect(await reasonOf(graphLicences(access).subscribedSkus(signal))).toMatchObject({
      code,
      detail: expect.stringMatching(/^GET graph\.microsoft\.com\/v1\.0\/subscribedSkus: /) as string,
    });
  });

  test("trouble with signing in keeps its reason", async () => {
    const access = await accessTo(() => ({ body: {} }));
    const credential = { token: () => Promise.reject(new SourceError("unauthenticated", "wrong secret")) };
    expect(await reasonOf(graphLicences({ ...access, credential }).subscribedSkus(signal))).toEqual({
      code: "unauthenticated",
      detail: "wrong secret",
    });
  });

  test("cancelled", async () => {
    const access = await accessTo(() => ({ silent: true }));
    const cancel = new AbortController();
    const reason = reasonOf(graphLicences(access).subscribedSkus(cancel.signal));
    while (server?.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    cancel.abort();
    expect(await reason).toMatchObject({ code: "cancelled" });
  });
});

describe("environments", () => {
  const wire = (properties: object, name = id("e")) => ({
    name,
    location: "europe",
    properties: { displayName: "Sales", environmentSku: "Production", provisioningState: "Succeeded", ...properties },
  });
  const read = async (...value: readonly object[]) =>
    (await (await usageOf(() => ({ body: { value } }))).environments(signal)).environments;

  test("with Dataverse, storage rounded to whole MB, unmeasured rows left out", async () => {
    const capacity = [
      {
        capacityType: "Database",
        actualConsumption: 1392.68,
        ratedConsumption: 0.4,
        capacityUnit: "MB",
        updatedOn: "2026-11-21T00:00:00Z",
      },
      {
        capacityType: "Log",
        actualConsumption: 0,
        ratedConsumption: 0,
        capacityUnit: "MB",
        updatedOn: "0001-01-01T00:00:00+00:00",
      },
      {
        capacityType: "FinOpsDatabase",
        actualConsumption: 7,
        ratedConsumption: 7,
        capacityUnit: "MB",
        updatedOn: "2026-11-21T00:00:00Z",
      },
    ];
    const linked = { instanceUrl: "https://org.crm4.dynamics.com/", instanceState: "Ready" };
    expect(
      await read(
        wire(
          { capacity, linkedEnvironmentMetadata: linked, createdTime: "2024-05-01T10:00:00Z" },
          id("e").toUpperCase(),
        ),
      ),
    ).toEqual([
      {
        id: id("e"),
        name: "Sales",
        type: "production",
        region: "europe",
        ready: true,
        instanceUrl: "https://org.crm4.dynamics.com",
        createdAt: "2024-05-01T10:00:00Z",
        storage: [{ pool: "database", actual: 1393, rated: 0, updatedAt: "2026-11-21T00:00:00Z" }],
      },
    ]);
  });

  test.each([
    [{ environmentSku: "Sandbox" }, "sandbox", true],
    [{ environmentSku: "Developer" }, "developer", true],
    [{ environmentSku: "SubscriptionBasedTrial" }, "trial", true],
    [{ environmentSku: "Platform" }, "other", true],
    [{ isDefault: true }, "default", true],
    [{ states: { management: { id: "NotSpecified" }, runtime: { id: "Enabled" } } }, "production", true],
    [{ states: { management: { id: "Ready" }, runtime: { id: "Disabled" } } }, "production", false],
    [{ provisioningState: "Deleting" }, "production", false],
    [
      { linkedEnvironmentMetadata: { instanceUrl: "https://o.crm.dynamics.com/", instanceState: "Disabled" } },
      "production",
      false,
    ],
  ])("%j", async (properties, type, ready) => {
    expect((await read(wire(properties)))[0]).toMatchObject({ type, ready });
  });

  test("the default environment keeps its name, without Dataverse there is no address", async () => {
    const [found] = await read(wire({ isDefault: true }, `Default-${id("A")}`));
    expect(found).toMatchObject({ id: `Default-${id("a")}` });
    expect(found).not.toHaveProperty("instanceUrl");
  });

  test("an address that is not https, a wrong id, a foreign unit", async () => {
    const linked = { instanceUrl: "http://org.crm4.dynamics.com/" };
    const row = {
      capacityType: "File",
      actualConsumption: 1,
      ratedConsumption: 1,
      capacityUnit: "GB",
      updatedOn: "2026-11-21T00:00:00Z",
    };
    expect(await reasonOf(read(wire({ linkedEnvironmentMetadata: linked })))).toMatchObject({ code: "shapeChanged" });
    await server?.close();
    expect(await reasonOf(read(wire({}, "not-an-id")))).toMatchObject({ code: "shapeChanged" });
    await server?.close();
    expect(await reasonOf(read(wire({ capacity: [row] })))).toEqual({
      code: "shapeChanged",
      detail: "Storage is counted in GB, not MB.",
    });
  });
});

describe("environments where the list with storage is refused", () => {
  const wire = (more: object) => ({
    ...{ id: id("e").toUpperCase(), displayName: "Sales", type: "Production", state: "Enabled", geo: "europe" },
    ...{ url: "https://org.crm4.dynamics.com/", createdDateTime: "2024-05-01T10:00:00Z", adminMode: "Disabled" },
    ...more,
  });
  const refusal = { status: 403, body: { error: { code: "Forbidden", message: "no permission" } } };
  const list = async (other: Answer, first: Answer = refusal) =>
    (await usageOf(({ url }) => (url.includes("api.bap.") ? first : other))).environments(signal);
  const refused = "GET api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments: HTTP";

  test("come from the newer service, without storage, and with word of it", async () => {
    expect(await list({ body: { value: [wire({})] } })).toEqual({
      environments: [
        {
          ...{ id: id("e"), name: "Sales", type: "production", region: "europe", ready: true, storage: [] },
          ...{ instanceUrl: "https://org.crm4.dynamics.com", createdAt: "2024-05-01T10:00:00Z" },
        },
      ],
      lacking: {
        code: "forbidden",
        detail: `${refused} 403, Forbidden: no permission Listed by api.powerplatform.com instead, without storage.`,
      },
    });
    expect(server?.asked.at(-1)?.url).toBe(
      "https://api.powerplatform.com/environmentmanagement/environments?api-version=2024-10-01",
    );
  });

  test.each([
    [{ state: "Disabled" }, { ready: false }],
    [{ state: "Ready" }, { ready: true }],
    [{ state: null }, { ready: true }],
    [{ adminMode: "Enabled" }, { ready: false }],
    [{ adminMode: true }, { ready: false }],
    [{ adminMode: false }, { ready: true }],
    [{ deletedDateTime: "2026-11-01T00:00:00Z" }, { ready: false }],
    [{ deletedDateTime: "0001-01-01T00:00:00Z" }, { ready: true }],
    [
      { type: "Default", id: `Default-${id("A")}` },
      { type: "default", id: `Default-${id("a")}` },
    ],
    [{ type: "Platform" }, { type: "other" }],
  ])("%j", async (more, expected) => {
    expect((await list({ body: { value: [wire(more)] } })).environments[0]).toMatchObject(expected);
  });

  test.each([[{ url: null }], [{ url: "" }]])("%j has no Dataverse", async (more) => {
    const { environments } = await list({ body: { value: [wire(more)] } });
    expect(environments[0]).not.toHaveProperty("instanceUrl");
  });

  test.each([401, 404])("after %i too", async (status) => {
    const { environments, lacking } = await list({ body: { value: [wire({})] } }, { status });
    expect([environments.length, lacking?.detail]).toEqual([1, expect.stringContaining(`HTTP ${status}`)]);
  });

  test("trouble of another kind is no reason to go without storage", async () => {
    expect(await reasonOf(list({ body: { value: [] } }, { status: 503 }))).toMatchObject({ code: "serverError" });
    expect(server?.asked.every(({ url }) => url.includes("api.bap."))).toBe(true);
  });

  test("refused by both: the words of both, the code of the first", async () => {
    const reason = await reasonOf(list({ status: 404, body: { code: "NotFound", message: "not here" } }));
    expect(reason).toEqual({
      code: "forbidden",
      detail: `${refused} 403, Forbidden: no permission GET api.powerplatform.com/environmentmanagement/environments: HTTP 404, NotFound: not here`,
    });
  });
});

describe("tenant capacity", () => {
  test("adds sub-types, never licences; year 1 is no date; unknown types are kept aside", async () => {
    const row = (capacityType: string, more: object) => ({
      capacityType,
      capacityUnits: "MB",
      totalCapacity: 20480,
      status: "Available",
      consumption: { actual: 3150.9, rated: 2379.9, actualUpdatedOn: "2026-11-21T00:00:00Z", ratedUpdatedOn: "x" },
      ...more,
    });
    const entitlement = (capacitySubType: string, totalCapacity: number) => ({
      capacityType: "Database",
      capacitySubType,
      totalCapacity,
      licenses: [{ totalCapacity: 15360 }, { totalCapacity: 15360 }],
    });
    const never = { consumption: { actual: 0, rated: 0, actualUpdatedOn: "0001-01-01T00:00:00+00:00" } };
    const usage = await usageOf(() => ({
      body: {
        tenantCapacities: [
          row("Database", {
            capacityEntitlements: [entitlement("DatabaseBase", 15360), entitlement("DatabaseAddOn", 5120)],
          }),
          row("File", never),
          row("FinOpsFile", { totalCapacity: 5, status: "None" }),
        ],
      },
    }));
    expect(await usage.tenantCapacity(signal)).toEqual({
      pools: [
        {
          pool: "database",
          total: 20480,
          actual: 3151,
          rated: 2380,
          status: "Available",
          measuredAt: "2026-11-21T00:00:00Z",
        },
        { pool: "file", total: 20480, actual: 0, rated: 0, status: "Available" },
      ],
      others: [{ type: "FinOpsFile", unit: "MB", total: 5, actual: 3150.9 }],
    });
  });
});

describe("application packages", () => {
  test("states are kept, unknown ones are other, failed ones say why", async () => {
    const usage = await usageOf(() => ({
      body: {
        value: [
          { uniqueName: "DynamicsMKT_AnchorSolution", localizedName: "Journeys", state: "Installed" },
          { uniqueName: "A", applicationName: "App", state: "InstallFailed", lastError: { message: "no storage" } },
          { uniqueName: "B", state: "Uninstalling", lastError: null },
        ],
      },
    }));
    expect(await usage.applicationPackages(environment(), signal)).toEqual([
      { uniqueName: "DynamicsMKT_AnchorSolution", name: "Journeys", state: "Installed" },
      { uniqueName: "A", name: "App", state: "InstallFailed", lastError: "no storage" },
      { uniqueName: "B", name: "B", state: "other" },
    ]);
  });
});

describe("entitlements", () => {
  const wire = (entitlementId: string, consumed?: object) => ({
    entitlementId,
    productCategories: ["D365CustomerInsights"],
    entitlement: { unit: "Count", capacity: { consumed } },
  });
  const read = async (answer: (asked: Asked, count: number) => Answer) =>
    (await usageOf(answer)).entitlements(environment(), signal);
  const row = { categories: ["D365CustomerInsights"], unit: "Count" };

  test("a bare list; never measured is no figure", async () => {
    const rows = await read(() => ({
      body: [
        wire("A", { value: 9000.4, lastUpdatedOn: "2026-11-21T00:00:00Z" }),
        wire("B", { value: 0, lastUpdatedOn: "0001-01-01T00:00:00Z" }),
        wire("C", { value: 0, lastUpdatedOn: "2026-11-21" }),
        wire("D"),
      ],
    }));
    expect(rows).toEqual([
      { ...row, entitlementId: "A", consumed: 9000, measuredAt: "2026-11-21T00:00:00Z" },
      { ...row, entitlementId: "B" },
      { ...row, entitlementId: "C", consumed: 0, measuredAt: "2026-11-21T00:00:00Z" },
      { ...row, entitlementId: "D" },
    ]);
  });

  test("pages by token", async () => {
    const rows = await read((_asked, count) => ({
      body: { value: [wire(`${count}`)], continuationtoken: count < 3 ? `a/b ${count}` : null },
    }));
    expect(rows.map(({ entitlementId }) => entitlementId)).toEqual(["1", "2", "3"]);
    expect(server?.asked[1]?.url).toMatch(/&continuationToken=a%2Fb%201$/);
  });

  test("a token that comes back is a loop", async () => {
    const rows = read(() => ({ body: { value: [], continuationtoken: "same" } }));
    expect(await reasonOf(rows)).toMatchObject({ code: "shapeChanged" });
  });

  test("204 is an empty list, 404 is not", async () => {
    expect(await read(() => ({ status: 204 }))).toEqual([]);
    await server?.close();
    expect(await reasonOf(read(() => ({ status: 404 })))).toMatchObject({ code: "notFound" });
  });
});

describe("currencies", () => {
  const wire = (currencyType: string, consumed?: object | null) => ({
    ...{ currencyType, purchased: 25_000, allocated: 10 },
    ...(consumed === undefined ? {} : { consumed }),
  });
  const read = async (body: unknown) => (await usageOf(() => ({ body }))).currencies(signal);

  test("part of a unit is a whole one; never measured is no figure; a bare day is its beginning", async () => {
    const rows = await read([
      wire("MCSMessages", { unitsConsumed: 11.2, lastUpdatedDay: "2026-11-21" }),
      wire("MCSSessions", { unitsConsumed: 0, lastUpdatedDay: "0001-01-01T00:00:00Z" }),
      wire("AI", { unitsConsumed: 7 }),
      wire("PortalViews", null),
      wire("PortalLogins"),
    ]);
    const figures = { purchased: 25_000, allocated: 10 };
    expect(rows).toEqual([
      { type: "MCSMessages", ...figures, consumed: 12, measuredAt: "2026-11-21T00:00:00Z" },
      { type: "MCSSessions", ...figures },
      { type: "AI", ...figures, consumed: 7 },
      { type: "PortalViews", ...figures },
      { type: "PortalLogins", ...figures },
    ]);
    expect(new URL(server?.asked[0]?.url ?? "").search).toBe(
      "?api-version=2024-10-01&includeAllocations=true&includeConsumptions=true",
    );
  });

  test.each([
    ["a report without what is set aside", [{ currencyType: "AI", purchased: 1 }]],
    ["a negative figure", [{ ...wire("AI"), purchased: -1 }]],
    ["use that is below nothing", [wire("AI", { unitsConsumed: -1 })]],
    ["no list", { currencyType: "AI" }],
  ])("%s", async (_name, body) => {
    expect(await reasonOf(read(body))).toMatchObject({ code: "shapeChanged" });
  });
});

describe("allocations", () => {
  const wire = (environmentId: string, ...given: readonly (readonly [string, number])[]) => ({
    environmentId,
    currencyAllocations: given.map(([currencyType, allocated]) => ({ currencyType, allocated, autoAllocated: 0 })),
  });
  const read = async (answer: (asked: Asked, count: number) => Answer) => (await usageOf(answer)).allocations(signal);

  test("by environment, ids in one spelling, what comes twice counted once", async () => {
    const found = await read(() => ({
      body: [
        wire(id("e").toUpperCase(), ["MCSMessages", 10_000], ["Database", 5_000]),
        wire(`Default-${id("A")}`),
        wire(id("e"), ["MCSMessages", 10_000], ["MCSSessions", 1]),
      ],
    }));
    expect(Object.fromEntries(found)).toEqual({
      [id("e")]: [
        { type: "MCSMessages", allocated: 10_000 },
        { type: "Database", allocated: 5_000 },
        { type: "MCSSessions", allocated: 1 },
      ],
      [`Default-${id("a")}`]: [],
    });
  });

  test("over pages by token", async () => {
    const found = await read((_asked, count) => ({
      body: {
        value: [wire(id(`${count}`), ["AI", count])],
        continuationtoken: count < 3 ? `next ${count}` : undefined,
      },
    }));
    expect([...found.keys()]).toEqual([id("1"), id("2"), id("3")]);
    expect(server?.asked.map(({ url }) => new URL(url).searchParams.get("continuationToken"))).toEqual([
      ...[null, "next 1", "next 2"],
    ]);
  });

  test.each([
    [[{ environmentId: id("e") }]],
    [[wire("no-id")]],
    [[wire(id("e"), ["AI", -1])]],
    [[wire(id("e"), ["AI", 0.5])]],
  ])("%j has a shape that nobody knows", async (body) => {
    expect(await reasonOf(read(() => ({ body })))).toMatchObject({ code: "shapeChanged" });
  });
});

describe("outbound solutions", () => {
  test("asks the environment itself, for the module only", async () => {
    const usage = await usageOf(() => ({
      body: { value: [{ uniquename: "MicrosoftDynamics_Marketing", version: "1.2" }] },
    }));
    const dataverse = environment({ instanceUrl: "https://org.crm4.dynamics.com" });
    expect(await usage.outboundSolutions(dataverse, signal)).toEqual([
      { uniqueName: "MicrosoftDynamics_Marketing", version: "1.2" },
    ]);
    const asked = new URL(server?.asked[0]?.url ?? "");
    expect(asked.origin + asked.pathname).toBe("https://org.crm4.dynamics.com/api/data/v9.2/solutions");
    expect(asked.searchParams.get("$filter")).toMatch(/^uniquename eq 'MicrosoftDynamics_Marketing' or /);
  });

  test("without Dataverse", async () => {
    const usage = await usageOf(() => ({}));
    expect(await reasonOf(Promise.resolve().then(() => usage.outboundSolutions(environment(), signal)))).toMatchObject({
      code: "noDataverse",
    });
  });
});
