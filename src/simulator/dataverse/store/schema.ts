import type Database from "libsql";
import type { ColumnDefinition, TableDefinition } from "../definitions";
import { isRow, quoted } from "./cells";

/** Host of the organisation that a row belongs to. */
export const organisationColumn = "organisation!";

export const sqlName = (table: Pick<TableDefinition, "logicalName">): string =>
  quoted(`dataverse_${table.logicalName}`);

/** Text compares without regard to case, as the service's default collation does (here for ASCII letters only). */
const affinity = (column: ColumnDefinition): string => {
  if (column.type === "text" || column.type === "memo") return "TEXT COLLATE NOCASE";
  if (["integer", "bigint", "boolean", "choice"].includes(column.type)) return "INTEGER";
  return column.type === "decimal" || column.type === "double" ? "REAL" : "TEXT";
};

const columnSql = (column: ColumnDefinition): string => `${quoted(column.logicalName)} ${affinity(column)}`;

/**
 * Makes the SQL table of a definition, or adds the columns that a table from an earlier start lacks. Tables that are
 * filled anew on each start are temporary.
 */
export function createTable(database: Database.Database, table: TableDefinition): void {
  const temporary = table.readOnly || table.isRefilled === true;
  const columns = table.columns.map(columnSql).join(", ");
  const primary = `PRIMARY KEY (${quoted(organisationColumn)}, ${quoted(table.primaryId)})`;
  database.exec(
    `CREATE ${temporary ? "TEMP " : ""}TABLE IF NOT EXISTS ${sqlName(table)} (${quoted(organisationColumn)} TEXT NOT NULL, ${columns}, ${primary})`,
  );
  if (!temporary) addMissingColumns(database, table);
  table.keys.forEach((key) => {
    const name = quoted(`key_${table.logicalName}_${key.schemaName}`);
    const keyed = [organisationColumn, ...key.columns].map(quoted).join(", ");
    const schema = temporary ? "temp." : "";
    database.exec(`CREATE UNIQUE INDEX IF NOT EXISTS ${schema}${name} ON ${sqlName(table)} (${keyed})`);
  });
}

function addMissingColumns(database: Database.Database, table: TableDefinition): void {
  const present = database.prepare(`SELECT name FROM pragma_table_info(?)`).raw();
  const rows: unknown[] = present.all([`dataverse_${table.logicalName}`]);
  const names = new Set(rows.map((row) => (isRow(row) ? row[0] : undefined)));
  table.columns
    .filter((column) => !names.has(column.logicalName))
    .forEach((column) => database.exec(`ALTER TABLE ${sqlName(table)} ADD COLUMN ${columnSql(column)}`));
}
