import type Database from "libsql";
import type { Model } from "../model";
import type { Cell, Row, Sql } from "./cells";
import { isRow } from "./cells";
import { createTable, sqlName } from "./schema";

/** The database under the Web API. Synchronous: between two statements nobody else runs. */
export interface Store {
  rows(sql: Sql): readonly Row[];
  /** Gives the number of rows touched. */
  run(sql: Sql): number;
  /** All or nothing. May be nested; the inner one is undone alone. */
  atomically<T>(work: () => T): T;
  /** The row version that was given out last. */
  version(): number;
  /** The next row version of the database; it only grows. */
  nextVersion(): number;
}

/** Rows that were taken away from tables with change tracking. */
export const deletedTable = `"deleted!"`;

const preparedLimit = 1_000;

export function openStore(database: Database.Database, model: Model): Store {
  database.exec("PRAGMA temp_store = MEMORY");
  model.tables.forEach((table) => createTable(database, table));
  database.exec(
    `CREATE TEMP TABLE IF NOT EXISTS ${deletedTable} (organisation TEXT NOT NULL, logicalname TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL)`,
  );
  const prepare = preparer(database);
  let version = highestVersion(database, model);
  let depth = 0;
  return {
    rows: ({ text, values }) =>
      prepare(text)
        .all([...values])
        .filter(isRow),
    run: ({ text, values }) => prepare(text).run([...values]).changes,
    version: () => version,
    nextVersion: () => (version += 1),
    atomically: (work) => {
      const [begin, commit, undo] = boundaries(depth);
      database.exec(begin);
      depth += 1;
      try {
        const result = work();
        database.exec(commit);
        return result;
      } catch (error) {
        database.exec(undo);
        throw error;
      } finally {
        depth -= 1;
      }
    },
  };
}

const boundaries = (depth: number): readonly [string, string, string] =>
  depth === 0
    ? ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"]
    : [`SAVEPOINT s${depth}`, `RELEASE s${depth}`, `ROLLBACK TO s${depth}; RELEASE s${depth}`];

type Statement = Database.Statement<[Cell[]]>;

/** Keeps prepared statements; the one added first goes first, so odd filters cannot fill the memory. */
function preparer(database: Database.Database): (text: string) => Statement {
  const statements = new Map<string, Statement>();
  return (text) => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = database.prepare<[Cell[]]>(text);
    if (text.startsWith("SELECT")) statement.raw();
    const [oldest] = statements.keys();
    if (statements.size >= preparedLimit && oldest !== undefined) statements.delete(oldest);
    statements.set(text, statement);
    return statement;
  };
}

function highestVersion(database: Database.Database, model: Model): number {
  const written = [...model.tables.values()].filter((table) => !table.readOnly && table.isRefilled !== true);
  const versions = written.map((table) => {
    const row: unknown = database
      .prepare(`SELECT MAX(versionnumber) FROM ${sqlName(table)}`)
      .raw()
      .get();
    return isRow(row) ? Number(row[0] ?? 0) : 0;
  });
  return Math.max(1_000_000, ...versions);
}
