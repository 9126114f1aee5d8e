import type { ColumnDefinition, ColumnType } from "../definitions";
import { badQuery, queryCode } from "./nodes";
import type { Shown } from "./shown";
import type { Source } from "./sources";
import { columnOf, valueSql } from "./sources";
import type { Aggregate, AttributeNode, DateGrouping } from "./tree";

export interface AggregatePlan {
  readonly shown: readonly Shown[];
  /** SQL of the values that make a group. */
  readonly groups: readonly string[];
  readonly order: string;
}

/** Aggregates and groups of a query, and the order in which the groups come. */
export function aggregatePlan(sources: readonly Source[]): AggregatePlan {
  const items = sources.flatMap((source) => source.node.attributes.map((node) => itemOf(source, node)));
  const [twin] = items.filter((item, at) => items.findIndex((other) => other.shown.name === item.shown.name) !== at);
  if (twin !== undefined) throw badQuery(queryCode.alias, `The alias '${twin.shown.name}' is used twice.`);
  if (items.length === 0) throw badQuery(queryCode.aggregate, "An aggregate query needs an aggregate or a group.");
  const groups = items.flatMap((item) => (item.isGroup ? [item.shown.text] : []));
  const shown = items.map((item) => item.shown);
  return { shown, groups, order: orderOf(sources, shown, groups) };
}

interface Item {
  readonly shown: Shown;
  readonly isGroup: boolean;
}

function itemOf(source: Source, node: AttributeNode): Item {
  const column = columnOf(source, node.name);
  const name = node.alias;
  if (node.aggregate === undefined && !node.groupBy) {
    const message =
      "An attribute can not be requested when an aggregate operation has been specified and its neither groupby nor aggregate.";
    throw badQuery(queryCode.aggregate, `${message} NodeXml : <attribute name="${node.name}" />`);
  }
  if (name === undefined) throw badQuery(queryCode.alias, `An alias is required for the attribute '${node.name}'.`);
  const value = valueSql(source, column);
  if (node.aggregate !== undefined) {
    return { shown: aggregated(node.aggregate, column, value, name, node.distinct), isGroup: false };
  }
  return { shown: { name, ...grouped(node.dateGrouping, column, value) }, isGroup: true };
}

const summable: readonly ColumnType[] = ["integer", "bigint", "decimal", "double"];
const comparable: readonly ColumnType[] = [...summable, "datetime", "date"];
const wholeNumbers: readonly ColumnType[] = ["integer", "bigint"];

/** One aggregate of a column; `value` is its SQL. Refuses columns that cannot be added or compared. */
export function aggregated(
  aggregate: Aggregate,
  column: ColumnDefinition,
  value: string,
  name: string,
  isDistinct = false,
): Shown {
  if (aggregate === "count") return { name, column: counting(name), text: "COUNT(*)" };
  if (aggregate === "countcolumn") {
    return { name, column: counting(name), text: `COUNT(${isDistinct ? "DISTINCT " : ""}${value})` };
  }
  const allowed = aggregate === "min" || aggregate === "max" ? comparable : summable;
  if (!allowed.includes(column.type)) {
    throw badQuery(
      queryCode.aggregate,
      `Aggregate ${aggregate} is not supported for attribute ${column.logicalName} of type ${column.type}.`,
    );
  }
  const text = `${aggregate.toUpperCase()}(${value})`;
  // The average of whole numbers is a whole number, as in SQL Server.
  const isWhole = aggregate === "avg" && wholeNumbers.includes(column.type);
  return { name, column, text: isWhole ? `CAST(${text} AS INTEGER)` : text };
}

export const counting = (name: string): ColumnDefinition => ({ logicalName: name, schemaName: name, type: "integer" });

const part = (format: string, value: string): string => `CAST(strftime('${format}', ${value}) AS INTEGER)`;

/** Weeks begin on Sunday; the first one holds the first of January. */
const parts: Readonly<Record<DateGrouping, (value: string) => string>> = {
  day: (value) => part("%d", value),
  week: (value) => `((${part("%j", value)} - 1 + CAST(strftime('%w', ${value}, 'start of year') AS INTEGER)) / 7 + 1)`,
  month: (value) => part("%m", value),
  quarter: (value) => `((${part("%m", value)} + 2) / 3)`,
  year: (value) => part("%Y", value),
};

function grouped(grouping: DateGrouping | undefined, column: ColumnDefinition, value: string): Omit<Shown, "name"> {
  if (grouping === undefined) return { column, text: value };
  if (column.type === "datetime" || column.type === "date") {
    return { column: counting(column.logicalName), text: parts[grouping](value) };
  }
  throw badQuery(queryCode.aggregate, `Dategrouping is not supported for attribute ${column.logicalName}.`);
}

/** Given orders by alias, then the groups, so that the same query gives the same order. */
function orderOf(sources: readonly Source[], shown: readonly Shown[], groups: readonly string[]): string {
  const given = sources.flatMap((source) =>
    source.node.orders.map(({ alias, attribute, descending }) => {
      if (attribute !== undefined) {
        const message =
          "An attribute can not be specified for an order if an aggregate operation is requested. Use alias.";
        throw badQuery(queryCode.order, message);
      }
      const found = shown.find((one) => one.name === alias);
      if (found === undefined)
        throw badQuery(queryCode.order, `The alias '${alias ?? ""}' of an order does not exist.`);
      return `${found.text} ${descending ? "DESC" : "ASC"}`;
    }),
  );
  return [...given, ...groups].join(", ");
}
