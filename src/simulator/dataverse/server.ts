import type { Context } from "hono";
import { Hono } from "hono";
import type Database from "libsql";
import type { Authorise, Refusal } from "../contracts";
import { runBatch } from "./batch/runBatch";
import type { TableDefinition } from "./definitions";
import { DataverseError } from "./errors";
import { failure } from "./failure";
import { checkDoor, hangUp, spoiled } from "./faults";
import type { VariableDefinition } from "./metadata/variables";
import type { Model } from "./model";
import { buildModel } from "./model";
import { actAs } from "./operations/actAs";
import { dispatch } from "./operations/dispatch";
import type { Organisation } from "./organisations";
import type { Limits, Protect } from "./protection";
import { realLimits, serviceProtection } from "./protection";
import { planCache } from "./query/planCache";
import type { PlanQuery } from "./query/planCache";
import type { Session } from "./session";
import { addUser, provision, userId } from "./standard/rows";
import { definitionsTable, standardTables } from "./standard/tables";
import type { Store } from "./store/store";
import { openStore } from "./store/store";
import type { ApiRequest, Reply } from "./wire";

export interface DataverseOptions {
  readonly database: Database.Database;
  /** Tables of the product, present in the home environment only. */
  readonly tables: readonly TableDefinition[];
  /** Environment variables of the product, in the home environment only. */
  readonly variables?: readonly VariableDefinition[];
  readonly organisations: (host: string) => Organisation | undefined;
  readonly authorise: Authorise;
  readonly now: () => Date;
  readonly limits?: Limits;
  /** Awaited within each request, so that a slow service also counts as a busy one. */
  readonly latency?: () => Promise<void>;
}

interface Service extends DataverseOptions {
  readonly model: Model;
  readonly store: Store;
  readonly planQuery: PlanQuery;
  readonly protect: Protect;
  /** `host` and `host|clientId` of those whose standard rows are in place. */
  readonly known: Set<string>;
  readonly filled: Set<string>;
}

export const modelOf = (tables: readonly TableDefinition[]): Model =>
  buildModel([...standardTables, definitionsTable, ...tables]);

/** The Web API of all organisations of the tenant. The first segment of the path is the production host. */
export function dataverse(options: DataverseOptions): Hono {
  const model = modelOf(options.tables);
  const store = openStore(options.database, model);
  const service: Service = {
    ...options,
    model,
    store,
    planQuery: planCache(model),
    protect: serviceProtection(options.limits ?? realLimits, options.now),
    known: new Set(),
    filled: new Set(),
  };
  const app = new Hono();
  app.all("/:host/api/data/:rest{.+}", (context) => respond(service, context));
  return app;
}

const address = /^\/([^/]+)\/api\/data\/v9\.[0-2]\/?(.*)$/;

async function respond(service: Service, context: Context): Promise<Response> {
  const url = new URL(context.req.url);
  const [, host = "", path = ""] = address.exec(url.pathname) ?? [];
  const organisation = service.organisations(host);
  if (organisation === undefined) return context.text("No organization answers at this address.", 404);
  if (organisation.environment.fault === "unreachable") {
    hangUp(context.env);
    return new Response(null, { status: 503 });
  }
  const authorization = context.req.header("authorization");
  const caller = await service.authorise(authorization, `https://${host}`);
  if ("status" in caller) return unauthorised(context, organisation, caller);
  const request: ApiRequest = {
    method: context.req.method,
    path,
    query: url.search.slice(1),
    header: (name) => context.req.header(name),
    body: await context.req.text(),
  };
  return response(await admitted(service, organisation, caller.clientId, request));
}

/** What the service's front answers to a missing or foreign token: no JSON, and where to get a right one. */
function unauthorised(context: Context, { host }: Organisation, refusal: Refusal): Response {
  if (refusal.status === 403) return response(failure(new DataverseError(403, refusal.code, refusal.message)));
  const challenge = `Bearer authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize, resource_id=https://${host}/`;
  return context.text("HTTP Error 401 - Unauthorized: Access is denied", 401, { "WWW-Authenticate": challenge });
}

async function admitted(
  service: Service,
  organisation: Organisation,
  clientId: string,
  request: ApiRequest,
): Promise<Reply> {
  const admission = service.protect(`${organisation.host}|${clientId}`);
  if (admission.refused !== undefined) return failure(admission.refused);
  try {
    await service.latency?.();
    const reply = spoiled(organisation.environment.fault, answer(service, organisation, clientId, request));
    return { ...reply, headers: { ...reply.headers, ...admission.facts() } };
  } finally {
    admission.leave();
  }
}

function answer(service: Service, organisation: Organisation, clientId: string, request: ApiRequest): Reply {
  try {
    checkDoor(organisation.environment, organisation.applicationUsers?.includes(clientId) ?? true);
    const session = openSession(service, organisation, clientId);
    const dispatched = (as: Session, inner: ApiRequest) => dispatch(as, inner, service.planQuery);
    const isBatch = /^(\$|%24)batch$/.test(request.path);
    return isBatch ? runBatch(actAs(session, request), request, dispatched) : dispatched(session, request);
  } catch (error) {
    return failure(error);
  }
}

function openSession(service: Service, organisation: Organisation, clientId: string): Session {
  const { model, store, known, filled } = service;
  const session: Session = {
    model,
    store,
    organisation,
    userId: userId(organisation, clientId),
    reads: "organization",
    now: service.now(),
    filled,
  };
  const user = `${organisation.host}|${clientId}`;
  if (known.has(user)) return session;
  store.atomically(() => {
    if (!known.has(organisation.host)) provision(session, service.variables ?? []);
    addUser(session, clientId);
  });
  known.add(organisation.host).add(user);
  return session;
}

const response = (reply: Reply): Response =>
  new Response(reply.body ?? null, { status: reply.status, headers: reply.headers });
