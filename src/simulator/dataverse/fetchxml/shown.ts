import type { ColumnDefinition } from "../definitions";
import { propertyName } from "../definitions";
import type { OrderTerm } from "../query/orderBy";
import { badQuery, queryCode } from "./nodes";
import type { Source } from "./sources";
import { columnOf, sourceNamed, valueSql } from "./sources";
import type { Fetch } from "./tree";

/** One value of a row of the answer. */
export interface Shown {
  /** Name on the wire. */
  readonly name: string;
  readonly column: ColumnDefinition;
  /** SQL of the value. */
  readonly text: string;
}

/** An order term that a paging cookie can speak of. */
export interface RowOrder extends OrderTerm {
  readonly column: ColumnDefinition;
}

/** Columns that a query without aggregates asks for. The primary id comes along, unless rows are to be distinct. */
export function shownColumns(fetch: Fetch, [root, ...linked]: readonly [Source, ...Source[]]): readonly Shown[] {
  const own = chosen(root, true);
  const { primaryColumn } = root.table;
  const isKeyed = fetch.distinct || own.some((one) => one.column === primaryColumn);
  return [
    ...own,
    ...(isKeyed ? [] : [shown(root, primaryColumn, undefined)]),
    ...linked.flatMap((source) => chosen(source, false)),
  ];
}

/** Without a word about columns the entity element gives all of them, a link-entity element none. */
function chosen(source: Source, isRoot: boolean): readonly Shown[] {
  const { attributes, columns } = source.node;
  const isAll = columns === "all" || (isRoot && columns === "default" && attributes.length === 0);
  if (isAll) return source.table.columns.map((column) => shown(source, column, undefined));
  return attributes.map((node) => {
    if (node.aggregate === undefined && !node.groupBy) return shown(source, columnOf(source, node.name), node.alias);
    throw badQuery(queryCode.aggregate, "Attribute can not be specified if an aggregate operation is not requested.");
  });
}

const shown = (source: Source, column: ColumnDefinition, alias: string | undefined): Shown => ({
  name: alias ?? (source.alias === undefined ? propertyName(column) : `${source.alias}.${column.logicalName}`),
  column,
  text: valueSql(source, column),
});

/** Orders of all tables; the primary id last, so that no two rows are equal. */
export function rowOrders(fetch: Fetch, sources: readonly [Source, ...Source[]]): readonly RowOrder[] {
  const [{ table, row }] = sources;
  const given = sources.flatMap((source) =>
    source.node.orders.map(({ attribute, entityName, descending }) => {
      if (attribute === undefined) throw badQuery(queryCode.order, "An order without aggregates needs an attribute.");
      const of = sourceNamed(sources, source, entityName);
      const column = columnOf(of, attribute);
      return { column, text: valueSql(of, column), descending };
    }),
  );
  const last = { column: table.primaryColumn, text: `${row}.${table.primaryId}`, descending: false };
  return fetch.distinct ? given : [...given, last];
}

/** Whether the query can be continued behind a row: all orders are of the first table. */
export const isContinuable = (fetch: Fetch, sources: readonly Source[]): boolean =>
  !fetch.distinct &&
  sources.every(
    ({ node, link }) =>
      node.orders.every((order) => order.entityName === undefined) && (link === undefined || node.orders.length === 0),
  );
