/** Speaks to a started tenant as a program with a token would. */
import type { RunningTenant } from "../../src/simulator/contracts";

export const audiences = {
  graph: "https://graph.microsoft.com/.default",
  bap: "https://service.powerapps.com/.default",
  powerplatform: "https://api.powerplatform.com/.default",
} as const;

export const environmentsUrl =
  "https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=2021-04-01";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed body; an empty object for a body that is no JSON object. */
  readonly body: Record<string, unknown>;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
};

export const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: Object(parsed(text)) as Record<string, unknown>,
  };
};

/** The loopback address of a production address. */
export const local = (tenant: RunningTenant, url: string): string => `${tenant.base}/${url.replace("https://", "")}`;

export const postToken = async (
  tenant: RunningTenant,
  form: Record<string, string>,
  directory = tenant.profile.tenantId,
): Promise<Answer> =>
  answerOf(
    await fetch(`${tenant.base}/login.microsoftonline.com/${directory}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams(form),
    }),
  );

export const secretForm = (tenant: RunningTenant, scope: string): Record<string, string> => ({
  grant_type: "client_credentials",
  client_id: tenant.app.clientId,
  client_secret: tenant.app.clientSecret,
  scope,
});

export const tokenFor = async (tenant: RunningTenant, scope: string): Promise<string> => {
  const { body } = await postToken(tenant, secretForm(tenant, scope));
  return String(body["access_token"]);
};

export const get = async (
  tenant: RunningTenant,
  url: string,
  token?: string,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  answerOf(
    await fetch(local(tenant, url), {
      headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    }),
  );

export const rowsOf = (answer: Answer): Record<string, unknown>[] => answer.body["value"] as Record<string, unknown>[];

/** Follows next links to the end. */
export const allPages = async (
  tenant: RunningTenant,
  url: string,
  token: string,
): Promise<{ rows: Record<string, unknown>[]; pages: number; links: string[] }> => {
  const rows: Record<string, unknown>[] = [];
  const links: string[] = [];
  let pages = 0;
  for (let next: unknown = url; typeof next === "string"; pages += 1) {
    const answer = await get(tenant, next, token);
    rows.push(...rowsOf(answer));
    next = answer.body["@odata.nextLink"] ?? answer.body["nextLink"];
    if (typeof next === "string") {
      links.push(next);
    }
  }
  return { rows, pages, links };
};
