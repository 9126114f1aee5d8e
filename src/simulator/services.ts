/** Which hosts a tenant has, and the service behind each. */
import { Hono, type MiddlewareHandler } from "hono";
import { translator, type SimulatedCloud } from "./clouds";
import type { TenantProfile } from "./contracts";
import type { Bindings, Handler } from "./door";
import { graph } from "./graph";
import { businessAppPlatform, powerPlatform } from "./powerplatform";
import { flat } from "./powerplatform/envelope";
import type { TenantContext } from "./tenant";

export interface Services {
  readonly serve: Handler;
  readonly isHost: (host: string) => boolean;
}

const organisationHosts = (profile: TenantProfile): ReadonlySet<string> =>
  new Set(profile.environments.flatMap((one) => (one.host === undefined ? [] : [one.host])));

/** Whether tokens can be had for an origin of this tenant. */
export const resourcesOf = (profile: TenantProfile, cloud: SimulatedCloud): ((origin: string) => boolean) => {
  const { graph: graphHost, bap, powerApps, powerPlatform: api, keyVault } = cloud;
  const hosts = new Set<string>([graphHost, bap, powerApps, api, keyVault, ...organisationHosts(profile)]);
  return (origin) => URL.canParse(origin) && hosts.has(new URL(origin).host);
};

const hostOf = (url: string): string => new URL(url).pathname.split("/", 2)[1] ?? "";

/** The services write the addresses of the public cloud into their answers. */
const inCloud = (cloud: SimulatedCloud, app: Hono): Handler => {
  const translate = translator(cloud);
  return async (request: Request, bindings: Bindings) => {
    const answer = await app.fetch(request, bindings);
    if (answer.body === null) {
      return answer;
    }
    const headers = new Headers(answer.headers);
    headers.delete("content-length");
    return new Response(translate(await answer.text()), { status: answer.status, headers });
  };
};

/** What is measured of such tenants (apis.md 3.4, S34): applications are refused, whatever they are registered for. */
const peopleOnly =
  (tenant: TenantContext): MiddlewareHandler =>
  async (c, next) => {
    const caller = await tenant.authorise(c.req.header("authorization"), "https://api.powerplatform.com");
    if (!("status" in caller) && caller.isPerson !== true) {
      return flat(403, "ForbiddenAccess", "Caller is not an authorized app.");
    }
    return next();
  };

export interface ServiceOptions {
  readonly tenant: TenantContext;
  readonly cloud: SimulatedCloud;
  readonly dataverse: Hono;
  /** Sign-in, the identity service of the machine, Key Vault. */
  readonly identity: readonly (readonly [host: string, app: Hono])[];
  /** Whether the licensing routes take applications. */
  readonly licensing: boolean;
}

const platformOf = ({ tenant, licensing }: ServiceOptions): Hono => {
  if (licensing) {
    return powerPlatform(tenant);
  }
  const app = new Hono();
  app.use("/licensing/*", peopleOnly(tenant));
  app.route("/", powerPlatform(tenant));
  return app;
};

/** One router a service, so that a request is matched against the few routes of its own. */
export const servicesOf = (options: ServiceOptions): Services => {
  const { tenant, cloud, dataverse, identity } = options;
  const apps: readonly (readonly [string, Hono])[] = [
    ...identity,
    [cloud.graph, graph(tenant)],
    [cloud.bap, businessAppPlatform(tenant)],
    [cloud.powerPlatform, platformOf(options)],
  ];
  const isPublic = cloud.powerPlatform === "api.powerplatform.com";
  const mounted = ([host, app]: readonly [string, Hono]): readonly [string, Handler] => {
    const mount = new Hono();
    mount.route(`/${host}`, app);
    return [host, isPublic ? (request, bindings) => mount.fetch(request, bindings) : inCloud(cloud, mount)];
  };
  const mounts = new Map(apps.map(mounted));
  const organisations = organisationHosts(tenant.profile);
  return {
    serve: (request, bindings) =>
      mounts.get(hostOf(request.url))?.(request, bindings) ?? dataverse.fetch(request, bindings),
    isHost: (host) => mounts.has(host) || organisations.has(host),
  };
};
