import type Database from "libsql";
import type { ColumnDefinition, TableDefinition } from "../definitions";
import type { Table } from "../model";
import type { Organisation } from "../organisations";
import { toStored } from "../rows/toStored";
import { modelOf } from "../server";
import { stableGuid } from "../standard/identifiers";
import type { Cell } from "./cells";
import { quoted } from "./cells";
import { organisationColumn, sqlName } from "./schema";
import type { Store } from "./store";
import { openStore } from "./store";

export interface SeedOptions {
  readonly database: Database.Database;
  readonly tables: readonly TableDefinition[];
  readonly organisation: Organisation;
  /** Rows by logical name of the table; properties by logical name, lookups also as `_name_value`. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** Time for rows that do not say when they were made. */
  readonly now: Date;
}

/**
 * Puts rows of earlier days into the home environment, checked like any other write, `createdon` included. Rows that
 * are there already stay as they are, so a second start adds nothing. Gives the number of rows added.
 */
export function seedRows({ database, tables, organisation, rows, now }: SeedOptions): number {
  const model = modelOf(tables);
  const store = openStore(database, model);
  return store.atomically(() =>
    Object.entries(rows).reduce((sum, [logicalName, list]) => {
      const table = model.tables.get(logicalName);
      if (table === undefined || table.readOnly)
        throw new Error(`History names the table '${logicalName}', which is none of the product's.`);
      return sum + list.reduce((added, row) => added + add(store, table, organisation, row, now), 0);
    }, 0),
  );
}

type Source = Readonly<Record<string, unknown>>;

function add(store: Store, table: Table, organisation: Organisation, source: Source, now: Date): number {
  const given = new Map(Object.entries(source).map(([name, value]) => seeded(table, name, value)));
  const made = given.get("createdon") ?? toStored(table, column(table, "createdon"), now.toISOString());
  const row = new Map<string, Cell>([
    [table.primaryId, stableGuid(table.logicalName, JSON.stringify([...given]))],
    ["createdon", made],
    ["modifiedon", made],
    ["statecode", 0],
    ["statuscode", 1],
    ...given,
    ["versionnumber", store.nextVersion()],
  ]);
  const names = [organisationColumn, ...row.keys()];
  return store.run({
    text: `INSERT OR IGNORE INTO ${sqlName(table)} (${names.map(quoted).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
    values: [organisation.host, ...row.values()],
  });
}

function seeded(table: Table, name: string, value: unknown): [string, Cell] {
  const target = column(table, name);
  return [target.logicalName, toStored(table, target, value)];
}

function column(table: Table, name: string): ColumnDefinition {
  const found = table.byProperty.get(name) ?? table.byLogicalName.get(name);
  if (found === undefined)
    throw new Error(`History names the column '${table.logicalName}.${name}', which does not exist.`);
  return found;
}
