import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { allPages, audiences, environmentsUrl, get, rowsOf, tokenFor, type Answer } from "./client";

const api = "https://api.powerplatform.com";
const version = "api-version=2024-10-01";

let tenant: RunningTenant;
let bapToken: string;
let token: string;
beforeAll(async () => {
  tenant = await startTenant({ profile: "contoso", now: () => new Date("2026-11-22T20:00:00Z") });
  bapToken = await tokenFor(tenant, audiences.bap);
  token = await tokenFor(tenant, audiences.powerplatform);
});
afterAll(() => tenant.close());

const idOf = (name: string): string => tenant.profile.environments.find((one) => one.name === name)!.id;
const propertiesOf = (row: Record<string, unknown>) => row["properties"] as Record<string, unknown>;

describe("environments", () => {
  test("are listed with capacity only when it is expanded", async () => {
    const plain = rowsOf(await get(tenant, environmentsUrl, bapToken));
    const expanded = rowsOf(await get(tenant, `${environmentsUrl}&$expand=properties.capacity`, bapToken));

    expect(plain.map((row) => "capacity" in propertiesOf(row))).toEqual(Array(12).fill(false));
    expect(propertiesOf(expanded[0]!)["capacity"]).toEqual([
      {
        capacityType: "Database",
        actualConsumption: 25_000,
        ratedConsumption: 25_000,
        capacityUnit: "MB",
        updatedOn: "2026-11-21T00:00:00Z",
      },
      {
        capacityType: "File",
        actualConsumption: 38_000,
        ratedConsumption: 38_000,
        capacityUnit: "MB",
        updatedOn: "2026-11-21T00:00:00Z",
      },
      {
        capacityType: "Log",
        actualConsumption: 30_000,
        ratedConsumption: 30_000,
        capacityUnit: "MB",
        updatedOn: "2026-11-21T00:00:00Z",
      },
    ]);
  });

  test("come in pages to the end, each once, on the production origin", async () => {
    tenant.knobs.pageSize = 5;
    const { rows, pages, links } = await allPages(tenant, `${environmentsUrl}&$expand=properties.capacity`, bapToken);
    delete tenant.knobs.pageSize;

    expect(pages).toBe(3);
    expect(new Set(rows.map((row) => row["name"])).size).toBe(12);
    expect(links[0]).toMatch(/^https:\/\/api\.bap\.microsoft\.com\/providers\/Microsoft\.BusinessAppPlatform\//);
    expect(links[0]).toContain("$expand=properties.capacity");
  });

  test("are opened by either audience", async () => {
    const other = await tokenFor(tenant, "https://api.bap.microsoft.com/.default");

    expect((await get(tenant, environmentsUrl, other)).status).toBe(200);
    expect((await get(tenant, environmentsUrl, token)).status).toBe(401);
  });

  test("tell no Dataverse and a disabled one apart from a ready one", async () => {
    const rows = rowsOf(await get(tenant, environmentsUrl, bapToken));
    const named = (name: string) => propertiesOf(rows.find((row) => propertiesOf(row)["displayName"] === name)!);

    expect(named("Contoso Flows only")).not.toHaveProperty("linkedEnvironmentMetadata");
    expect(named("Contoso Migration 2023")["states"]).toEqual({
      management: { id: "NotSpecified" },
      runtime: { id: "Disabled" },
    });
    expect(named("Contoso Production")["linkedEnvironmentMetadata"]).toMatchObject({
      instanceUrl: "https://contoso.crm4.dynamics.com/",
      instanceState: "Ready",
    });
  });
});

describe("environments of the Power Platform API", () => {
  const url = `${api}/environmentmanagement/environments?${version}`;

  test("are flat and tell no storage", async () => {
    const rows = rowsOf(await get(tenant, url, token));

    expect(rows).toHaveLength(12);
    expect(rows.find((row) => row["displayName"] === "Contoso Migration 2023")).toMatchObject({
      ...{ type: "Sandbox", state: "Disabled", geo: "europe", url: "https://contoso-migration.crm4.dynamics.com/" },
    });
    expect(rows.find((row) => row["displayName"] === "Contoso Flows only")).toMatchObject({ url: null });
    expect(JSON.stringify(rows)).not.toMatch(/capacity/i);
  });

  test("name their next page in lower case", async () => {
    tenant.knobs.pageSize = 5;
    const first = await get(tenant, url, token);
    const second = await get(tenant, String(first.body["@odata.nextlink"]), token);
    delete tenant.knobs.pageSize;

    expect(first.body).not.toHaveProperty("@odata.nextLink");
    expect(rowsOf(second).map((row) => row["id"])).toEqual(
      tenant.profile.environments.slice(5, 10).map((one) => one.id),
    );
  });

  test("are opened by the service's own audience only", async () => {
    expect((await get(tenant, url, bapToken)).status).toBe(401);
  });
});

describe("api-version and options", () => {
  const message = (answer: Answer) => answer.text;

  test("a wrong version is answered with the supported ones", async () => {
    const answer = await get(tenant, `${api}/licensing/tenantCapacity?api-version=2020-01-01`, token);

    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      code: "ApiVersionInvalid",
      message: "The api-version '2020-01-01' is invalid. The supported versions are '2024-10-01,2022-03-01-preview'.",
    });
  });

  test.each([
    `${api}/licensing/tenantCapacity`,
    `${api}/licensing/tenantCapacity?${version}&$top=1`,
    `${api}/environmentmanagement/environments?api-version=2022-03-01-preview`,
    `${api}/environmentmanagement/environments?${version}&$skiptoken=abc`,
    `${api}/licensing/environments/ENV/entitlements?api-version=2022-03-01-preview`,
    `${api}/licensing/environments/ENV/entitlements?${version}&$filter=x`,
    `${api}/licensing/tenantCapacity/currencyReports?${version}&includeAllocations=maybe`,
    `${api}/licensing/allocationsByEnvironment?api-version=2022-03-01-preview`,
    `${api}/licensing/allocationsByEnvironment?${version}&$top=1`,
    `${api}/appmanagement/environments/ENV/applicationPackages?${version}&appInstallState=Broken`,
    `${api}/appmanagement/environments/ENV/applicationPackages?${version}&$select=state`,
  ])("%s is refused", async (url) => {
    const answer = await get(tenant, url.replace("ENV", idOf("Contoso Production")), token);

    expect([answer.status, message(answer)]).toEqual([400, expect.stringContaining("code")]);
  });

  test.each([
    environmentsUrl.replace("2021-04-01", "1999-01-01"),
    `${environmentsUrl}&$expand=properties.everything`,
    `${environmentsUrl}&$filter=x`,
    `${environmentsUrl}&$skiptoken=abc`,
  ])("%s is refused", async (url) => {
    expect((await get(tenant, url, bapToken)).status).toBe(400);
  });
});

