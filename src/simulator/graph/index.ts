/** Microsoft Graph v1.0 of the simulated tenant: licences, users, the organisation (apis.md section 1). */
import { Hono, type MiddlewareHandler } from "hono";
import type { TenantContext } from "../tenant";
import { pageSizeOf } from "../tenant";
import { offsetOf, pageOf } from "../wire/paging";
import { Refused } from "../wire/refusal";
import { graphList, graphOrigin, graphRefusal } from "./envelope";
import { companySubscriptions, subscribedSku } from "./licences";
import { countOf, pick, queryOf, selectOf, topOf } from "./query";
import { defaultUserProperties, userAt, userProperties } from "./users";

/** Permissions of which one opens the endpoint (apis.md 1.1 to 1.3). */
const opens = {
  skus: ["LicenseAssignment.Read.All", "Organization.Read.All", "Directory.Read.All"],
  organisation: ["Organization.Read.All", "Directory.Read.All"],
  users: ["User.Read.All", "Directory.Read.All"],
};

const needs =
  (tenant: TenantContext, roles: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    const caller = await tenant.authorise(c.req.header("authorization"), graphOrigin);
    if ("status" in caller) {
      throw new Refused(caller.status, caller.code, caller.message);
    }
    if (!caller.roles.some((role) => roles.includes(role))) {
      throw new Refused(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }
    await next();
  };

interface Collection {
  readonly path: string;
  readonly context: string;
  readonly type: string;
  readonly properties: readonly string[];
  readonly roles: readonly string[];
  readonly options: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const skuProperties = [
  "id",
  "accountId",
  "accountName",
  "appliesTo",
  "capabilityStatus",
  "consumedUnits",
  "prepaidUnits",
  "servicePlans",
  "skuId",
  "skuPartNumber",
  "subscriptionIds",
];
const subscriptionProperties = [
  "id",
  "commerceSubscriptionId",
  "createdDateTime",
  "isTrial",
  "nextLifecycleDateTime",
  "ownerId",
  "ownerTenantId",
  "ownerType",
  "serviceStatus",
  "skuId",
  "skuPartNumber",
  "status",
  "totalLicenses",
];

const organisation = (tenant: TenantContext) => ({
  id: tenant.profile.tenantId,
  displayName: tenant.profile.tenantName,
  verifiedDomains: [
    {
      capabilities: "Email, OfficeCommunicationsOnline",
      isDefault: true,
      isInitial: true,
      name: `${tenant.profile.name}.onmicrosoft.com`,
      type: "Managed",
    },
  ],
});

const collections = (tenant: TenantContext): readonly Collection[] => [
  {
    path: "/v1.0/subscribedSkus",
    context: "subscribedSkus",
    type: "subscribedSku",
    properties: skuProperties,
    roles: opens.skus,
    options: ["$select", "$skiptoken"],
    rows: tenant.profile.skus.map((sku) => subscribedSku(tenant.profile, sku)),
  },
  {
    path: "/v1.0/directory/subscriptions",
    context: "directory/subscriptions",
    type: "companySubscription",
    properties: subscriptionProperties,
    roles: opens.organisation,
    options: ["$select", "$skiptoken"],
    rows: tenant.profile.skus.flatMap(companySubscriptions),
  },
  {
    path: "/v1.0/organization",
    context: "organization",
    type: "organization",
    properties: ["id", "displayName", "verifiedDomains"],
    roles: opens.organisation,
    options: ["$select"],
    rows: [organisation(tenant)],
  },
];

/** The whole list fits one page unless the knob says otherwise. */
const ownPageSize = 1_000;

const startOf = (list: string, query: URLSearchParams): number => {
  const offset = offsetOf(list, query.get("$skiptoken") ?? undefined);
  if (offset === undefined) {
    throw new Refused(400, "Directory_ExpiredPageToken", "The specified page token value has expired or is invalid.");
  }
  return offset;
};

const contextOf = (name: string, selected: readonly string[] | undefined): string =>
  selected === undefined ? name : `${name}(${selected.join(",")})`;

const serveCollection = (app: Hono, tenant: TenantContext, one: Collection): void => {
  app.get(one.path, needs(tenant, one.roles), (c) => {
    const query = queryOf(c.req.url, one.options);
    const selected = selectOf(query, one.type, one.properties);
    const page = pageOf(one.path, one.rows, startOf(one.path, query), pageSizeOf(tenant.knobs, ownPageSize));
    const items = selected === undefined ? page.items : page.items.map((row) => pick(row, selected));
    const context = contextOf(one.context, selected);
    return graphList(c, tenant, { context, path: one.path, query, page: { ...page, items } });
  });
};

const usersPath = "/v1.0/users";

const serveUsers = (app: Hono, tenant: TenantContext): void => {
  const positions = Array.from({ length: tenant.profile.users }, (_, index) => index);
  app.get(usersPath, needs(tenant, opens.users), (c) => {
    const query = queryOf(c.req.url, ["$select", "$top", "$count", "$skiptoken"]);
    const selected = selectOf(query, "user", userProperties);
    const counted = countOf(query, c.req.header("consistencylevel"));
    const page = pageOf(usersPath, positions, startOf(usersPath, query), pageSizeOf(tenant.knobs, topOf(query)));
    const names = selected ?? defaultUserProperties;
    const items = page.items.map((position) => pick(userAt(tenant.profile, position), names));
    return graphList(c, tenant, {
      context: contextOf("users", selected),
      path: usersPath,
      query,
      page: { ...page, items },
      ...(counted ? { count: positions.length } : {}),
    });
  });
};

export const graph = (tenant: TenantContext): Hono => {
  const app = new Hono();
  for (const one of collections(tenant)) {
    serveCollection(app, tenant, one);
  }
  serveUsers(app, tenant);
  app.all("*", () => {
    throw new Refused(404, "ResourceNotFound", "Resource not found for the segment.");
  });
  app.onError((error, c) => graphRefusal(tenant, error, c));
  return app;
};
