import type { ColumnDefinition } from "../definitions";
import { noProperty, notImplemented } from "../errors";
import type { Model, Table } from "../model";
import { quoted } from "../store/cells";
import { organisationColumn, sqlName } from "../store/schema";

export interface ColumnSql {
  readonly column: ColumnDefinition;
  readonly text: string;
}

/** SQL of a column of the row `t`, or of the row that one of its lookups points to (`navigation/column`). */
export function columnSql(model: Model, table: Table, names: readonly string[]): ColumnSql {
  const [first = "", second, ...deeper] = names;
  if (deeper.length > 0) throw notImplemented(`A path over more than one lookup ('${names.join("/")}')`);
  if (second === undefined) {
    const column = own(table, first);
    return { column, text: `t.${quoted(column.logicalName)}` };
  }
  const lookup = table.byNavigation.get(first);
  if (lookup === undefined) throw noProperty(first, table.logicalName);
  const target = model.tables.get(lookup.target ?? "");
  if (target === undefined) throw noProperty(first, table.logicalName);
  return throughLookup(lookup, target, own(target, second));
}

export function own(table: Table, property: string): ColumnDefinition {
  const column = table.byProperty.get(property);
  if (column === undefined) throw noProperty(property, table.logicalName);
  return column;
}

function throughLookup(lookup: ColumnDefinition, target: Table, column: ColumnDefinition): ColumnSql {
  const joined = `j.${quoted(organisationColumn)} = t.${quoted(organisationColumn)} AND j.${quoted(target.primaryId)} = t.${quoted(lookup.logicalName)}`;
  // A value that comes out of a subquery has lost the collation of its column.
  const collation = column.type === "text" || column.type === "memo" ? " COLLATE NOCASE" : "";
  const value = `(SELECT j.${quoted(column.logicalName)} FROM ${sqlName(target)} j WHERE ${joined})${collation}`;
  return { column, text: value };
}
