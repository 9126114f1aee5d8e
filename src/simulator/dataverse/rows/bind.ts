import type { ColumnDefinition } from "../definitions";
import { badPayload, badRequest } from "../errors";
import type { Table } from "../model";
import { checkKey, findRow } from "../operations/findRow";
import { readKey } from "../query/key";
import { decoded } from "../query/parameters";
import type { Session } from "../session";
import { apiRoot } from "../session";
import type { Cell } from "../store/cells";

/** Resolves `"navigation@odata.bind": "/set(key)"` to the id of the row it names, which must exist. */
export function boundId(session: Session, table: Table, lookup: ColumnDefinition, value: unknown): Cell {
  if (value === null) return null;
  const target = session.model.tables.get(lookup.target ?? "");
  const [, set, key = ""] = typeof value === "string" ? reference(session, value) : [];
  if (target !== undefined && set === target.entitySetName) return existingId(session, target, key);
  throw badPayload(
    table.entitySetName,
    `Microsoft.OData.ODataException: ${JSON.stringify(value).slice(0, 200)} does not name a row for '${String(lookup.navigation)}'.`,
  );
}

/** Splits a reference, relative or with the address of the Web API in front, into set and key. */
export function reference(session: Session, value: string): readonly string[] {
  const root = apiRoot(session);
  const path = value.startsWith(root) ? value.slice(root.length) : value.replace(/^\/(?:api\/data\/v9\.\d\/)?/, "");
  const found = /^([A-Za-z_]\w*)\((.*)\)$/.exec(decoded(path.replaceAll("+", "%2B")));
  if (found === null) throw badRequest(`'${value.slice(0, 200)}' is not a reference to a row.`);
  return found;
}

function existingId(session: Session, target: Table, key: string): string {
  const checked = checkKey(target, readKey(key));
  const found = findRow(session, target, checked);
  if (found === undefined) throw checked.missing();
  return found.id;
}
