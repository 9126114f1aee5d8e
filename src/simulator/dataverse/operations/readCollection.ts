import { badRequest } from "../errors";
import { wantedAnnotations } from "../rows/annotations";
import { selected, wireRow } from "../rows/readRow";
import type { Cookie } from "../query/cookie";
import { readCookie, writeCookie } from "../query/cookie";
import { afterSql, orderSql } from "../query/orderBy";
import type { Plan } from "../query/plan";
import { largestPage } from "../query/plan";
import type { PlannedQuery } from "../query/planCache";
import type { Session } from "../session";
import { apiRoot, partition } from "../session";
import type { Cell, Row, Sql } from "../store/cells";
import { quoted } from "../store/cells";
import { organisationColumn, sqlName } from "../store/schema";
import type { ApiRequest, Reply } from "../wire";
import { jsonReply, preferences } from "../wire";

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

function pageSize(preference: string | undefined): number | undefined {
  if (preference === undefined) return undefined;
  const size = Number(preference);
  if (!Number.isInteger(size) || size < 1) throw badRequest(`The page size '${preference}' is not a positive number.`);
  return Math.min(size, largestPage);
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

const matching = (session: Session, { table, where }: Plan): Sql => ({
  text: `FROM ${sqlName(table)} t WHERE t.${quoted(organisationColumn)} = ? AND ${where.text}`,
  values: [partition(session, table), ...where.values],
});

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

const quotedPreferences = new Set(["odata.include-annotations"]);

function applied(wishes: ReadonlyMap<string, string>): Record<string, string> {
  const known = ["odata.maxpagesize", "odata.include-annotations"].flatMap((name) => {
    const value = wishes.get(name);
    if (value === undefined) return [];
    return [`${name}=${quotedPreferences.has(name) ? `"${value}"` : value}`];
  });
  return known.length === 0 ? {} : { "Preference-Applied": known.join(",") };
}
