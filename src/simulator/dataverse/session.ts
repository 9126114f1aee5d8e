import type { Model, Table } from "./model";
import type { Organisation } from "./organisations";
import type { Store } from "./store/store";

/** Everything that answering one request needs: who asks, of which organisation, and when. */
export interface Session {
  readonly model: Model;
  readonly store: Store;
  readonly organisation: Organisation;
  readonly userId: string;
  /** `own`: of tables whose rows have owners only those of this user. */
  readonly reads: "own" | "organization";
  readonly now: Date;
  /** `host|table` of those whose rows are in place, of the tables that are filled when first asked for. */
  readonly filled: Set<string>;
}

/** Address of the Web API as the outside knows it; links in answers start with it. */
export const apiRoot = (session: Session): string => `https://${session.organisation.host}/api/data/v9.2/`;

export function isPresent(table: Table, organisation: Organisation): boolean {
  const { presentIn } = table;
  if (presentIn === "everywhere") return true;
  if (presentIn === "home") return organisation.isHome;
  const { packages } = organisation.environment;
  return packages.some((one) => one.state === "Installed" && presentIn.includes(one.uniqueName));
}

/** Rows that describe tables are the same for all organisations that have the same tables. */
export function metadataPartition({ model, organisation }: Pick<Session, "model" | "organisation">): string {
  const present = [...model.tables.values()].filter((table) => isPresent(table, organisation));
  return `#${present.map((table) => table.logicalName).join(",")}`;
}

/** Value of the organisation column for the rows of this table. */
export const partition = (session: Session, table: Table): string =>
  table.isMetadata === true ? metadataPartition(session) : session.organisation.host;
