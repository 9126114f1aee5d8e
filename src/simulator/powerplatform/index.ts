/** Power Platform API of the simulated tenant (apis.md 3.2, 3.3, section 7). */
import { Hono } from "hono";
import type { ProfileEnvironment } from "../contracts";
import { pageSizeOf, type TenantContext } from "../tenant";
import { nextLink, offsetOf, pageOf } from "../wire/paging";
import { Refused } from "../wire/refusal";
import { tenantCapacity } from "./capacity";
import { allocationsByEnvironment, currencyReports } from "./currencies";
import { entitlementItem, packageItem } from "./details";
import { flat, queryOf, refusalIn } from "./envelope";
import { platformEnvironment } from "./platformEnvironment";

export { businessAppPlatform } from "./environments";

const origin = "https://api.powerplatform.com";
const current = ["2024-10-01"];
const withPreview = [...current, "2022-03-01-preview"];
const ownPageSize = 100;

const installStates: Readonly<Record<string, (state: string) => boolean>> = {
  Installed: (state) => state === "Installed",
  NotInstalled: (state) => state === "None",
};

const matcherOf = (query: URLSearchParams): ((state: string) => boolean) => {
  const asked = query.get("appInstallState");
  const matcher = asked === null ? () => true : installStates[asked];
  if (matcher === undefined) {
    throw new Refused(400, "InvalidQueryOption", `The value '${String(asked)}' of appInstallState is not supported.`);
  }
  return matcher;
};

const checkCaller = async (tenant: TenantContext, authorization: string | undefined): Promise<void> => {
  const caller = await tenant.authorise(authorization, origin);
  if ("status" in caller) {
    throw new Refused(401, "Unauthorized", caller.message);
  }
  if (!tenant.isManagementApp(caller.clientId)) {
    throw new Refused(403, "ForbiddenAccess", "Caller is not an authorized app.");
  }
};

const environmentOf = (tenant: TenantContext, id: string): ProfileEnvironment => {
  const found = tenant.environment(id);
  if (found === undefined) {
    throw new Refused(404, "EnvironmentNotFound", `The environment '${id}' could not be found in the tenant.`);
  }
  return found;
};

const startOf = (path: string, query: URLSearchParams): number => {
  const offset = offsetOf(path, query.get("$skiptoken") ?? undefined);
  if (offset === undefined) {
    throw new Refused(400, "InvalidSkipToken", "The skip token is not valid.");
  }
  return offset;
};

/** Under the spelling of this list alone (apis.md 3.1). */
const environmentsPage = (tenant: TenantContext, url: string) => {
  const query = queryOf(url, current, ["$skiptoken"]);
  const path = "/environmentmanagement/environments";
  const page = pageOf(path, tenant.profile.environments, startOf(path, query), pageSizeOf(tenant.knobs, ownPageSize));
  return {
    value: page.items.map((environment) => platformEnvironment(tenant.profile.tenantId, environment)),
    ...(page.next === undefined ? {} : { "@odata.nextlink": nextLink(origin, path, query, page.next) }),
  };
};

const packagesPage = (tenant: TenantContext, environment: ProfileEnvironment, url: string) => {
  const query = queryOf(url, withPreview, ["appInstallState", "$skiptoken"]);
  const path = `/appmanagement/environments/${environment.id}/applicationPackages`;
  const matches = matcherOf(query);
  const all = environment.packages.filter((one) => matches(one.state));
  const page = pageOf(path, all, startOf(path, query), pageSizeOf(tenant.knobs, ownPageSize));
  return {
    value: page.items.map(packageItem),
    ...(page.next === undefined ? {} : { "@odata.nextLink": nextLink(origin, path, query, page.next) }),
  };
};

const flagOf = (query: URLSearchParams, name: string): boolean => {
  const text = query.get(name) ?? "false";
  if (text !== "true" && text !== "false") {
    throw new Refused(400, "InvalidQueryOption", `The value '${text}' of ${name} is not a Boolean.`);
  }
  return text === "true";
};

export const powerPlatform = (tenant: TenantContext): Hono => {
  const app = new Hono();
  app.use("*", async (c, next) => {
    await checkCaller(tenant, c.req.header("authorization"));
    await next();
  });
  app.get("/environmentmanagement/environments", (c) => c.json(environmentsPage(tenant, c.req.url)));
  app.get("/licensing/tenantCapacity", (c) => {
    queryOf(c.req.url, withPreview, []);
    return c.json(tenantCapacity(tenant.profile));
  });
  app.get("/licensing/tenantCapacity/currencyReports", (c) => {
    const query = queryOf(c.req.url, withPreview, ["includeAllocations", "includeConsumptions"]);
    return c.json(
      currencyReports(tenant.profile, flagOf(query, "includeAllocations"), flagOf(query, "includeConsumptions")),
    );
  });
  app.get("/licensing/allocationsByEnvironment", (c) => {
    queryOf(c.req.url, current, []);
    return c.json(allocationsByEnvironment(tenant.profile));
  });
  app.get("/licensing/environments/:id/entitlements", (c) => {
    queryOf(c.req.url, current, []);
    const environment = environmentOf(tenant, c.req.param("id"));
    return c.json(environment.entitlements.map((row) => entitlementItem(environment, row)));
  });
  app.get("/appmanagement/environments/:id/applicationPackages", (c) =>
    c.json(packagesPage(tenant, environmentOf(tenant, c.req.param("id")), c.req.url)),
  );
  app.all("*", () => {
    throw new Refused(404, "NotFound", "The requested resource was not found.");
  });
  app.onError(refusalIn(flat));
  return app;
};
