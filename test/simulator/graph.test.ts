import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { allPages, audiences, get, rowsOf, tokenFor } from "./client";
import { csdlFaults } from "./csdl";

const graph = "https://graph.microsoft.com/v1.0";
const everyUserProperty =
  "id,accountEnabled,assignedLicenses,assignedPlans,displayName,licenseAssignmentStates,usageLocation,userPrincipalName";

let tenant: RunningTenant;
let token: string;
beforeAll(async () => {
  tenant = await startTenant({ profile: "contoso" });
  token = await tokenFor(tenant, audiences.graph);
});
afterAll(() => tenant.close());

describe("contract with the published metadata", () => {
  test.each(["contoso", "scenario-1", "empty", "large"])(
    "%s: every row of every list fits its type",
    async (profile) => {
      const one = await startTenant({ profile, environments: 3 });
      const key = await tokenFor(one, audiences.graph);
      const skus = await allPages(one, `${graph}/subscribedSkus`, key);
      const subscriptions = await allPages(one, `${graph}/directory/subscriptions`, key);
      const users = await allPages(one, `${graph}/users?$top=999&$select=${everyUserProperty}`, key);
      await one.close();

      expect(skus.rows.flatMap((row) => csdlFaults("subscribedSku", row))).toEqual([]);
      expect(subscriptions.rows.flatMap((row) => csdlFaults("companySubscription", row))).toEqual([]);
      expect(users.rows.flatMap((row) => csdlFaults("user", row))).toEqual([]);
      expect(users.rows).toHaveLength(one.profile.users);
    },
  );

  test("the check itself finds an unknown property, a wrong type and a null", () => {
    const bad = {
      id: "x",
      consumedUnits: "14",
      prepaidUnits: { enabled: 1.5 },
      servicePlans: null,
      extra: 1,
      skuId: "y",
    };

    expect(csdlFaults("subscribedSku", bad)).toEqual([
      'subscribedSku.consumedUnits: "14" is no Edm.Int32',
      "subscribedSku.prepaidUnits.enabled: 1.5 is no Edm.Int32",
      "subscribedSku.servicePlans: null",
      "subscribedSku.extra: unknown property",
      'subscribedSku.skuId: "y" is no Edm.Guid',
    ]);
  });
});

describe("lists", () => {
  test("users come in pages to the end, each once, on the production origin", async () => {
    const { rows, pages, links } = await allPages(tenant, `${graph}/users?$top=100&$select=id`, token);
    const ids = rows.map((row) => row["id"]);

    expect(pages).toBe(3);
    expect(new Set(ids).size).toBe(260);
    expect(links.every((link) => link.startsWith("https://graph.microsoft.com/v1.0/users?$top=100&"))).toBe(true);
  });

  test("users come a hundred at a time and with three properties unless asked otherwise", async () => {
    const answer = await get(tenant, `${graph}/users`, token);

    expect(rowsOf(answer)).toHaveLength(100);
    expect(Object.keys(rowsOf(answer)[0]!)).toEqual(["displayName", "userPrincipalName", "id"]);
  });

  test("seats held by users are the consumed units of the SKU", async () => {
    const { rows } = await allPages(tenant, `${graph}/users?$top=999&$select=assignedLicenses`, token);
    const held = rows.flatMap((row) => row["assignedLicenses"] as { skuId: string }[]);
    const skus = rowsOf(await get(tenant, `${graph}/subscribedSkus`, token));
    const seats = skus.filter((sku) => sku["appliesTo"] === "User");

    expect(seats.map((sku) => held.filter((one) => one.skuId === sku["skuId"]).length)).toEqual(
      seats.map((sku) => sku["consumedUnits"]),
    );
  });

  test("$count needs the consistency level", async () => {
    const url = `${graph}/users?$count=true&$top=1`;
    const without = await get(tenant, url, token);
    const answer = await get(tenant, url, token, { ConsistencyLevel: "eventual" });

    expect(without.status).toBe(400);
    expect(answer.body["@odata.count"]).toBe(260);
  });

  test("the organisation tells the tenant's name", async () => {
    const [row] = rowsOf(await get(tenant, `${graph}/organization?$select=id,displayName`, token));

    expect(row).toEqual({ id: tenant.profile.tenantId, displayName: "Contoso" });
  });

  test("short lists have pages too when the knob asks for them", async () => {
    tenant.knobs.pageSize = 4;
    const { rows, pages } = await allPages(tenant, `${graph}/subscribedSkus?$select=skuId`, token);
    delete tenant.knobs.pageSize;

    expect(pages).toBe(3);
    expect(new Set(rows.map((row) => row["skuId"])).size).toBe(12);
  });
});

describe("refusals", () => {
  const codeOf = (body: Record<string, unknown>) => (body["error"] as Record<string, unknown>)["code"];

  test.each([
    ["subscribedSkus?$filter=capabilityStatus eq 'Enabled'", "Request_UnsupportedQuery"],
    ["subscribedSkus?$top=5", "Request_UnsupportedQuery"],
    ["subscribedSkus?$select=skuId,price", "BadRequest"],
    ["directory/subscriptions?$filter=isTrial eq true", "Request_UnsupportedQuery"],
    ["users?$skip=10", "Request_UnsupportedQuery"],
    ["users?$expand=manager", "Request_UnsupportedQuery"],
    ["users?$top=0", "Request_BadRequest"],
    ["users?$top=1000", "Request_BadRequest"],
    ["users?$top=5&$top=6", "BadRequest"],
    ["users?$select=signInActivity", "BadRequest"],
    ["users?$skiptoken=abc", "Directory_ExpiredPageToken"],
  ])("%s", async (path, code) => {
    const answer = await get(tenant, `${graph}/${path}`, token);

    expect([answer.status, codeOf(answer.body)]).toEqual([400, code]);
  });

  test("carry the ids of the request", async () => {
    const answer = await get(tenant, `${graph}/groups`, token, { "client-request-id": "from-the-client" });

    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      error: {
        code: "ResourceNotFound",
        message: "Resource not found for the segment.",
        innerError: {
          date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) as string,
          "request-id": expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          "client-request-id": "from-the-client",
        },
      },
    });
  });

  test("meet an app without consent, endpoint by endpoint", async () => {
    const one = await startTenant({ profile: "contoso", app: { roles: ["LicenseAssignment.Read.All"] } });
    const key = await tokenFor(one, audiences.graph);
    const paths = ["subscribedSkus", "directory/subscriptions", "users", "organization"];
    const answers = await Promise.all(paths.map((path) => get(one, `${graph}/${path}`, key)));
    await one.close();

    expect(answers.map((answer) => answer.status)).toEqual([200, 403, 403, 403]);
    expect(codeOf(answers[1]!.body)).toBe("Authorization_RequestDenied");
  });
});
