import { wantedAnnotations } from "../rows/annotations";
import { selected, wireRow } from "../rows/readRow";
import { visible } from "../rows/visible";
import type { Cookie } from "../query/cookie";
import { readCookie, writeCookie } from "../query/cookie";
import { afterSql, orderSql } from "../query/orderBy";
import type { Plan } from "../query/plan";
import { largestPage } from "../query/plan";
import type { PlannedQuery } from "../query/planCache";
import type { Session } from "../session";
import { apiRoot } from "../session";
import type { Cell, Row, Sql } from "../store/cells";
import { sqlName } from "../store/schema";
import type { ApiRequest, Reply } from "../wire";
import { jsonReply, preferences } from "../wire";
import { applied, pageSize } from "./preferred";

/** `GET set?...`: one page of rows, with the link to the next when there are more. */
export function readCollection(session: Session, request: ApiRequest, query: PlannedQuery): Reply {
  const { plan, skipToken } = query;
  const wishes = preferences(request);
  const size = pageSize(wishes.get("odata.maxpagesize"));
  const cookie = skipToken === undefined ? undefined : readCookie(skipToken, plan.order.length);
  // A page size makes the service pass over $top; without one, $top ends the answer and there is no next page.
  const limit = size ?? plan.top ?? largestPage;
  const rows = readPage(session, plan, cookie?.last, limit + 1);
  const page = rows.slice(0, limit);
  const isMore = rows.length > limit && (size !== undefined || plan.top === undefined);
  const annotations = wantedAnnotations(wishes.get("odata.include-annotations"));
  const next: Cookie = { page: (cookie?.page ?? 1) + 1, last: endOf(plan, page.at(-1)) };
  const body = {
    "@odata.context": `${apiRoot(session)}$metadata#${plan.table.entitySetName}${plan.projection.context}`,
    ...countFacts(session, plan, annotations),
    value: page.map((row) => wireRow(session, plan.table, plan.projection, row, annotations)),
    ...(isMore ? { "@odata.nextLink": nextLink(session, query, next) } : {}),
  };
  return jsonReply(200, body, applied(wishes));
}

function readPage(session: Session, plan: Plan, last: readonly Cell[] | undefined, limit: number): readonly Row[] {
  const after: Sql = last === undefined ? { text: "1", values: [] } : afterSql(plan.order, last);
  const columns = [...selected(plan.table, plan.projection), ...plan.order.map((term) => term.text)];
  const source = matching(session, plan);
  return session.store.rows({
    text: `SELECT ${columns.join(", ")} ${source.text} AND ${after.text} ORDER BY ${orderSql(plan.order)} LIMIT ?`,
    values: [...source.values, ...after.values, limit],
  });
}

function matching(session: Session, { table, where }: Plan): Sql {
  const seen = visible(session, table, "t");
  return {
    text: `FROM ${sqlName(table)} t WHERE ${seen.text} AND ${where.text}`,
    values: [...seen.values, ...where.values],
  };
}

const endOf = (plan: Plan, row: Row | undefined): readonly Cell[] =>
  row === undefined ? [] : row.slice(row.length - plan.order.length);

function nextLink(session: Session, { plan, query }: PlannedQuery, cookie: Cookie): string {
  const token = `$skiptoken=${writeCookie(cookie)}`;
  return `${apiRoot(session)}${plan.table.entitySetName}?${query === "" ? token : `${query}&${token}`}`;
}

/** The count stops at 5,000; the annotations tell an exact 5,000 from a stop, and -1 that nobody asked. */
function countFacts(session: Session, plan: Plan, wanted: (name: string) => boolean): Record<string, unknown> {
  const total = plan.count ? countRows(session, plan) : undefined;
  const capped = total === undefined ? -1 : Math.min(total, largestPage);
  const facts = {
    "Microsoft.Dynamics.CRM.totalrecordcount": capped,
    "Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": (total ?? 0) > largestPage,
  };
  const annotated = Object.entries(facts).filter(([name]) => wanted(name));
  return {
    ...(total === undefined ? {} : { "@odata.count": capped }),
    ...Object.fromEntries(annotated.map(([name, value]) => [`@${name}`, value])),
  };
}

/** Number of rows, read no further than one beyond the cap. */
export function countRows(session: Session, plan: Plan): number {
  const source = matching(session, plan);
  const [row] = session.store.rows({
    text: `SELECT COUNT(*) FROM (SELECT 1 ${source.text} LIMIT ${largestPage + 1})`,
    values: source.values,
  });
  return Number(row?.[0] ?? 0);
}
