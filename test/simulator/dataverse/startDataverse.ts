import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import Database from "libsql";
import { expect } from "vitest";
import type { Authorise, ProfileEnvironment } from "../../../src/simulator/contracts";
import type { DataverseOptions, Organisation } from "../../../src/simulator/dataverse";
import { dataverse } from "../../../src/simulator/dataverse";
import { itemTable, parentTable } from "./itemTable";

export const home = "contoso-home.crm4.dynamics.com";
export const sales = "contoso-sales.crm4.dynamics.com";

const environment = (host: string, more: Partial<ProfileEnvironment> = {}): ProfileEnvironment => ({
  id: `environment of ${host}`,
  name: host.split(".")[0] ?? host,
  sku: "Production",
  isDefault: false,
  location: "europe",
  createdAt: "2025-01-31T08:00:00Z",
  host,
  organizationId: "0a000000-0000-4000-8000-00000000000a",
  state: "Ready",
  storage: [],
  packages: [],
  solutions: [],
  entitlements: [],
  ...more,
});

export const organisation = (
  host: string,
  more: Partial<ProfileEnvironment> = {},
  rest: Partial<Organisation> = {},
): Organisation => ({
  host,
  organizationId: "0a000000-0000-4000-8000-00000000000a",
  environment: environment(host, more),
  isHome: host === home,
  ...rest,
});

const solutions = [
  { uniqueName: "MicrosoftDynamics_Marketing", friendlyName: "Marketing", version: "1.0.0.1" },
  { uniqueName: "ServiceApp", friendlyName: "Service", version: "9.0.0.2" },
];

export const clientId = "11111111-2222-4333-8444-555555555555";

/** Stands in for Entra: the token is the audience itself. */
const authorise: Authorise = (authorization, audience) =>
  Promise.resolve(
    authorization === `Bearer ${audience}`
      ? { clientId, tenantId: "tenant", roles: [] }
      : { status: 401, code: "InvalidAuthenticationToken", message: "The token is not for this audience." },
  );

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly host?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
  /** The value at a path of the JSON; undefined when something on the way is missing. */
  readonly at: (...path: readonly (string | number)[]) => unknown;
}

export interface TestService {
  /** Sends a request to the Web API of an organisation, the home one unless told otherwise. */
  readonly call: (path: string, options?: Call) => Promise<Answer>;
  readonly base: string;
  readonly database: Database.Database;
  readonly close: () => Promise<void>;
}

export async function startDataverse(options: Partial<DataverseOptions> = {}): Promise<TestService> {
  const database = options.database ?? new Database(":memory:");
  const known = [organisation(home), organisation(sales, { solutions })];
  const app = dataverse({
    database,
    tables: [itemTable, parentTable],
    organisations: (host) => known.find((one) => one.host === host),
    authorise,
    now: () => new Date("2026-11-22T10:20:30.456Z"),
    ...options,
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base,
    database,
    call: (path, call) => send(base, path, call),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function send(base: string, path: string, call: Call = {}): Promise<Answer> {
  const { method = "GET", body, headers, host = home } = call;
  const isLink = path.startsWith("https://");
  const address = isLink ? path.replace("https://", `${base}/`) : `${base}/${host}/api/data/v9.2/${path}`;
  const answer = await fetch(address, {
    method,
    headers: { Authorization: `Bearer https://${host}`, "Content-Type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json = parse(text);
  return { status: answer.status, headers: answer.headers, text, json, at: (...steps) => steps.reduce(step, json) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const step = (value: unknown, name: string | number): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** Typed so that an expectation may stand inside an expected value. */
export const aText: unknown = expect.any(String);
export const aNumber: unknown = expect.any(Number);
export const anId: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/);
