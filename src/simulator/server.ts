/** Starts a simulated tenant: one process, real HTTP on loopback, one mount for each production host. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { chance, guid } from "./chance";
import { cloudNamed, hostIn, type CloudName, type SimulatedCloud } from "./clouds";
import type { Knobs, RunningTenant, TenantProfile } from "./contracts";
import { door } from "./door";
import { newTally } from "./door/tally";
import { registrationOf, type AppDifferences, type Registration } from "./entra/registration";
import { identityOf, type IdentityRooms } from "./identityRooms";
import type { VaultSecret } from "./keyvault";
import { listen } from "./listening";
import { openDataverse, ownSolution } from "./organisations";
import { homeOf, profileOf } from "./profiles";
import { servicesOf } from "./services";
import type { TenantContext } from "./tenant";

export interface TenantOptions {
  readonly profile: string;
  /** Number of environments of profile `large`, up to 5,000; 1,000 when absent. */
  readonly environments?: number;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Folder of the embedded database; absent: in memory, gone when closed. */
  readonly stateDir?: string;
  readonly seed?: number;
  readonly knobs?: Partial<Knobs>;
  readonly now?: () => Date;
  readonly app?: AppDifferences;
  /** The public one when absent. */
  readonly cloud?: CloudName;
  /** Secrets of the tenant's Key Vault beside `quota-panel`, which holds the secret of the app. */
  readonly vault?: Readonly<Record<string, VaultSecret>>;
  /** Folder of the unpacked solution whose tables the home environment has; this repository's own when absent. */
  readonly solution?: string;
}

const quiet: Knobs = { latencyMs: 0, throttledShare: 0, retryAfterSeconds: 1, faults: [] };

const knobsOf = (given: Partial<Knobs> = {}): Knobs => ({ ...quiet, ...given, faults: [...(given.faults ?? [])] });

const counting = (seed: number): (() => string) => {
  let count = 0;
  return () => guid(seed, `request/${(count += 1)}`);
};

const openDatabase = (stateDir: string | undefined) => {
  if (stateDir === undefined) {
    return new Database(":memory:");
  }
  mkdirSync(stateDir, { recursive: true });
  const database = new Database(join(stateDir, "tenant.db"));
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  return database;
};

interface Made {
  readonly tenant: TenantContext;
  readonly registration: Registration;
  readonly identity: IdentityRooms;
}

const placedIn = (cloud: SimulatedCloud, profile: TenantProfile): TenantProfile => ({
  ...profile,
  environments: profile.environments.map((one) =>
    one.host === undefined ? one : { ...one, host: hostIn(cloud, one.host) },
  ),
});

const make = async (options: TenantOptions, seed: number, now: () => Date): Promise<Made> => {
  const cloud = cloudNamed(options.cloud ?? "public");
  const input = { seed, now: now(), environments: options.environments ?? 1_000 };
  const profile = placedIn(cloud, profileOf(options.profile, input));
  const registration = registrationOf(seed, options.app);
  const knobs = knobsOf(options.knobs);
  const requestId = counting(seed);
  const identity = await identityOf({
    ...{ profile, cloud, registration, seed, now, requestId },
    retryAfterSeconds: () => knobs.retryAfterSeconds,
    vault: options.vault ?? {},
  });
  const byId = new Map(profile.environments.map((one) => [one.id.toLowerCase(), one]));
  const tenant: TenantContext = {
    profile,
    knobs,
    authorise: identity.authorise,
    isManagementApp: (clientId) => identity.isManagementApp(clientId),
    environment: (id) => byId.get(id.toLowerCase()),
    now,
    requestId,
  };
  return { tenant, registration, identity };
};

/** Rejects with `UnknownProfileError`, or with Node's error when the port is taken. */
export const startTenant = async (options: TenantOptions): Promise<RunningTenant> => {
  const seed = options.seed ?? 1;
  const { tenant, registration, identity } = await make(options, seed, options.now ?? (() => new Date()));
  const database = openDatabase(options.stateDir);
  const organisations = openDataverse(tenant, database, options.solution ?? ownSolution);
  const cloud = options.cloud ?? "public";
  const { serve, isHost } = servicesOf({
    ...{ tenant, cloud: cloudNamed(cloud), dataverse: organisations, licensing: registration.licensing },
    identity: identity.hosts,
  });
  const enter = door(tenant, serve, isHost, newTally(), chance(seed));
  const listening = await listen(enter, options.port ?? 0).catch((error: unknown) => {
    database.close();
    throw error;
  });
  return {
    base: `http://127.0.0.1:${listening.port}`,
    profile: tenant.profile,
    knobs: tenant.knobs,
    app: { clientId: registration.clientId, clientSecret: registration.clientSecret },
    homeHost: homeOf(tenant.profile).host,
    cloud,
    signIn: identity.desk,
    close: async () => {
      await listening.close();
      database.close();
    },
  };
};
