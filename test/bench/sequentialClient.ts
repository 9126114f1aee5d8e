/**
 * The same requests one after another, as a script would make them: `dynamics-web-api` for Dataverse, `fetch` for the
 * rest, waiting as long as Retry-After says.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { DynamicsWebApi } from "dynamics-web-api";
import type { TenantAddress } from "./setup";

const api = "https://api.powerplatform.com";
const version = "api-version=2024-10-01";
const outbound = "uniquename eq 'MicrosoftDynamics_Marketing'";

const routed = (base: string, url: string): string => {
  const { host, pathname, search } = new URL(url);
  return `${base}/${host}${pathname}${search}`;
};

const waitOf = (response: Response): number => Number(response.headers.get("retry-after") ?? "1") * 1000;

const patiently = async (ask: () => Promise<Response>): Promise<Response> => {
  for (;;) {
    const response = await ask();
    if (response.status !== 429) return response;
    await response.arrayBuffer();
    await sleep(waitOf(response));
  }
};

const tokenOf = async (
  { base, tenantId, clientId, clientSecret }: TenantAddress,
  resource: string,
): Promise<string> => {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    scope: `${resource}/.default`,
  });
  const url = routed(base, `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`);
  const answer: unknown = await (await patiently(() => fetch(url, { method: "POST", body }))).json();
  if (typeof answer === "object" && answer !== null && "access_token" in answer) return String(answer.access_token);
  throw new Error("The simulated tenant gave no token.");
};

const isThrottled = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "status" in error && error.status === 429;

const solutions = async (tenant: TenantAddress, host: string): Promise<void> => {
  const token = await tokenOf(tenant, `https://${host}`);
  const client = new DynamicsWebApi({
    // The client drops the path of its server's address, so the host's segment comes in through the path of the API.
    serverUrl: tenant.base,
    dataApi: { path: `../${host}/api/data`, version: "9.2" },
    onTokenRefresh: () => Promise.resolve(token),
  });
  for (;;) {
    try {
      await client.retrieveMultiple({ collection: "solutions", select: ["uniquename", "version"], filter: outbound });
      return;
    } catch (error) {
      if (!isThrottled(error)) throw error;
      await sleep(1000);
    }
  }
};

/**
 * Reads environments `from` to `to` of those that a sync would read fully; gives the milliseconds for one of them. The
 * lists of the tenant, the others' entitlements and the writing, which a sync also does, are left out: it could only
 * look slower with them.
 */
export const readOneAfterAnother = async (tenant: TenantAddress, from: number, to: number): Promise<number> => {
  const sample = tenant.environments.filter(({ host, ready }) => host !== undefined && ready).slice(from, to);
  const authorization = `Bearer ${await tokenOf(tenant, api)}`;
  const get = async (path: string) => {
    const response = await patiently(() => fetch(routed(tenant.base, `${api}${path}`), { headers: { authorization } }));
    await response.arrayBuffer();
  };
  const start = performance.now();
  for (const { id, host } of sample) {
    await get(`/appmanagement/environments/${id}/applicationPackages?${version}`);
    await get(`/licensing/environments/${id}/entitlements?${version}`);
    if (host !== undefined) await solutions(tenant, host);
  }
  return (performance.now() - start) / sample.length;
};
