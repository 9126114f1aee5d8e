import type { ColumnDefinition, KeyDefinition } from "../definitions";
import { propertyName } from "../definitions";
import { badRequest, noKeyedRow, noRow, noTable } from "../errors";
import type { Table } from "../model";
import type { Key, NamedValues } from "../query/key";
import { toStored } from "../rows/toStored";
import { checkOwner, isLimited } from "../rows/visible";
import type { Session } from "../session";
import { partition } from "../session";
import type { Cell } from "../store/cells";
import { quoted } from "../store/cells";
import { organisationColumn, sqlName } from "../store/schema";

export interface FoundRow {
  readonly id: string;
  readonly version: Cell;
}

/** A key checked against its table: the columns that it fixes and their stored values. */
export interface CheckedKey {
  readonly columns: ReadonlyMap<string, Cell>;
  readonly missing: () => Error;
}

export function checkKey(table: Table, key: Key): CheckedKey {
  if (key.kind === "id") {
    return { columns: new Map([[table.primaryId, key.id]]), missing: () => noRow(table.logicalName, key.id) };
  }
  const primary = key.values.get(table.primaryId);
  if (key.values.size === 1 && primary !== undefined) {
    const id = toStored(table, table.primaryColumn, primary);
    return { columns: new Map([[table.primaryId, id]]), missing: () => noRow(table.logicalName, String(primary)) };
  }
  const logicalName = String(key.values.get("LogicalName"));
  const missing = () => (table.isMetadata === true ? noTable(logicalName) : noKeyedRow(table.logicalName));
  return { columns: alternateKey(table, key.values), missing };
}

function alternateKey(table: Table, values: NamedValues): ReadonlyMap<string, Cell> {
  const named = table.keys.find((key) => isNamed(table, key, values));
  if (named === undefined) {
    throw badRequest(
      `The specified key properties [${[...values.keys()].join(", ")}] do not match a key of 'Microsoft.Dynamics.CRM.${table.logicalName}'.`,
    );
  }
  return new Map(
    keyColumns(table, named).map((column) => [
      column.logicalName,
      toStored(table, column, values.get(propertyName(column)) ?? null),
    ]),
  );
}

const keyColumns = (table: Table, key: KeyDefinition): readonly ColumnDefinition[] =>
  key.columns.flatMap((name) => table.byLogicalName.get(name) ?? []);

const isNamed = (table: Table, key: KeyDefinition, values: NamedValues): boolean =>
  key.columns.length === values.size && keyColumns(table, key).every((column) => values.has(propertyName(column)));

/** The row with these values; undefined when there is none. */
export function findRow(session: Session, table: Table, key: CheckedKey): FoundRow | undefined {
  const names = [organisationColumn, ...key.columns.keys()];
  const version = table.isMetadata === true ? "0" : "versionnumber";
  const [row] = session.store.rows({
    text: `SELECT ${quoted(table.primaryId)}, ${version}, ${isLimited(session, table) ? "ownerid" : "NULL"} FROM ${sqlName(table)} WHERE ${names.map((name) => `${quoted(name)} = ?`).join(" AND ")}`,
    values: [partition(session, table), ...key.columns.values()],
  });
  if (row === undefined) return undefined;
  const id = String(row[0]);
  checkOwner(session, table, id, row[2] ?? null);
  return { id, version: row[1] ?? null };
}
