import { badRequest, DataverseError, errorCode } from "../errors";
import type { Table } from "../model";
import { readParameters } from "../query/parameters";
import { largestPage } from "../query/plan";
import { readProjection } from "../query/projection";
import { wantedAnnotations } from "../rows/annotations";
import { selected, wireRow } from "../rows/readRow";
import { isLimited, visible } from "../rows/visible";
import type { Session } from "../session";
import { apiRoot } from "../session";
import type { Row } from "../store/cells";
import { quoted } from "../store/cells";
import { organisationColumn, sqlName } from "../store/schema";
import { deletedTable } from "../store/store";
import type { ApiRequest, Reply } from "../wire";
import { jsonReply, preferences } from "../wire";
import type { Stamp, Walk } from "./changeTokens";
import { deltaToken, readDelta, readWalk, walkToken } from "./changeTokens";
import { applied, pageSize } from "./preferred";

const wish = "odata.track-changes";
const tokens = /(?:^|&)(?:\$|%24)(?:deltatoken=|skiptoken=tracked)/i;

export const asksForChanges = (request: ApiRequest): boolean =>
  preferences(request).has(wish) || tokens.test(request.query);

const options: ReadonlySet<string> = new Set(["$select", "$deltatoken", "$skiptoken"]);
const refused = /(?:^|&)(?:\$|%24)(filter|orderby|expand|top)=/;

/** `GET set` with change tracking: all rows and a delta link, or what changed since a delta link was given. */
export function readChanges(session: Session, request: ApiRequest, table: Table): Reply {
  checkTracked(session, request, table);
  const given = readParameters(request.query, options);
  const select = given.get("$select");
  const walk = walkOf(session, given);
  const projection = readProjection(session.model, table, select, undefined);
  const wishes = preferences(request);
  const size = pageSize(wishes.get("odata.maxpagesize")) ?? largestPage;
  const found = changedRows(session, table, selected(table, projection), walk, size + 1);
  const rows = found.slice(0, size);
  const isMore = found.length > size;
  const annotations = wantedAnnotations(wishes.get("odata.include-annotations"));
  const link = isMore
    ? { "@odata.nextLink": linkOf(session, table, select, "$skiptoken", walkToken({ ...walk, after: lastOf(rows) })) }
    : { "@odata.deltaLink": linkOf(session, table, select, "$deltatoken", deltaToken(walk.stamp)) };
  const context = `${apiRoot(session)}$metadata#${table.entitySetName}`;
  const body = {
    "@odata.context": `${context}${projection.context}${walk.since === 0 ? "" : "/$delta"}`,
    ...link,
    value: [
      ...rows.map((row) => wireRow(session, table, projection, row, annotations)),
      ...(isMore || walk.since === 0 ? [] : deletedRows(session, table, walk, `${context}/$deletedEntity`)),
    ],
  };
  return jsonReply(200, body, trackingApplied(wishes));
}

function checkTracked(session: Session, request: ApiRequest, table: Table): void {
  if (table.tracksChanges !== true) {
    throw badRequest(`Change tracking is not enabled for the entity '${table.logicalName}'.`);
  }
  if (isLimited(session, table)) {
    const message = `Principal user (Id=${session.userId}, type=8) is missing organization level read access to entity '${table.logicalName}'.`;
    throw new DataverseError(403, errorCode.privilege, message);
  }
  const [, option] = refused.exec(request.query) ?? [];
  if (option === undefined) return;
  throw badRequest(`The "$${option}" query parameter isn't supported when Change Tracking is enabled.`);
}

/** Where reading goes on. The end is fixed at the first page, so that what changes meanwhile comes with the next delta. */
function walkOf(session: Session, given: ReadonlyMap<string, string>): Walk {
  const page = given.get("$skiptoken");
  if (page !== undefined) return readWalk(page);
  const stamp: Stamp = { version: session.store.version(), at: session.now.getTime() };
  const token = given.get("$deltatoken");
  const since = token === undefined ? 0 : readDelta(token, stamp).version;
  return { since, after: since, stamp };
}

const lastOf = (rows: readonly Row[]): number => Number(rows.at(-1)?.at(-1) ?? 0);

/** The version stands last in each row. */
function changedRows(
  session: Session,
  table: Table,
  columns: readonly string[],
  { after, stamp }: Walk,
  limit: number,
): readonly Row[] {
  const seen = visible(session, table, "t");
  return session.store.rows({
    text: `SELECT ${columns.join(", ")} FROM ${sqlName(table)} t WHERE ${seen.text} AND t.versionnumber > ? AND t.versionnumber <= ? ORDER BY t.versionnumber LIMIT ?`,
    values: [...seen.values, after, stamp.version, limit],
  });
}

/** A row that was made again under its id counts as changed. */
function deletedRows(session: Session, table: Table, { since, stamp }: Walk, context: string): readonly object[] {
  const { host } = session.organisation;
  const again = `SELECT 1 FROM ${sqlName(table)} t WHERE t.${quoted(organisationColumn)} = d.organisation AND t.${quoted(table.primaryId)} = d.id`;
  const rows = session.store.rows({
    text: `SELECT DISTINCT d.id FROM ${deletedTable} d WHERE d.organisation = ? AND d.logicalname = ? AND d.version > ? AND d.version <= ? AND NOT EXISTS (${again}) ORDER BY d.version`,
    values: [host, table.logicalName, since, stamp.version],
  });
  return rows.map(([id]) => ({ "@odata.context": context, id, reason: "deleted" }));
}

function linkOf(session: Session, table: Table, select: string | undefined, name: string, token: string): string {
  const chosen = select === undefined ? "" : `$select=${select}&`;
  return `${apiRoot(session)}${table.entitySetName}?${chosen}${name}=${token}`;
}

function trackingApplied(wishes: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const others = applied(wishes)["Preference-Applied"];
  const all = [...(wishes.has(wish) ? [wish] : []), ...(others === undefined ? [] : [others])];
  return all.length === 0 ? {} : { "Preference-Applied": all.join(",") };
}
