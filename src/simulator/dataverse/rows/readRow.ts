import type { ColumnDefinition } from "../definitions";
import { propertyName } from "../definitions";
import type { Table } from "../model";
import type { Projection } from "../query/projection";
import type { Session } from "../session";
import type { Cell, Row } from "../store/cells";
import { quoted } from "../store/cells";
import { organisationColumn, sqlName } from "../store/schema";
import { formatted, toWire } from "./toWire";
import { visible } from "./visible";

/** Decides whether an annotation is wanted (`Prefer: odata.include-annotations`). */
export type Annotations = (name: string) => boolean;

export type WireRow = Record<string, unknown>;

const hasVersion = (table: Table): boolean => table.isMetadata !== true;

/** Columns to select for a projection, in the order that `wireRow` expects: shown ones, lookups to expand, version. */
export const selected = (table: Table, { columns, expands }: Projection): readonly string[] => [
  ...columns.map((column) => `t.${quoted(column.logicalName)}`),
  ...expands.map(({ lookup }) => `t.${quoted(lookup.logicalName)}`),
  ...(hasVersion(table) ? ["t.versionnumber"] : []),
];

export const etag = (version: Cell): string => `W/"${String(version)}"`;

export function wireRow(
  session: Session,
  table: Table,
  projection: Projection,
  row: Row,
  annotations: Annotations,
): WireRow {
  const { columns, expands } = projection;
  const wire: WireRow = {};
  if (hasVersion(table)) wire["@odata.etag"] = etag(row[columns.length + expands.length] ?? 0);
  columns.forEach((column, index) => {
    addColumn(wire, column, row[index] ?? null, annotations);
    if (column.type === "lookup" && annotations(display)) addName(session, wire, column, row[index] ?? null);
  });
  expands.forEach(({ navigation, target, projection: inner }, index) => {
    const id = row[columns.length + index] ?? null;
    wire[navigation] = id === null ? null : fetchRow(session, target, inner, id, annotations);
  });
  return wire;
}

/** One row by its primary id in its wire form; null when there is none. */
export function fetchRow(
  session: Session,
  table: Table,
  projection: Projection,
  id: Cell,
  annotations: Annotations,
): WireRow | null {
  const columns = selected(table, projection).join(", ");
  const seen = visible(session, table, "t");
  const [row] = session.store.rows({
    text: `SELECT ${columns} FROM ${sqlName(table)} t WHERE ${seen.text} AND t.${quoted(table.primaryId)} = ?`,
    values: [...seen.values, id],
  });
  return row === undefined ? null : wireRow(session, table, projection, row, annotations);
}

const display = "OData.Community.Display.V1.FormattedValue";

/** The primary name of what a lookup points to, as the service adds it; the caller needs no right to read that row. */
function addName(session: Session, wire: WireRow, column: ColumnDefinition, id: Cell): void {
  const target = session.model.tables.get(column.target ?? "");
  if (id === null || target?.primaryName === undefined) return;
  const [row] = session.store.rows({
    text: `SELECT ${quoted(target.primaryName)} FROM ${sqlName(target)} WHERE ${quoted(target.primaryId)} = ? AND ${quoted(organisationColumn)} = ?`,
    values: [id, session.organisation.host],
  });
  if (row?.[0] != null) wire[`${propertyName(column)}@${display}`] = row[0];
}

function addColumn(wire: WireRow, column: ColumnDefinition, cell: Cell, annotations: Annotations): void {
  addValue(wire, propertyName(column), column, cell, annotations);
}

/** Adds a value under a name with the annotations that are wanted. */
export function addValue(
  wire: WireRow,
  property: string,
  column: ColumnDefinition,
  cell: Cell,
  annotations: Annotations,
): void {
  wire[property] = toWire(column, cell);
  if (cell === null) return;
  const text = annotations(display) ? formatted(column, cell) : undefined;
  if (text !== undefined) wire[`${property}@${display}`] = text;
  if (column.type === "lookup") addLookup(wire, property, column, annotations);
}

function addLookup(wire: WireRow, property: string, column: ColumnDefinition, annotations: Annotations): void {
  const facts = {
    "Microsoft.Dynamics.CRM.associatednavigationproperty": column.navigation,
    "Microsoft.Dynamics.CRM.lookuplogicalname": column.target,
  };
  Object.entries(facts)
    .filter(([name]) => annotations(name))
    .forEach(([name, value]) => (wire[`${property}@${name}`] = value));
}
