import type { Table } from "../model";
import type { RowSource } from "../organisations";
import { isPresent } from "../session";
import type { Session } from "../session";
import type { Cell } from "../store/cells";
import { quoted } from "../store/cells";
import { organisationColumn, sqlName } from "../store/schema";
import { insertAll } from "./rows";

/** Whether the organisation has the table. If so, its rows are in place from here on. */
export function isReady(session: Session, table: Table): boolean {
  if (!isPresent(table, session.organisation)) return false;
  fill(session, table);
  return true;
}

/** Number of rows that a table will have once somebody asks for one of them; undefined when they are there. */
export function unfilledCount(session: Session, table: Table): number | undefined {
  if (table.isRefilled !== true || session.filled.has(nameOf(session, table))) return undefined;
  return sourceOf(session, table)?.count ?? 0;
}

const nameOf = ({ organisation }: Session, table: Table): string => `${organisation.host}|${table.logicalName}`;
const sourceOf = ({ organisation }: Session, table: Table): RowSource | undefined =>
  organisation.rows?.(table.logicalName);

/** Puts the rows of a table and of those that its lookups point to in place, once. */
function fill(session: Session, table: Table): void {
  const name = nameOf(session, table);
  if (table.isRefilled !== true || session.filled.has(name)) return;
  session.filled.add(name);
  targets(session, table).forEach((target) => fill(session, target));
  const source = sourceOf(session, table);
  if (source !== undefined && isEmpty(session, table)) session.store.atomically(() => add(session, table, source));
}

const targets = ({ model, organisation }: Session, table: Table): readonly Table[] =>
  table.columns.flatMap(({ target }) => {
    const found = model.tables.get(target ?? "");
    return found !== undefined && isPresent(found, organisation) ? [found] : [];
  });

/** Rows may be there although nobody knows of them: what was known is forgotten when a change set fails. */
function isEmpty({ store, organisation }: Session, table: Table): boolean {
  const text = `SELECT 1 FROM ${sqlName(table)} WHERE ${quoted(organisationColumn)} = ? LIMIT 1`;
  return store.rows({ text, values: [organisation.host] }).length === 0;
}

const portion = 2_000;

/** Versions are those of the place in the table, so that they are the same on each start. */
function add({ store, organisation }: Session, table: Table, source: RowSource): void {
  const fixed = { [organisationColumn]: organisation.host, statecode: 0, statuscode: 1 };
  const owner = table.ownership === "OrganizationOwned" ? { organizationid: organisation.organizationId } : {};
  let rows: Readonly<Record<string, Cell>>[] = [];
  let version = 0;
  for (const row of source.rows()) {
    rows.push({ ...fixed, ...owner, modifiedon: row["createdon"] ?? null, ...row, versionnumber: (version += 1) });
    if (rows.length === portion) {
      insertAll(store, table.logicalName, rows);
      rows = [];
    }
  }
  insertAll(store, table.logicalName, rows);
}
