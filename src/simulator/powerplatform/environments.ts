/** BAP: `scopes/admin/environments`, with capacity when expanded (apis.md 3.1). */
import { Hono } from "hono";
import type { ProfileEnvironment } from "../contracts";
import { pageSizeOf, type TenantContext } from "../tenant";
import { nextLink, offsetOf, pageOf } from "../wire/paging";
import { Refused } from "../wire/refusal";
import { nested, queryOf, refusalIn } from "./envelope";

const origin = "https://api.bap.microsoft.com";
const audiences = ["https://service.powerapps.com", origin];
const path = "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments";
const versions = ["2020-10-01", "2021-04-01", "2023-06-01"];
const expansions = ["properties.capacity", "properties.addons"];
const ownPageSize = 500;

const linked = (environment: ProfileEnvironment, host: string) => ({
  resourceId: environment.organizationId,
  friendlyName: environment.name,
  uniqueName: `unq${environment.organizationId.replaceAll("-", "").slice(0, 20)}`,
  domainName: host.split(".")[0],
  version: "9.2.26103.00158",
  instanceUrl: `https://${host}/`,
  instanceApiUrl: `https://${host.replace(".", ".api.")}`,
  baseLanguage: 1033,
  instanceState: environment.state,
  createdTime: environment.createdAt,
  backgroundOperationsState: "Enabled",
  scaleGroup: "EURCRMLIVESG705",
  platformSku: "Standard",
});

const capacityOf = (environment: ProfileEnvironment) =>
  environment.storage.map((reading) => ({
    capacityType: reading.type,
    actualConsumption: reading.actual,
    ratedConsumption: reading.rated,
    capacityUnit: "MB",
    updatedOn: reading.updatedOn,
  }));

const ready = (environment: ProfileEnvironment): boolean => environment.state === "Ready";

const item = (environment: ProfileEnvironment, expanded: readonly string[]) => ({
  id: `${path}/${environment.id}`,
  type: "Microsoft.BusinessAppPlatform/scopes/environments",
  location: environment.location,
  name: environment.id,
  properties: {
    displayName: environment.name,
    environmentSku: environment.sku,
    isDefault: environment.isDefault,
    creationType: environment.isDefault ? "DefaultTenant" : "User",
    provisioningState: "Succeeded",
    databaseType: environment.host === undefined ? "None" : "CommonDataService",
    azureRegion: environment.location,
    createdTime: environment.createdAt,
    ...(expanded.includes("properties.capacity") ? { capacity: capacityOf(environment) } : {}),
    ...(expanded.includes("properties.addons") ? { addons: [] } : {}),
    ...(environment.host === undefined ? {} : { linkedEnvironmentMetadata: linked(environment, environment.host) }),
    states: {
      management: { id: ready(environment) ? "Ready" : "NotSpecified" },
      runtime: { id: ready(environment) ? "Enabled" : "Disabled" },
    },
    trialScenarioType: "None",
    governanceConfiguration: { protectionLevel: "Basic" },
    retentionPeriod: "P7D",
  },
});

const expandedOf = (query: URLSearchParams): readonly string[] => {
  const names = (query.get("$expand") ?? "").split(",").filter((name) => name !== "");
  const unknown = names.find((name) => !expansions.includes(name));
  if (unknown !== undefined) {
    throw new Refused(400, "InvalidQueryOption", `The property '${unknown}' cannot be expanded.`);
  }
  return names;
};

const checkCaller = async (tenant: TenantContext, authorization: string | undefined): Promise<void> => {
  const answers = await Promise.all(audiences.map((audience) => tenant.authorise(authorization, audience)));
  const caller = answers.find((answer) => !("status" in answer)) ?? answers[0];
  if (caller === undefined || "status" in caller) {
    throw new Refused(401, "AuthenticationFailed", caller?.message ?? "Authentication failed.");
  }
  if (!tenant.isManagementApp(caller.clientId)) {
    throw new Refused(
      403,
      "Forbidden",
      `The service principal for application '${caller.clientId}' does not have permission to access the path '${path}' in tenant '${caller.tenantId}'.`,
    );
  }
};

/** The list of a whole tenant is long and never changes while it runs, so a page is written once. */
const pageWriter = (tenant: TenantContext) => {
  const written = new Map<string, string>();
  const write = (query: URLSearchParams, offset: number, size: number): string => {
    const expanded = expandedOf(query);
    const page = pageOf(path, tenant.profile.environments, offset, size);
    return JSON.stringify({
      value: page.items.map((environment) => item(environment, expanded)),
      ...(page.next === undefined ? {} : { nextLink: nextLink(origin, path, query, page.next) }),
    });
  };
  return (query: URLSearchParams, offset: number): string => {
    const size = pageSizeOf(tenant.knobs, ownPageSize);
    const key = `${size} ${offset} ${query.toString()}`;
    const text = written.get(key) ?? write(query, offset, size);
    written.set(key, text);
    return text;
  };
};

export const businessAppPlatform = (tenant: TenantContext): Hono => {
  const app = new Hono();
  const write = pageWriter(tenant);
  app.get(path, async (c) => {
    await checkCaller(tenant, c.req.header("authorization"));
    const query = queryOf(c.req.url, versions, ["$expand", "$skiptoken"]);
    const offset = offsetOf(path, query.get("$skiptoken") ?? undefined);
    if (offset === undefined) {
      throw new Refused(400, "InvalidSkipToken", "The skip token is not valid.");
    }
    return new Response(write(query, offset), { headers: { "content-type": "application/json; charset=utf-8" } });
  });
  app.all("*", () => {
    throw new Refused(404, "NotFound", "The requested resource was not found.");
  });
  app.onError(refusalIn(nested));
  return app;
};
