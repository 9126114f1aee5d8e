import { visible } from "../rows/visible";
import type { Session } from "../session";
import type { Sql } from "../store/cells";
import { sqlName } from "../store/schema";
import { conditionSql } from "./conditionSql";
import { badQuery, queryCode } from "./nodes";
import type { Source } from "./sources";
import { columnOf, sourceNamed, valueSql } from "./sources";
import type { ConditionNode, FilterNode } from "./tree";

/** `FROM ... JOIN ... WHERE ...` of all tables of a query with their conditions. */
export function joinSql(session: Session, sources: readonly [Source, ...Source[]]): Sql {
  const [root, ...linked] = sources;
  const joins = linked.map((source) => joined(session, sources, source));
  const where = all([visible(session, root.table, root.row), ...filters(session, sources, root)]);
  return {
    text: `FROM ${sqlName(root.table)} t${joins.map((join) => join.text).join("")} WHERE ${where.text}`,
    values: [...joins.flatMap((join) => join.values), ...where.values],
  };
}

/** Conditions of a linked table stand in its join, so that an outer one keeps the rows that have no match. */
function joined(session: Session, sources: readonly Source[], source: Source): Sql {
  const { link } = source;
  if (link === undefined) return { text: "", values: [] };
  const from = valueSql(source, columnOf(source, link.node.from));
  const to = valueSql(link.parent, columnOf(link.parent, link.node.to));
  const on = all([
    { text: `${from} = ${to}`, values: [] },
    visible(session, source.table, source.row),
    ...filters(session, sources, source),
  ]);
  const kind = link.node.type === "outer" ? "LEFT JOIN" : "JOIN";
  return { text: ` ${kind} ${sqlName(source.table)} ${source.row} ON ${on.text}`, values: on.values };
}

const filters = (session: Session, sources: readonly Source[], source: Source): readonly Sql[] =>
  source.node.filters.map((filter) => filterSql(session, sources, source, filter));

function filterSql(session: Session, sources: readonly Source[], own: Source, filter: FilterNode): Sql {
  const parts = [
    ...filter.conditions.map((condition) => ruleSql(session, sources, own, condition)),
    ...filter.filters.map((inner) => filterSql(session, sources, own, inner)),
  ];
  return filter.type === "or" ? any(parts) : all(parts);
}

function ruleSql(session: Session, sources: readonly Source[], own: Source, node: ConditionNode): Sql {
  if (node.entityName !== undefined && own.link !== undefined) {
    throw badQuery(queryCode.node, "The attribute 'entityname' may stand in a filter of the entity element only.");
  }
  const source = sourceNamed(sources, own, node.entityName);
  const column = columnOf(source, node.attribute);
  const subject = { table: source.table.logicalName, column, text: valueSql(source, column) };
  return conditionSql(node.operator, subject, node.values, session);
}

const listed = (parts: readonly Sql[], word: string): Sql => ({
  text: parts.length === 0 ? "1" : `(${parts.map((part) => part.text).join(word)})`,
  values: parts.flatMap((part) => part.values),
});
const all = (parts: readonly Sql[]): Sql => listed(parts, " AND ");
const any = (parts: readonly Sql[]): Sql => listed(parts, " OR ");
