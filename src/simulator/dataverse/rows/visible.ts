import { DataverseError, errorCode } from "../errors";
import type { Table } from "../model";
import { partition } from "../session";
import type { Session } from "../session";
import type { Cell, Sql } from "../store/cells";
import { quoted } from "../store/cells";
import { organisationColumn } from "../store/schema";

/** Whether the caller may read some rows of a table and others not. */
export const isLimited = (session: Session, table: Table): boolean =>
  session.reads === "own" && table.ownership === "UserOwned";

/** Which rows of a table the caller may see; `row` is the name of the row in SQL. */
export function visible(session: Session, table: Table, row: string): Sql {
  const text = `${row}.${quoted(organisationColumn)} = ?`;
  const place = partition(session, table);
  return isLimited(session, table)
    ? { text: `(${text} AND ${row}.ownerid = ?)`, values: [place, session.userId] }
    : { text, values: [place] };
}

/** Refuses a single row of somebody else to a caller who may read only his own. */
export function checkOwner(session: Session, table: Table, id: string, owner: Cell): void {
  if (!isLimited(session, table) || owner === session.userId) return;
  throw new DataverseError(
    403,
    errorCode.privilege,
    `Principal user (Id=${session.userId}, type=8) is missing ReadAccess right for record with id ${id} of entity '${table.logicalName}'.`,
  );
}
