/** Starts a simulated tenant: one process, real HTTP on loopback, one mount for each production host. */
import { X509Certificate } from "node:crypto";
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import Database from "libsql";
import { chance, guid } from "./chance";
import type { Knobs, RunningTenant, TenantProfile } from "./contracts";
import { door, type Handler } from "./door";
import { newTally } from "./door/tally";
import { entraOf } from "./entra";
import { neededRoles, type Registration } from "./entra/registration";
import { graph } from "./graph";
import { businessAppPlatform, powerPlatform } from "./powerplatform";
import { homeOf, profileOf } from "./profiles";
import type { TenantContext } from "./tenant";

export interface TenantOptions {
  readonly profile: string;
  /** Number of environments of profile `large`; 1,000 when absent. */
  readonly environments?: number;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Folder of the embedded database; absent: in memory, gone when closed. */
  readonly stateDir?: string;
  readonly seed?: number;
  readonly knobs?: Partial<Knobs>;
  readonly now?: () => Date;
  /** Differences of the app registration: fewer permissions, no administration, certificates (PEM). */
  readonly app?: {
    readonly roles?: readonly string[];
    readonly managementApp?: boolean;
    readonly certificates?: readonly string[];
  };
}

const quiet: Knobs = { latencyMs: 0, throttledShare: 0, retryAfterSeconds: 1, faults: [] };

const registrationOf = (seed: number, options: TenantOptions["app"] = {}): Registration => ({
  clientId: guid(seed, "app/client"),
  clientSecret: `simulated~${guid(seed, "app/secret")}`,
  objectId: guid(seed, "app/object"),
  roles: options.roles ?? neededRoles,
  managementApp: options.managementApp ?? true,
  certificates: (options.certificates ?? []).map((pem) => new X509Certificate(pem)),
});

const counting = (seed: number): (() => string) => {
  let count = 0;
  return () => guid(seed, `request/${(count += 1)}`);
};

const openDatabase = (stateDir: string | undefined) => {
  if (stateDir === undefined) {
    return new Database(":memory:");
  }
  mkdirSync(stateDir, { recursive: true });
  return new Database(join(stateDir, "tenant.db"));
};

const fixedHosts = [
  "login.microsoftonline.com",
  "graph.microsoft.com",
  "api.bap.microsoft.com",
  "api.powerplatform.com",
] as const;
const audiences = [...fixedHosts.slice(1), "service.powerapps.com"];

const hostsOf = (profile: TenantProfile): ReadonlySet<string> =>
  new Set(profile.environments.flatMap((one) => (one.host === undefined ? [] : [one.host])));

const isAudience = (organisations: ReadonlySet<string>) => (origin: string) => {
  const { host } = new URL(origin);
  return audiences.includes(host) || organisations.has(host);
};

/** One router a service, so that a request is matched against the few routes of its own. */
const mounts = (tenant: TenantContext, login: Hono): ReadonlyMap<string, Hono> =>
  new Map(
    [
      [fixedHosts[0], login] as const,
      [fixedHosts[1], graph(tenant)] as const,
      [fixedHosts[2], businessAppPlatform(tenant)] as const,
      [fixedHosts[3], powerPlatform(tenant)] as const,
    ].map(([host, app]) => [host, new Hono().route(`/${host}`, app)]),
  );

const listen = (server: ServerType, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve(portOf(server.address()));
    });
  });

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === "object" && address !== null ? address.port : 0;

/** Lets answers under way finish, then drops connections that only wait. */
const stop = (server: ServerType): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    if ("closeIdleConnections" in server) {
      server.closeIdleConnections();
    }
  });

export const startTenant = async (options: TenantOptions): Promise<RunningTenant> => {
  const now = options.now ?? (() => new Date());
  const seed = options.seed ?? 1;
  const profile = profileOf(options.profile, { seed, now: now(), environments: options.environments ?? 1_000 });
  const knobs: Knobs = { ...quiet, ...options.knobs, faults: [...(options.knobs?.faults ?? [])] };
  const registration = registrationOf(seed, options.app);
  const organisations = hostsOf(profile);
  const requestId = counting(seed);
  const entra = await entraOf(
    {
      tenantId: profile.tenantId,
      domain: `${profile.name}.onmicrosoft.com`,
      app: registration,
      isResource: isAudience(organisations),
      now,
    },
    requestId,
  );
  const byId = new Map(profile.environments.map((one) => [one.id.toLowerCase(), one]));
  const tenant: TenantContext = {
    profile,
    knobs,
    authorise: entra.authorise,
    isManagementApp: (clientId) => registration.managementApp && clientId === registration.clientId,
    environment: (id) => byId.get(id.toLowerCase()),
    now,
    requestId,
  };
  const database = openDatabase(options.stateDir);
  const services = mounts(tenant, entra.app);
  const serve: Handler = (request, bindings) => {
    const host = new URL(request.url).pathname.split("/")[1] ?? "";
    return services.get(host)?.fetch(request, bindings) ?? new Response(null, { status: 503 });
  };
  const isHost = (host: string) => services.has(host) || organisations.has(host);
  const enter = door(tenant, serve, isHost, newTally(), chance(seed));
  const server = createAdaptorServer({ fetch: (request, bindings) => enter(request, bindings as never) });
  const port = await listen(server, options.port ?? 0);
  return {
    base: `http://127.0.0.1:${port}`,
    profile,
    knobs,
    app: { clientId: registration.clientId, clientSecret: registration.clientSecret },
    homeHost: homeOf(profile).host,
    close: async () => {
      await stop(server);
      database.close();
    },
  };
};