describe("tenant capacity", () => {
  const pools = async () => {
    const { body } = await get(tenant, `${api}/licensing/tenantCapacity?${version}`, token);
    return body["tenantCapacities"] as Record<string, unknown>[];
  };

  test("is what the environments are rated at, and log is covered by database", async () => {
    const rows = (await pools()).slice(0, 3);

    expect(
      rows.map((row) => [
        row["capacityType"],
        row["totalCapacity"],
        (row["consumption"] as Record<string, unknown>)["rated"],
        row["status"],
      ]),
    ).toEqual([
      ["Database", 54_000, 48_500, "Available"],
      ["Log", 44_000, 46_000, "AvailableByOverflow"],
      ["File", 100_000, 60_000, "Available"],
    ]);
  });

  test("lays the traps of apis.md 3.2: base twice, free licence as paid, far expiry, year 1, unknown type", async () => {
    const rows = await pools();
    const parts = rows[0]!["capacityEntitlements"] as Record<string, unknown>[];
    const licences = parts.flatMap((part) => part["licenses"] as Record<string, unknown>[]);
    const total = (list: Record<string, unknown>[]) => list.reduce((sum, one) => sum + Number(one["totalCapacity"]), 0);

    expect(total(parts)).toBe(54_000);
    expect(total(licences)).toBe(54_000 + 51_000);
    expect(licences).toContainEqual(expect.objectContaining({ paid: { enabled: 10_000, warning: 0, suspended: 0 } }));
    expect(licences).toContainEqual(
      expect.objectContaining({ isTemporaryLicense: true, nextLifecycleDate: "2125-01-01T00:00:00+00:00" }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({
        capacityType: "VectorIndexStore",
        consumption: expect.objectContaining({ ratedUpdatedOn: "0001-01-01T00:00:00+00:00" }) as object,
      }),
    );
  });

  test("of messages is reported by currency", async () => {
    const url = `${api}/licensing/tenantCapacity/currencyReports?${version}&includeAllocations=true&includeConsumptions=true`;

    expect(JSON.parse((await get(tenant, url, token)).text)).toEqual([
      {
        currencyType: "MCSMessages",
        purchased: 25_000,
        allocated: 15_000,
        consumed: { unitsConsumed: 12_400, lastUpdatedDay: "2026-11-21T00:00:00Z" },
      },
    ]);
  });
});

test("what is set aside for environments comes for the whole tenant", async () => {
  const answer = await get(tenant, `${api}/licensing/allocationsByEnvironment?${version}`, token);

  expect(JSON.parse(answer.text)).toEqual([
    {
      environmentId: idOf("Contoso Production"),
      currencyAllocations: [
        {
          currencyType: "MCSMessages",
          allocated: 15_000,
          autoAllocated: 0,
          enforcementRules: [{ ruleType: "Alert", enabled: true }],
        },
      ],
    },
  ]);
});

describe("one environment", () => {
  const packagesUrl = (name: string, more = "") =>
    `${api}/appmanagement/environments/${idOf(name)}/applicationPackages?${version}${more}`;

  test("lists packages of every state, and a failed one with its error", async () => {
    const rows = rowsOf(await get(tenant, packagesUrl("Contoso (default)"), token));

    expect(rows.filter((row) => row["state"] !== "None")).toEqual([
      expect.objectContaining({
        uniqueName: "MicrosoftDynamics_MktCompleteAnchorSolution",
        state: "InstallFailed",
        lastError: {
          errorName: "InstallationFailed",
          errorCode: 1,
          message: "A dependency could not be imported: MicrosoftDynamics_MktPortalsLink.",
        },
      }),
    ]);
    expect(rows.length).toBeGreaterThan(5);
  });

  test("lists installed packages only when asked", async () => {
    const rows = rowsOf(await get(tenant, packagesUrl("Contoso UAT", "&appInstallState=Installed"), token));

    expect(rows.map((row) => row["state"])).toEqual(["Installed", "Installed", "Installed"]);
  });

  test("lists packages in pages when there are many", async () => {
    tenant.knobs.pageSize = 3;
    const { rows, pages } = await allPages(tenant, packagesUrl("Contoso UAT"), token);
    delete tenant.knobs.pageSize;

    expect(pages).toBe(Math.ceil(rows.length / 3));
    expect(new Set(rows.map((row) => row["uniqueName"])).size).toBe(rows.length);
  });

  test("has entitlement rows with their categories", async () => {
    const url = `${api}/licensing/environments/${idOf("Contoso Production")}/entitlements?${version}`;
    const rows = JSON.parse((await get(tenant, url, token)).text) as Record<string, unknown>[];

    expect(rows.map((row) => [row["entitlementId"], row["productCategories"]])).toEqual([
      ["ContosoInteractedPeople", ["D365CustomerInsights"]],
      ["ContosoUnifiedPeople", ["D365CustomerInsights"]],
      ["Internal_OmniChannelVoice", ["D365ContactCenter"]],
      ["MCSMessages", ["CopilotStudio"]],
      ["ContosoVoicebotMinutes", ["D365ContactCenter"]],
    ]);
  });

  test("that does not exist is not found", async () => {
    const url = `${api}/licensing/environments/00000000-0000-4000-8000-000000000000/entitlements?${version}`;

    expect((await get(tenant, url, token)).status).toBe(404);
  });
});

test("an app that nobody registered for administration is refused in each service's words", async () => {
  const one = await startTenant({ profile: "empty", app: { managementApp: false } });
  const bap = await get(one, environmentsUrl, await tokenFor(one, audiences.bap));
  const power = await get(
    one,
    `${api}/licensing/tenantCapacity?${version}`,
    await tokenFor(one, audiences.powerplatform),
  );
  await one.close();

  expect([bap.status, power.status]).toEqual([403, 403]);
  expect(bap.body["error"]).toMatchObject({ code: "Forbidden" });
  expect(power.body).toEqual({ code: "ForbiddenAccess", message: "Caller is not an authorized app." });
});
