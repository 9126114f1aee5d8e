import { badPayload } from "../errors";
import type { Table } from "../model";
import { noOptions, readParameters } from "../query/parameters";
import { readKey } from "../query/key";
import { reference } from "../rows/bind";
import { isObject, readObject } from "../rows/assignments";
import type { JsonObject } from "../rows/assignments";
import type { Session } from "../session";
import { apiRoot } from "../session";
import type { ApiRequest, Reply } from "../wire";
import { emptyReply, jsonReply } from "../wire";
import type { CheckedKey } from "./findRow";
import { checkKey, findRow } from "./findRow";
import { create, upsert, writable } from "./write";

type WriteMany = (session: Session, request: ApiRequest, table: Table) => Reply;

const createMultiple: WriteMany = (session, request, table) => {
  const ids = each(session, request, table, (target) => create(session, table, target));
  const context = `${apiRoot(session)}$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse`;
  return jsonReply(200, { "@odata.context": context, Ids: ids });
};

const updateMultiple: WriteMany = (session, request, table) => {
  each(session, request, table, (target) => {
    const key = targetKey(session, table, target);
    const found = key === undefined ? undefined : findRow(session, table, key);
    if (key === undefined) throw badPayload(table.entitySetName, "A target of UpdateMultiple has no key.");
    if (found === undefined) throw key.missing();
    return upsert(session, table, key, found, target);
  });
  return emptyReply();
};

const upsertMultiple: WriteMany = (session, request, table) => {
  each(session, request, table, (target) => {
    const key = targetKey(session, table, target);
    return key === undefined
      ? create(session, table, target)
      : upsert(session, table, key, findRow(session, table, key), target);
  });
  return emptyReply();
};

/** Actions bound to a set, by the name after `Microsoft.Dynamics.CRM.` */
export const collectionActions: ReadonlyMap<string, WriteMany> = new Map([
  ["CreateMultiple", createMultiple],
  ["UpdateMultiple", updateMultiple],
  ["UpsertMultiple", upsertMultiple],
]);

/** All targets or none. */
function each(
  session: Session,
  request: ApiRequest,
  table: Table,
  write: (target: JsonObject) => string,
): readonly string[] {
  writable(table);
  readParameters(request.query, noOptions);
  const targets = readObject(table.entitySetName, request.body)["Targets"];
  if (!Array.isArray(targets) || targets.length === 0) {
    throw badPayload(table.entitySetName, "The parameter 'Targets' is missing or empty.");
  }
  const typed = targets.map((target: unknown) => typedTarget(table, target));
  return session.store.atomically(() => typed.map(write));
}

function typedTarget(table: Table, target: unknown): JsonObject {
  const type = isObject(target) ? target["@odata.type"] : undefined;
  const names = [`Microsoft.Dynamics.CRM.${table.logicalName}`, `#Microsoft.Dynamics.CRM.${table.logicalName}`];
  if (isObject(target) && names.some((name) => name === type)) return target;
  throw badPayload(
    table.entitySetName,
    `Microsoft.OData.ODataException: Each target needs '@odata.type' with the value '${String(names[0])}'.`,
  );
}

/** A target names its row by `@odata.id` or by its primary id; without either it is a new one. */
function targetKey(session: Session, table: Table, target: JsonObject): CheckedKey | undefined {
  const { "@odata.id": address, [table.primaryId]: id } = target;
  if (typeof address === "string") {
    const [, set, key = ""] = reference(session, address);
    if (set !== table.entitySetName) throw badPayload(table.entitySetName, `'${address}' is of another table.`);
    return checkKey(table, readKey(key));
  }
  return typeof id === "string" ? checkKey(table, readKey(id)) : undefined;
}
