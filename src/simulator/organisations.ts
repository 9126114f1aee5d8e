/** The Dataverse side of a tenant: which hosts are organisations, and the home that holds the product's tables. */
import { fileURLToPath } from "node:url";
import { setTimeout as wait } from "node:timers/promises";
import type Database from "libsql";
import type { Hono } from "hono";
import { dataverse, loadTables, loadVariables, personId, seedRows, type Organisation } from "./dataverse";
import { homeOf } from "./profiles";
import { activityRows } from "./profiles/activity/tables";
import type { TenantContext } from "./tenant";

/** The unpacked solution of this repository; two levels up from the sources as well as from the built program. */
export const ownSolution = fileURLToPath(new URL("../../solution/src", import.meta.url));

const organisationsOf = (tenant: TenantContext): ReadonlyMap<string, Organisation> => {
  const home = homeOf(tenant.profile).host;
  return new Map(
    tenant.profile.environments.flatMap((environment) => {
      const { host, organizationId } = environment;
      if (host === undefined) {
        return [];
      }
      const rows = activityRows(environment, tenant.now(), (objectId) => personId(organizationId, objectId));
      return [[host, { host, organizationId, environment, isHome: host === home, rows }] as const];
    }),
  );
};

/** Opens the Web API of all organisations and puts the history of the profile into the home, where it is not yet. */
export const openDataverse = (tenant: TenantContext, database: Database.Database, solution: string): Hono => {
  const tables = loadTables(solution);
  const organisations = organisationsOf(tenant);
  const home = organisations.get(homeOf(tenant.profile).host);
  if (home !== undefined) {
    seedRows({ database, tables, organisation: home, rows: tenant.profile.history, now: tenant.now() });
  }
  return dataverse({
    database,
    tables,
    variables: loadVariables(solution),
    organisations: (host) => organisations.get(host),
    authorise: tenant.authorise,
    now: tenant.now,
    latency: async () => {
      if (tenant.knobs.latencyMs > 0) {
        await wait(tenant.knobs.latencyMs);
      }
    },
  });
};
