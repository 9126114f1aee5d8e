import type { Model, Table } from "./model";
import type { Organisation } from "./organisations";
import type { Store } from "./store/store";

/** Everything that answering one request needs: who asks, of which organisation, and when. */
export interface Session {
  readonly model: Model;
  readonly store: Store;
  readonly organisation: Organisation;
  readonly userId: string;
  readonly now: Date;
}

/** Address of the Web API as the outside knows it; links in answers start with it. */
export const apiRoot = (session: Session): string => `https://${session.organisation.host}/api/data/v9.2/`;

export const isPresent = (table: Table, organisation: Organisation): boolean =>
  table.presentIn === "everywhere" || organisation.isHome;

/** Rows that describe tables are the same for all organisations of a kind. */
export const metadataPartition = (isHome: boolean): string => (isHome ? "#home" : "#elsewhere");

/** Value of the organisation column for the rows of this table. */
export const partition = (session: Session, table: Table): string =>
  table.isMetadata === true ? metadataPartition(session.organisation.isHome) : session.organisation.host;
