import { DataverseError, errorCode, noRow, readOnlyTable } from "../errors";
import type { Table } from "../model";
import type { Key } from "../query/key";
import { readParameters } from "../query/parameters";
import { readProjection } from "../query/projection";
import { readAssignments, readObject } from "../rows/assignments";
import type { JsonObject } from "../rows/assignments";
import { wantedAnnotations } from "../rows/annotations";
import { etag, fetchRow } from "../rows/readRow";
import type { Session } from "../session";
import { apiRoot } from "../session";
import type { ApiRequest, Reply } from "../wire";
import { emptyReply, jsonReply, preferences } from "../wire";
import { deleteRow, insertRow, updateRow } from "./changeRow";
import type { CheckedKey, FoundRow } from "./findRow";
import { checkKey, findRow } from "./findRow";

/** `POST set`. */
export function createOne(session: Session, request: ApiRequest, table: Table): Reply {
  const shape = answerShape(session, request, table);
  const id = create(session, table, readObject(table.entitySetName, request.body));
  return shape(201, id);
}

export function create(session: Session, table: Table, body: JsonObject): string {
  writable(table);
  return insertRow(session, table, readAssignments(session, table, body));
}

/** `PATCH set(key)`: updates the row or, when there is none, makes it; the conditions of the headers narrow that. */
export function upsertOne(session: Session, request: ApiRequest, table: Table, key: Key): Reply {
  const shape = answerShape(session, request, table);
  const checked = checkKey(table, key);
  const found = findRow(session, table, checked);
  checkConditions(request, found, checked);
  const id = upsert(session, table, checked, found, readObject(table.entitySetName, request.body));
  return shape(found === undefined ? 201 : 200, id);
}

export function upsert(
  session: Session,
  table: Table,
  key: CheckedKey,
  found: FoundRow | undefined,
  body: JsonObject,
): string {
  writable(table);
  const assignments = readAssignments(session, table, body);
  if (found === undefined) return insertRow(session, table, new Map([...assignments, ...key.columns]));
  updateRow(session, table, found.id, assignments);
  return found.id;
}

/** `DELETE set(key)`. */
export function deleteOne(session: Session, request: ApiRequest, table: Table, key: Key): Reply {
  writable(table);
  readParameters(request.query, new Set());
  const checked = checkKey(table, key);
  const found = findRow(session, table, checked);
  if (found === undefined) throw checked.missing();
  checkConditions(request, found, checked);
  deleteRow(session, table, found.id);
  return emptyReply();
}

export function writable(table: Table): void {
  if (table.readOnly) throw readOnlyTable(table.logicalName);
}

function checkConditions(request: ApiRequest, found: FoundRow | undefined, key: CheckedKey): void {
  const ifMatch = request.header("if-match");
  if (request.header("if-none-match") === "*" && found !== undefined) {
    throw new DataverseError(412, errorCode.duplicateRecord, "A record with matching key values already exists.");
  }
  if (ifMatch === undefined) return;
  if (found === undefined) throw key.missing();
  if (ifMatch !== "*" && ifMatch !== etag(found.version)) {
    throw new DataverseError(
      412,
      errorCode.versionMismatch,
      "The version of the existing record doesn't match the RowVersion property provided.",
    );
  }
}

/** Reads how the answer shall look before anything is written: nothing but the address, or the row itself. */
function answerShape(session: Session, request: ApiRequest, table: Table): (status: 200 | 201, id: string) => Reply {
  const options = readParameters(request.query, new Set(["$select", "$expand"]));
  const projection = readProjection(session.model, table, options.get("$select"), options.get("$expand"));
  const wishes = preferences(request);
  if (wishes.get("return") !== "representation") return (_, id) => emptyReply(address(session, table, id));
  return (status, id) => {
    const row = fetchRow(session, table, projection, id, wantedAnnotations(wishes.get("odata.include-annotations")));
    if (row === null) throw noRow(table.logicalName, id);
    const context = `${apiRoot(session)}$metadata#${table.entitySetName}${projection.context}/$entity`;
    const headers = { "Preference-Applied": "return=representation" };
    return jsonReply(status, { "@odata.context": context, ...row }, { ...headers, ...address(session, table, id) });
  };
}

function address(session: Session, table: Table, id: string): Record<string, string> {
  const url = `${apiRoot(session)}${table.entitySetName}(${id})`;
  return { "OData-EntityId": url, Location: url };
}
