import type { Table } from "../model";
import { DataverseError } from "../errors";
import { afterSql, orderSql } from "../query/orderBy";
import { largestPage } from "../query/plan";
import type { Session } from "../session";
import type { Row, Sql } from "../store/cells";
import { aggregatePlan } from "./aggregate";
import { joinSql } from "./joinSql";
import { badQuery, queryCode } from "./nodes";
import { cookieAnnotation, readCookie } from "./pagingCookie";
import type { RowOrder, Shown } from "./shown";
import { isContinuable, rowOrders, shownColumns } from "./shown";
import type { Source } from "./sources";
import { sourcesOf } from "./sources";
import type { Fetch } from "./tree";

/** Rows of one page, and what is known about the pages around it. */
export interface FetchedPage {
  readonly shown: readonly Shown[];
  /** Values of `shown`; behind them the version, where the rows are rows of the table. */
  readonly rows: readonly Row[];
  readonly kind: "rows" | "distinct" | "groups";
  readonly isMore: boolean;
  readonly cookie: string;
  /** Number of rows of all pages, read no further than one beyond 5,000. */
  readonly total: () => number;
}

/** Rows that may be reached by page number alone (page-results.md, "Simple paging"). */
const simplyPaged = 50_000;

/** Input rows of a query with aggregates (apis.md section 4). */
const aggregated = 50_000;

/** Runs a query. `size` is the page size that the request prefers. */
export function runFetch(session: Session, table: Table, fetch: Fetch, size: number | undefined): FetchedPage {
  const sources = sourcesOf(session, fetch.entity);
  if (sources[0].table !== table) {
    const message = `The entity '${fetch.entity.name}' of the query does not match the entity set '${table.entitySetName}'.`;
    throw badQuery(queryCode.entity, message);
  }
  const from = joinSql(session, sources);
  const page = {
    number: fetch.page ?? 1,
    size: Math.min(fetch.top ?? fetch.count ?? size ?? largestPage, largestPage),
  };
  return fetch.aggregate
    ? runAggregate(session, fetch, sources, from, page)
    : runRows(session, fetch, sources, from, page);
}

interface Page {
  readonly number: number;
  readonly size: number;
}

type Sources = readonly [Source, ...Source[]];

function runRows(session: Session, fetch: Fetch, sources: Sources, from: Sql, page: Page): FetchedPage {
  const shown = shownColumns(fetch, sources);
  const orders = rowOrders(fetch, sources);
  const isKeyed = isContinuable(fetch, sources);
  const after = isKeyed ? behind(sources[0].table, fetch, orders, page) : undefined;
  const columns = shown.map((one) => one.text);
  const own = fetch.distinct ? [] : ["t.versionnumber", ...orders.map((one) => one.text)];
  const select = `SELECT ${fetch.distinct ? "DISTINCT " : ""}${[...columns, ...own].join(", ")} ${from.text}`;
  const order = orders.length === 0 ? columns.join(", ") : orderSql(orders);
  const found = session.store.rows({
    text: `${select} AND ${after?.text ?? "1"} ORDER BY ${order} LIMIT ? OFFSET ?`,
    values: [...from.values, ...(after?.values ?? []), page.size + 1, after === undefined ? offset(page) : 0],
  });
  const rows = found.slice(0, page.size);
  const bounds = { page: page.number, first: endOf(rows[0], orders), last: endOf(rows.at(-1), orders) };
  return {
    shown,
    rows,
    kind: fetch.distinct ? "distinct" : "rows",
    isMore: found.length > page.size && fetch.top === undefined,
    cookie: cookieAnnotation(page.number + 1, orders, isKeyed ? bounds : undefined),
    total: () => totalOf(session, { text: select, values: from.values }),
  };
}

const endOf = (row: Row | undefined, orders: readonly RowOrder[]): Row =>
  row === undefined ? [] : row.slice(row.length - orders.length);

/** Rows behind the page before; undefined without a cookie, or with one of another page: then pages are counted. */
function behind(table: Table, fetch: Fetch, orders: readonly RowOrder[], page: Page): Sql | undefined {
  if (fetch.cookie === undefined || fetch.cookie === "" || page.number === 1) return undefined;
  const cookie = readCookie(table.logicalName, fetch.cookie, orders);
  return cookie.page === page.number - 1 ? afterSql(orders, cookie.last) : undefined;
}

function offset({ number, size }: Page): number {
  if (number * size <= simplyPaged) return (number - 1) * size;
  const message = "Paging cookie is required when trying to retrieve a set of records on any high pages.";
  throw badQuery(queryCode.node, message);
}

function runAggregate(session: Session, fetch: Fetch, sources: Sources, from: Sql, page: Page): FetchedPage {
  const { shown, groups, order } = aggregatePlan(sources);
  checkInput(session, from, fetch.aggregateLimit);
  const grouped = groups.length === 0 ? "" : ` GROUP BY ${groups.join(", ")}`;
  const select = `SELECT ${shown.map((one) => one.text).join(", ")} ${from.text}${grouped}`;
  const found = session.store.rows({
    text: `${select}${order === "" ? "" : ` ORDER BY ${order}`} LIMIT ? OFFSET ?`,
    values: [...from.values, page.size + 1, offset(page)],
  });
  return {
    shown,
    rows: found.slice(0, page.size),
    kind: "groups",
    isMore: found.length > page.size && fetch.top === undefined,
    cookie: cookieAnnotation(page.number + 1, [], undefined),
    total: () => totalOf(session, { text: select, values: from.values }),
  };
}

/** Refuses to aggregate more rows than the service does: 50,000, or fewer when the caller says so. */
export function checkInput(session: Session, from: Sql, limit = aggregated): void {
  const most = Math.min(limit, aggregated);
  const [row] = session.store.rows({
    text: `SELECT COUNT(*) FROM (SELECT 1 ${from.text} LIMIT ${most + 1})`,
    values: from.values,
  });
  if (Number(row?.[0] ?? 0) <= most) return;
  const message = "AggregateQueryRecordLimit exceeded. Cannot perform this operation.";
  throw new DataverseError(400, "0x8004e023", message);
}

function totalOf(session: Session, select: Sql): number {
  const [row] = session.store.rows({
    text: `SELECT COUNT(*) FROM (${select.text} LIMIT ${largestPage + 1})`,
    values: select.values,
  });
  return Number(row?.[0] ?? 0);
}
