import { badRequest, noResource, notImplemented, wrongMethod } from "../errors";
import type { Table } from "../model";
import { readKey } from "../query/key";
import type { PlanQuery } from "../query/planCache";
import type { Session } from "../session";
import { apiRoot, isPresent } from "../session";
import type { ApiRequest, Reply } from "../wire";
import { jsonReply } from "../wire";
import { actAs } from "./actAs";
import { asksByApply, readApplied } from "./apply";
import { asksByFetch, readFetched } from "./fetch";
import { unboundFunctions } from "./functions";
import type { Segment } from "./path";
import { readPath } from "./path";
import { countRows, readCollection } from "./readCollection";
import { readOne } from "./readOne";
import { isReady } from "../standard/appRows";
import { asksForChanges, readChanges } from "./trackChanges";
import { createOne, deleteOne, upsertOne } from "./write";
import { collectionActions } from "./writeMany";

/** Answers one request that is no batch, or throws `DataverseError`. */
export function dispatch(caller: Session, request: ApiRequest, planQuery: PlanQuery): Reply {
  const session = actAs(caller, request);
  const [first, second, ...deeper] = readPath(request.path);
  if (first === undefined) return serviceDocument(session, request);
  if (first.name === "$metadata") throw notImplemented("The document $metadata");
  const compute = unboundFunctions.get(first.name);
  if (compute !== undefined && second === undefined) {
    if (request.method !== "GET") throw wrongMethod(request.method);
    return compute(session, request, first.argument ?? "");
  }
  const table = session.model.bySet.get(first.name);
  if (table === undefined || !isReady(session, table)) throw noResource(first.name);
  if (deeper.length > 0) throw notImplemented("A path of more than two segments");
  if (second !== undefined) return nested(session, request, planQuery, table, first, second);
  return first.argument === undefined
    ? onSet(session, request, planQuery, table)
    : onRow(session, request, table, first.argument);
}

function onSet(session: Session, request: ApiRequest, planQuery: PlanQuery, table: Table): Reply {
  if (request.method === "GET" && asksByFetch(request.query)) return readFetched(session, request, table);
  if (request.method === "GET" && asksByApply(request.query)) return readApplied(session, request, table);
  if (request.method === "GET" && asksForChanges(request)) return readChanges(session, request, table);
  if (request.method === "GET") return readCollection(session, request, planQuery(table, request.query));
  if (request.method === "POST") return createOne(session, request, table);
  throw wrongMethod(request.method);
}

function onRow(session: Session, request: ApiRequest, table: Table, argument: string): Reply {
  const key = readKey(argument);
  if (request.method === "GET") return readOne(session, request, table, key);
  if (request.method === "PATCH") return upsertOne(session, request, table, key);
  if (request.method === "DELETE") return deleteOne(session, request, table, key);
  throw wrongMethod(request.method);
}

const namespace = "Microsoft.Dynamics.CRM.";

function nested(
  session: Session,
  request: ApiRequest,
  planQuery: PlanQuery,
  table: Table,
  first: Segment,
  second: Segment,
): Reply {
  const action = second.name.startsWith(namespace) ? second.name.slice(namespace.length) : undefined;
  const writeMany = collectionActions.get(action ?? "");
  if (first.argument === undefined && writeMany !== undefined) {
    if (request.method !== "POST") throw wrongMethod(request.method);
    return writeMany(session, request, table);
  }
  if (first.argument === undefined && second.name === "$count") return count(session, request, planQuery, table);
  if (action !== undefined) throw notImplemented(`The operation ${action}`);
  if (first.argument === undefined) throw noResource(second.name);
  throw notImplemented(`The path '${first.name}(...)/${second.name}'`);
}

function count(session: Session, request: ApiRequest, planQuery: PlanQuery, table: Table): Reply {
  if (request.method !== "GET") throw wrongMethod(request.method);
  if (!/^(?:(?:\$|%24)filter=[^&]*)?$/.test(request.query)) throw badRequest("Only $filter may stand with /$count.");
  const { plan } = planQuery(table, request.query);
  const total = Math.min(countRows(session, plan), 5_000);
  return { status: 200, headers: { "Content-Type": "text/plain", "OData-Version": "4.0" }, body: String(total) };
}

function serviceDocument(session: Session, request: ApiRequest): Reply {
  if (request.method !== "GET") throw wrongMethod(request.method);
  const sets = [...session.model.bySet.values()].filter((table) => isPresent(table, session.organisation));
  return jsonReply(200, {
    "@odata.context": `${apiRoot(session)}$metadata`,
    value: sets.map(({ entitySetName: name }) => ({ name, kind: "EntitySet", url: name })),
  });
}
