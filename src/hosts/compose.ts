/** Puts the adapters together for one configuration; the only place that knows them all. */
import { SourceError } from "../app/errors";
import type { ImportStore, PublishedSnapshot } from "../app/imports/ports";
import type { Clock, ImportSource } from "../app/ports";
import type { SyncPorts } from "../app/syncContract";
import { dataverseSend, type DataverseAccess } from "../adapters/dataverse/connect";
import { dataverseImports } from "../adapters/dataverse/importStore";
import { publishedSnapshot } from "../adapters/dataverse/publishedSnapshot";
import { decisionRows } from "../adapters/dataverse/decisionRows";
import { dataverseStore } from "../adapters/dataverse/dataverseStore";
import { dataverseSolutions } from "../adapters/dataverse/outboundSolutions";
import { settingVariables, type SettingVariables } from "../adapters/dataverse/settingVariables";
import { graphLicences, organizationName } from "../adapters/graph/graphLicences";
import type { Route } from "../adapters/http/routes";
import type { Credential } from "../adapters/http/credential";
import { createTransport, type Send } from "../adapters/http/send";
import { createDeviceCode, type DeviceCodePrompt } from "../adapters/identity/deviceCode";
import { inFile, inMemory } from "../adapters/identity/refreshTokenFile";
import { createSignIn } from "../adapters/identity/signIn";
import { fileImports } from "../adapters/imports/fileImports";
import { powerPlatformUsage } from "../adapters/powerplatform/powerPlatformUsage";
import type { Tenant } from "../domain";
import type { Config } from "./config/config";
import { withDecisions } from "./config/decisions";
import { overlayVariables } from "./config/variables";
import type { Home } from "./web/forward";

export interface Composition {
  readonly ports: SyncPorts;
  /** Readings that were handed in and are kept in the home environment. */
  readonly imports: ImportStore;
  readonly published: PublishedSnapshot;
  /** The way to the product's own tables, for the local page. */
  readonly home: Home;
  /** How every service is reached and signed in to, for probing them. */
  readonly access: DataverseAccess;
  /** With the name that people know it by, where it can be read. Rejects only when signing in fails or on cancel. */
  tenant(signal: AbortSignal): Promise<Tenant>;
  /**
   * The settings with the home environment's variables under them, or as they were where those cannot be read. Rejects
   * with `ConfigError` for a wrong variable, and when signing in fails or on cancel.
   */
  settled(signal: AbortSignal): Promise<Config>;
}

const isMinor = (error: unknown): boolean =>
  error instanceof SourceError && !["unauthenticated", "cancelled"].includes(error.reason.code);

/** A configured name wins; without either, the id is the name. */
const namedTenant = async ({ tenant }: Config, read: () => Promise<string | undefined>): Promise<Tenant> => {
  if (tenant.name !== tenant.id) return tenant;
  try {
    return { id: tenant.id, name: (await read()) ?? tenant.id };
  } catch (error) {
    if (isMinor(error)) return tenant;
    throw error;
  }
};

const settledConfig = async (config: Config, read: () => Promise<SettingVariables>): Promise<Config> => {
  const variables = await read().catch((error: unknown) => {
    if (isMinor(error)) return {};
    throw error;
  });
  return overlayVariables(config, variables);
};

/** Those of the settings' files and those that were imported into the home environment. */
const allImports = (files: ImportSource, kept: ImportSource): ImportSource => ({
  readings: async (signal) => (await Promise.all([files.readings(signal), kept.readings(signal)])).flat(),
});

const clock: Clock = { now: () => new Date().toISOString() };

/** What only a host can do. */
export interface HostAbilities {
  /** Shows a person the code to sign in with; absent where nobody looks on. */
  readonly showCode?: (prompt: DeviceCodePrompt) => void;
}

const personOf = (
  config: Config,
  transport: Send,
  { showCode }: HostAbilities,
): { readonly delegated?: Credential } => {
  const { delegated, tenant, hosts } = config;
  if (delegated === undefined) return {};
  const { clientId, cacheFile } = delegated;
  const owner = { tenantId: tenant.id, clientId };
  const tokens = cacheFile === undefined ? inMemory() : inFile(cacheFile, owner);
  const show = showCode === undefined ? {} : { show: showCode };
  return { delegated: createDeviceCode({ ...owner, authorityHost: hosts.login, transport, tokens, ...show }) };
};

export const compose = (config: Config, route: Route, abilities: HostAbilities = {}): Composition => {
  const { tenant, homeUrl, identity, hosts } = config;
  const transport = createTransport({ route, concurrency: { total: config.concurrency } });
  const credential = createSignIn({ tenantId: tenant.id, identity, hosts, transport });
  const access = { transport, credential };
  const graph = { ...access, origin: hosts.graph };
  const person = personOf(config, transport, abilities);
  const homeTables = { ...access, url: homeUrl, tenantId: tenant.id };
  const imports = dataverseImports(homeTables);
  return {
    ports: {
      licences: graphLicences(graph),
      usage: powerPlatformUsage({ ...access, ...person, hosts, outboundSolutions: dataverseSolutions(access) }),
      imports: allImports(fileImports(config.imports), imports),
      store: dataverseStore({ ...homeTables, clock }),
      decisions: {
        under: async (settings, signal) =>
          withDecisions(settings, await decisionRows(access, { url: homeUrl, tenantId: tenant.id }, signal), config),
      },
      clock,
    },
    imports,
    published: publishedSnapshot(homeTables),
    access,
    home: { url: homeUrl, send: dataverseSend(access, homeUrl) },
    tenant: (signal) => namedTenant(config, () => organizationName({ ...graph, tenantId: tenant.id }, signal)),
    settled: (signal) => settledConfig(config, () => settingVariables(access, homeUrl, signal)),
  };
};
