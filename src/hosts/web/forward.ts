/**
 * Passes the panel's reads and its refresh requests on to the home environment with the identity of the sync.
 * That identity may read more than the panel needs, so what is passed on is named here and nothing else leaves.
 */
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { SourceError } from "../../app/errors";
import type { HttpRequest, HttpResponse, Send } from "../../adapters/http/send";
import { runTable, tables } from "../../domain";

export interface Home {
  /** `https://host` of the environment that holds the product's tables. */
  readonly url: string;
  /** Adds the token and tries again. */
  readonly send: Send;
}

export const apiPath = "/api/data/v9.2";

const readable = new Set<string>(tables.map((table) => table.entitySetName));
/** `$expand` and FetchXML could lead to other tables. */
const queryOptions = new Set(["$select", "$filter", "$orderby", "$top", "$count", "$skiptoken"]);
const setOrRow = /^([a-z_]+)(\([0-9a-f-]{36}\))?$/;
const largestRow = 16 * 1024;

const preferences = /^odata\.(maxpagesize=\d{1,4}|include-annotations="[\w.*,@ -]*")$/;
const asked = { accept: "application/json", "odata-version": "4.0", "odata-maxversion": "4.0" } as const;

const mayRead = (path: string, query: URLSearchParams): boolean => {
  const set = setOrRow.exec(path)?.[1];
  return set !== undefined && readable.has(set) && [...query.keys()].every((name) => queryOptions.has(name));
};

/** A filter or an order may walk along a relationship to another table; ours have no need to. */
const staysInTable = (query: URLSearchParams): boolean =>
  ["$select", "$filter", "$orderby"].every((name) => !(query.get(name) ?? "").replaceAll(/'[^']*'/g, "").includes("/"));

const preferOf = (header: string | undefined): Readonly<Record<string, string>> => {
  const kept = (header?.match(/[\w.-]+=("[^"]*"|\d+)/g) ?? []).filter((part) => preferences.test(part));
  return kept.length === 0 ? {} : { prefer: kept.join(",") };
};

const homeAnswer = (context: Context, home: Home, response: HttpResponse): Response => {
  const own = new URL(context.req.url).origin;
  const local = (text: string): string => text.replaceAll(`${home.url}/api/data/`, `${own}/api/data/`);
  const { "content-type": type, "odata-entityid": entity } = response.headers;
  const headers = new Headers({ "cache-control": "no-store" });
  if (type !== undefined) headers.set("content-type", type);
  if (entity !== undefined) headers.set("odata-entityid", local(entity));
  const body = response.status === 204 || response.body === "" ? null : withLocalLinks(response.body, local);
  return new Response(body, { status: response.status, headers });
};

/** Next links are the only addresses that the page follows; texts inside rows stay as they are. */
const withLocalLinks = (body: string, local: (text: string) => string): string =>
  body.replace(/"@odata\.nextLink"\s*:\s*"[^"]*"/, local);

const statusOf: Readonly<Record<string, 401 | 403 | 502 | 503>> = {
  unauthenticated: 401,
  forbidden: 403,
  throttled: 503,
};

/** The home environment could not be asked; said in the envelope of the Web API, which the panel knows. */
const troubleAnswer = (context: Context, error: unknown): Response => {
  if (!(error instanceof SourceError)) throw error;
  const { code, detail } = error.reason;
  return context.json({ error: { code, message: detail ?? code } }, statusOf[code] ?? 502);
};

const passOn = async (context: Context, home: Home, request: Omit<HttpRequest, "signal">): Promise<Response> => {
  try {
    return homeAnswer(context, home, await home.send({ ...request, signal: context.req.raw.signal }));
  } catch (error) {
    return troubleAnswer(context, error);
  }
};

const refused = (context: Context): Response =>
  context.json({ error: { code: "forbidden", message: "This is not among what the panel may ask for." } }, 403);

const addressOf = (context: Context, home: Home): URL => {
  const { pathname, search } = new URL(context.req.url);
  return new URL(`${home.url}${pathname}${search}`);
};

const read = (context: Context, home: Home): Response | Promise<Response> => {
  const url = addressOf(context, home);
  const path = url.pathname.slice(apiPath.length + 1);
  if (!mayRead(path, url.searchParams) || !staysInTable(url.searchParams)) return refused(context);
  const headers = { ...asked, ...preferOf(context.req.header("prefer")) };
  return passOn(context, home, { method: "GET", url: url.href, headers });
};

const create = async (context: Context, home: Home): Promise<Response> => {
  const url = addressOf(context, home);
  const type = context.req.header("content-type") ?? "";
  if (url.search !== "" || !type.startsWith("application/json")) return refused(context);
  const headers = { ...asked, "content-type": "application/json" };
  return passOn(context, home, { method: "POST", url: url.href, headers, body: await context.req.text() });
};

/** The part of the Web API that the panel uses; to be mounted at `/`. */
export const forwarding = (home: Home): Hono => {
  const app = new Hono();
  app.get(`${apiPath}/*`, (context) => read(context, home));
  app.post(`${apiPath}/${runTable.entitySetName}`, bodyLimit({ maxSize: largestRow }), (context) =>
    create(context, home),
  );
  app.all("/api/*", refused);
  return app;
};
