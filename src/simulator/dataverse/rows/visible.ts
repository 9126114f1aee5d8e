import type { Table } from "../model";
import { partition } from "../session";
import type { Session } from "../session";
import type { Sql } from "../store/cells";
import { quoted } from "../store/cells";
import { organisationColumn } from "../store/schema";

/** Which rows of a table the caller may see; `row` is the name of the row in SQL. */
export const visible = (session: Session, table: Table, row: string): Sql => ({
  text: `${row}.${quoted(organisationColumn)} = ?`,
  values: [partition(session, table)],
});
