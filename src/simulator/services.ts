/** Which hosts a tenant has, and the service behind each. */
import { Hono } from "hono";
import type { TenantProfile } from "./contracts";
import type { Handler } from "./door";
import { graph } from "./graph";
import { businessAppPlatform, powerPlatform } from "./powerplatform";
import type { TenantContext } from "./tenant";

export interface Services {
  readonly serve: Handler;
  readonly isHost: (host: string) => boolean;
}

const graphHost = "graph.microsoft.com";
const bapHost = "api.bap.microsoft.com";
const powerPlatformHost = "api.powerplatform.com";
/** Known to Entra ID as a resource of its own; its tokens open the BAP host (apis.md 3.1). */
const powerAppsAudience = "service.powerapps.com";

const organisationHosts = (profile: TenantProfile): ReadonlySet<string> =>
  new Set(profile.environments.flatMap((one) => (one.host === undefined ? [] : [one.host])));

/** Whether tokens can be had for an origin of this tenant. */
export const resourcesOf = (profile: TenantProfile): ((origin: string) => boolean) => {
  const hosts = new Set([graphHost, bapHost, powerPlatformHost, powerAppsAudience, ...organisationHosts(profile)]);
  return (origin) => hosts.has(new URL(origin).host);
};

const hostOf = (url: string): string => new URL(url).pathname.split("/", 2)[1] ?? "";

/** One router a service, so that a request is matched against the few routes of its own. */
export const servicesOf = (tenant: TenantContext, login: Hono, dataverse: Hono): Services => {
  const apps: readonly (readonly [string, Hono])[] = [
    ["login.microsoftonline.com", login],
    [graphHost, graph(tenant)],
    [bapHost, businessAppPlatform(tenant)],
    [powerPlatformHost, powerPlatform(tenant)],
  ];
  const mounts = new Map(apps.map(([host, app]) => [host, new Hono().route(`/${host}`, app)]));
  const organisations = organisationHosts(tenant.profile);
  return {
    serve: (request, bindings) =>
      mounts.get(hostOf(request.url))?.fetch(request, bindings) ?? dataverse.fetch(request, bindings),
    isHost: (host) => mounts.has(host) || organisations.has(host),
  };
};
