import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ProfileEnvironment, RunningTenant } from "../../src/simulator/contracts";
import { profileNames, profileOf, UnknownProfileError } from "../../src/simulator/profiles";
import { startTenant, type TenantOptions } from "../../src/simulator/server";
import { allPages, answerOf, audiences, environmentsUrl, get, local, rowsOf, tokenFor } from "./client";

const now = new Date("2026-11-22T20:00:00Z");
const at = () => now;

const using = async <T>(options: TenantOptions, use: (tenant: RunningTenant) => Promise<T>): Promise<T> => {
  const tenant = await startTenant(options);
  try {
    return await use(tenant);
  } finally {
    await tenant.close();
  }
};

const homeUrl = (tenant: RunningTenant, path: string) => `https://${tenant.homeHost}/api/data/v9.2/${path}`;

const homeRows = async (tenant: RunningTenant, path: string): Promise<Record<string, unknown>[]> => {
  const token = await tokenFor(tenant, `https://${tenant.homeHost}/.default`);
  return (await allPages(tenant, homeUrl(tenant, path), token)).rows;
};

describe("start", () => {
  test("of an unknown profile names the known ones", async () => {
    await expect(startTenant({ profile: "fabrikam" })).rejects.toThrow(UnknownProfileError);
    await expect(startTenant({ profile: "constructor" })).rejects.toThrow("contoso, scenario-1, empty, large");
  });

  test("on a taken port fails and leaves nothing behind", async () => {
    await using({ profile: "empty" }, async (tenant) => {
      const port = Number(new URL(tenant.base).port);

      await expect(startTenant({ profile: "empty", port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    });
  });

  test("and close let an answer under way finish", async () => {
    const tenant = await startTenant({ profile: "empty", knobs: { latencyMs: 150 } });
    const answer = fetch(local(tenant, "https://graph.microsoft.com/v1.0/users"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await tenant.close();

    expect((await answer).status).toBe(401);
    await expect(fetch(tenant.base)).rejects.toThrow("fetch failed");
  });
});

describe("the same seed and day give the same tenant", () => {
  const answers = (seed: number, time: Date) =>
    using({ profile: "contoso", seed, now: () => time }, async (tenant) => {
      const graph = await tokenFor(tenant, audiences.graph);
      const bap = await tokenFor(tenant, audiences.bap);
      return [
        (await get(tenant, "https://graph.microsoft.com/v1.0/subscribedSkus", graph)).text,
        (await get(tenant, "https://graph.microsoft.com/v1.0/users?$top=999&$select=id,assignedLicenses", graph)).text,
        (await get(tenant, `${environmentsUrl}&$expand=properties.capacity`, bap)).text,
      ];
    });

  test("at any hour, and another seed another one", async () => {
    const first = await answers(1, now);

    expect(await answers(1, new Date("2026-11-22T03:00:00Z"))).toEqual(first);
    expect(await answers(2, now)).not.toEqual(first);
  });
});

describe("contoso", () => {
  const profile = profileOf("contoso", { seed: 1, now, environments: 0 });
  const consumed = (id: string) =>
    profile.environments.flatMap((one) => one.entitlements.filter((row) => row.entitlementId === id));
  const answering = (one: ProfileEnvironment) => one.fault === undefined && one.state === "Ready";
  const rated = (type: string) =>
    profile.environments
      .flatMap((one) => one.storage.filter((reading) => reading.type === type))
      .reduce((sum, reading) => sum + reading.rated, 0);

  test("has twelve environments of all types, four of them in trouble", () => {
    expect(profile.environments.map((one) => one.sku).sort()).toEqual([
      ...["Default", "Developer", "Preview", "Production", "Production", "Production"],
      ...["Sandbox", "Sandbox", "Support", "Teams", "Trial", "Trial"],
    ]);
    expect(profile.environments.filter((one) => one.host === undefined)).toHaveLength(1);
    expect(profile.environments.filter((one) => one.state === "Disabled")).toHaveLength(1);
    expect(profile.environments.flatMap((one) => one.fault ?? [])).toEqual(["forbidden", "serverError"]);
  });

  test("used 10,500 interacted people where it owns 10,000, and one answering environment has no row", () => {
    const readable = profile.environments.filter((one) => answering(one) && one.host !== undefined);
    const rows = readable.flatMap((one) =>
      one.entitlements.filter((row) => row.entitlementId === "ContosoInteractedPeople"),
    );

    expect(rows.reduce((sum, row) => sum + row.consumed, 0)).toBe(10_500);
    expect(readable.length - rows.length).toBe(1);
    expect(profile.skus[0]).toMatchObject({
      skuPartNumber: "Dynamics_365_Customer_Insights_Attach_New",
      subscriptions: [{ quantity: 1, status: "Enabled" }],
    });
  });

  test("has one row of the contact center that only a person can bind", () => {
    expect(consumed("Internal_OmniChannelVoice")).toMatchObject([{ categories: ["D365ContactCenter"] }]);
  });

  test("stores near the database limit, over the log limit, and leaves room for it in database", () => {
    expect([rated("Database"), rated("Log"), rated("File")]).toEqual([48_500, 46_000, 60_000]);
    expect(profile.tenantCapacity).toEqual({ Database: 54_000, Log: 44_000, File: 100_000 });
  });

  test("holds six outbound slots of five, one by a failed install, and two trials whose licence has ended", () => {
    const outbound = profile.environments
      .filter(answering)
      .flatMap((one) => one.packages)
      .filter((one) => one.uniqueName === "MicrosoftDynamics_MktCompleteAnchorSolution" && one.state !== "None");

    expect(outbound.map((one) => one.state).sort()).toEqual(["InstallFailed", ...Array<string>(5).fill("Installed")]);
    expect(profile.environments.filter((one) => one.sku === "Trial")).toHaveLength(2);
    expect(profile.skus.flatMap((sku) => sku.subscriptions).filter((one) => one.isTrial)).toMatchObject([
      { quantity: 1, status: "Suspended" },
    ]);
  });

  test("owns units in grace, suspended ones, and SKUs that no list knows", () => {
    const states = profile.skus.flatMap((sku) => sku.subscriptions.map((one) => one.status));
    const databasePlan = profile.skus.filter((sku) =>
      sku.servicePlans.some((plan) => plan.id === "360bcc37-0c11-4264-8eed-9fa7a3297c9b"),
    );

    expect(new Set(states)).toEqual(new Set(["Enabled", "Warning", "Suspended"]));
    expect(databasePlan.map((sku) => sku.skuPartNumber)).toEqual(["CDS_DB_CAPACITY", "CDS_DB_CAPACITY_PROMO"]);
  });

  test("remembers fourteen months: a row a day and meter, a row a month, environment and meter", async () => {
    const rows = await using({ profile: "contoso", now: at }, async (tenant) => ({
      days: await homeRows(
        tenant,
        "dqp_meterhistories?$select=dqp_day,dqp_used,dqp_owned,dqp_meterstatus&$filter=dqp_meter eq 'interactedPeople'&$orderby=dqp_day",
      ),
      months: await homeRows(
        tenant,
        "dqp_environmenthistories?$select=dqp_month,dqp_environmentid&$filter=dqp_meter eq 'interactedPeople'",
      ),
    }));
    const days = rows.days.map((row) => row["dqp_day"]);

    expect([days.length, days[0], days.at(-1)]).toEqual([447, "2025-09-01", "2026-11-21"]);
    expect(rows.days.at(-1)).toMatchObject({ dqp_used: 10_480, dqp_owned: 10_000, dqp_meterstatus: "over" });
    expect(rows.days[0]).toMatchObject({ dqp_used: 5_900, dqp_meterstatus: "ok" });
    expect(new Set(rows.months.map((row) => row["dqp_month"])).size).toBe(14);
  });
});

describe("scenario-1", () => {
  test("is the example of the licence rules: 10 enterprise, 3 digital, 7 voice, 1 premium without a published id", () => {
    const { skus, environments } = profileOf("scenario-1", { seed: 1, now, environments: 0 });

    expect(skus.map((sku) => [sku.skuPartNumber, sku.subscriptions[0]?.quantity])).toEqual([
      ["DYN365_ENTERPRISE_CUSTOMER_SERVICE", 10],
      ["DYNAMICS_365_CONTACT_CENTER_DIGITAL_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE", 3],
      ["DYNAMICS_365_CONTACT_CENTER_VOICE_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE", 7],
      ["DYNAMICS_365_CUSTOMER_SERVICE_PREMIUM", 1],
    ]);
    expect(skus[3]?.servicePlans.map((plan) => plan.name)).toEqual(["DYN365_CC", "DYN365_ENTERPRISE_CUSTOMER_SERVICE"]);
    expect(environments).toHaveLength(2);
  });
});

describe("every profile", () => {
  test.each(profileNames)("%s has a home that answers and holds the product's tables", async (profile) => {
    await using({ profile, environments: 4 }, async (tenant) => {
      const token = await tokenFor(tenant, `https://${tenant.homeHost}/.default`);
      const tables = await get(tenant, homeUrl(tenant, "EntityDefinitions(LogicalName='dqp_panel')"), token);

      expect((await get(tenant, homeUrl(tenant, "WhoAmI"), token)).status).toBe(200);
      expect(tables.status).toBe(200);
    });
  });
});

describe("large", () => {
  test("starts with 5,000 environments and lists them to the end", async () => {
    await using({ profile: "large", environments: 9_999, now: at }, async (tenant) => {
      const token = await tokenFor(tenant, audiences.bap);
      const { rows, pages } = await allPages(tenant, `${environmentsUrl}&$expand=properties.capacity`, token);

      expect(pages).toBe(10);
      expect(new Set(rows.map((row) => row["name"])).size).toBe(5_000);
      expect(new Set(tenant.profile.environments.map((one) => one.host)).size).toBe(5_000);
    });
  });

  test("has all types, about three entitlement rows for two environments, and is the same for the same seed", () => {
    const input = { seed: 3, now, environments: 1_000 };
    const { environments, ...rest } = profileOf("large", input);
    const rows = environments.flatMap((one) => one.entitlements).length;

    expect(new Set(environments.map((one) => one.sku))).toEqual(
      new Set(["Default", "Developer", "Preview", "Production", "Sandbox", "Support", "Teams", "Trial"]),
    );
    expect(rows / environments.length).toBeGreaterThan(1.4);
    expect(rows / environments.length).toBeLessThan(1.6);
    expect(profileOf("large", input)).toEqual({ environments, ...rest });
  });

  test("answers many organisations at once", async () => {
    await using({ profile: "large", environments: 40 }, async (tenant) => {
      const urls = tenant.profile.environments.map((one) => `https://${String(one.host)}`);
      const answers = await Promise.all(
        urls.map(async (url) =>
          get(tenant, `${url}/api/data/v9.2/solutions?$select=uniquename`, await tokenFor(tenant, `${url}/.default`)),
        ),
      );

      expect(answers.map((answer) => answer.status)).toEqual(Array(40).fill(200));
      expect(answers.map((answer) => rowsOf(answer).length)).toEqual(
        tenant.profile.environments.map((one) => one.solutions.length),
      );
    });
  });
});

describe("state folder", () => {
  let stateDir = "";
  beforeEach(async () => {
    stateDir = await mkdtemp(join(tmpdir(), "tenant-"));
  });
  afterEach(() => rm(stateDir, { recursive: true, force: true }));

  const write = async (tenant: RunningTenant, path: string, body: object) => {
    const token = await tokenFor(tenant, `https://${tenant.homeHost}/.default`);
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const url = local(tenant, homeUrl(tenant, path));
    return answerOf(await fetch(url, { method: "PATCH", headers, body: JSON.stringify(body) }));
  };

  test("keeps the product's rows, makes the profile anew and adds only the days that have passed", async () => {
    const options = { profile: "contoso", stateDir };
    const daysPath = "dqp_meterhistories?$select=dqp_day&$filter=dqp_meter eq 'storageLog'&$orderby=dqp_day desc";
    const first = await using({ ...options, now: at }, async (tenant) => {
      await write(tenant, "dqp_panels(dqp_tenantid='abc')", { dqp_name: "Kept" });
      return homeRows(tenant, daysPath);
    });
    const second = await using({ ...options, now: () => new Date("2026-11-24T01:00:00Z") }, async (tenant) => ({
      days: await homeRows(tenant, daysPath),
      panels: await homeRows(tenant, "dqp_panels?$select=dqp_name"),
      solutions: await homeRows(tenant, "solutions?$select=uniquename"),
      expected: tenant.profile.environments[0]?.solutions.length,
    }));

    expect(second.panels).toMatchObject([{ dqp_name: "Kept" }]);
    expect(second.days.length - first.length).toBe(2);
    expect(second.days[0]).toMatchObject({ dqp_day: "2026-11-23" });
    expect(second.solutions).toHaveLength(second.expected ?? 0);
  });
});
