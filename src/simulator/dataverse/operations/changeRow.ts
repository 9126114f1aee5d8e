import { randomUUID } from "node:crypto";
import { DataverseError, errorCode } from "../errors";
import type { Table } from "../model";
import type { Assignments } from "../rows/assignments";
import { wholeSeconds } from "../rows/dates";
import type { Session } from "../session";
import type { Cell } from "../store/cells";
import { quoted } from "../store/cells";
import { asConflict } from "../store/conflict";
import { organisationColumn, sqlName } from "../store/schema";
import { deletedTable } from "../store/store";

/** Adds a row with what the platform adds to it. Gives its id. Throws 412 for a key that is taken. */
export function insertRow(session: Session, table: Table, assignments: Assignments): string {
  const given = assignments.get(table.primaryId);
  const id = typeof given === "string" ? given : randomUUID();
  const row = new Map<string, Cell>([...defaults(session, table), ...assignments, [table.primaryId, id]]);
  const names = [organisationColumn, ...row.keys()];
  guarded(table, () =>
    session.store.run({
      text: `INSERT INTO ${sqlName(table)} (${names.map(quoted).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
      values: [session.organisation.host, ...row.values()],
    }),
  );
  return id;
}

export function updateRow(session: Session, table: Table, id: string, assignments: Assignments): void {
  const row = new Map<string, Cell>([...assignments, ...stamp(session)]);
  row.delete(table.primaryId);
  const changes = [...row.keys()].map((name) => `${quoted(name)} = ?`).join(", ");
  guarded(table, () =>
    session.store.run({
      text: `UPDATE ${sqlName(table)} SET ${changes} WHERE ${thisRow(table)}`,
      values: [...row.values(), session.organisation.host, id],
    }),
  );
}

/** Takes a row away. Rows that point to it lose the link, or forbid the removal, as their relationship says. */
export function deleteRow(session: Session, table: Table, id: string): void {
  session.store.atomically(() => {
    [...session.model.tables.values()].forEach((other) => unlink(session, other, table, id));
    session.store.run({
      text: `DELETE FROM ${sqlName(table)} WHERE ${thisRow(table)}`,
      values: [session.organisation.host, id],
    });
    if (table.tracksChanges === true) remember(session, table, id);
  });
}

function remember({ store, organisation }: Session, table: Table, id: string): void {
  store.run({
    text: `INSERT INTO ${deletedTable} (organisation, logicalname, id, version) VALUES (?, ?, ?, ?)`,
    values: [organisation.host, table.logicalName, id, store.nextVersion()],
  });
}

const thisRow = (table: Table): string => `${quoted(organisationColumn)} = ? AND ${quoted(table.primaryId)} = ?`;

function unlink(session: Session, other: Table, table: Table, id: string): void {
  const lookups = other.readOnly ? [] : other.columns.filter((column) => column.target === table.logicalName);
  for (const { logicalName, onDelete } of lookups) {
    const pointing = `${quoted(organisationColumn)} = ? AND ${quoted(logicalName)} = ?`;
    const values = [session.organisation.host, id];
    if (onDelete !== "restrict") {
      session.store.run({
        text: `UPDATE ${sqlName(other)} SET ${quoted(logicalName)} = NULL WHERE ${pointing}`,
        values,
      });
    } else if (
      session.store.rows({ text: `SELECT 1 FROM ${sqlName(other)} WHERE ${pointing} LIMIT 1`, values }).length > 0
    ) {
      throw new DataverseError(
        405,
        errorCode.associated,
        "The object you tried to delete is associated with another object and cannot be deleted.",
      );
    }
  }
}

function stamp(session: Session): [string, Cell][] {
  return [
    ["modifiedon", wholeSeconds(session.now.toISOString())],
    ["modifiedby", session.userId],
    ["versionnumber", session.store.nextVersion()],
  ];
}

function defaults(session: Session, table: Table): [string, Cell][] {
  const values: Readonly<Record<string, Cell>> = {
    createdon: wholeSeconds(session.now.toISOString()),
    createdby: session.userId,
    ownerid: session.userId,
    organizationid: session.organisation.organizationId,
    statecode: 0,
    statuscode: 1,
  };
  const present = Object.entries(values).filter(([name]) => table.byLogicalName.has(name));
  return [...present, ...stamp(session)];
}

function guarded(table: Table, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw asConflict(table, error);
  }
}
