import type { ColumnDefinition } from "../definitions";
import { badRequest } from "../errors";
import { aggregated } from "../fetchxml/aggregate";
import { checkInput } from "../fetchxml/runFetch";
import type { Shown } from "../fetchxml/shown";
import type { Table } from "../model";
import { columnSql } from "../query/columnSql";
import { filterSql } from "../query/filterSql";
import { readParameters } from "../query/parameters";
import { largestPage } from "../query/plan";
import type { Apply } from "../query/readApply";
import { readApply } from "../query/readApply";
import { readFilter } from "../query/readFilter";
import { wantedAnnotations } from "../rows/annotations";
import type { Annotations, WireRow } from "../rows/readRow";
import { addValue } from "../rows/readRow";
import { visible } from "../rows/visible";
import type { Session } from "../session";
import { apiRoot } from "../session";
import type { Row, Sql } from "../store/cells";
import { sqlName } from "../store/schema";
import type { ApiRequest, Reply } from "../wire";
import { jsonReply, preferences } from "../wire";
import { applied } from "./preferred";

export const asksByApply = (query: string): boolean => /(?:^|&)(?:\$|%24)apply=/.test(query);

const options: ReadonlySet<string> = new Set(["$apply"]);

/** `GET set?$apply=...`: the aggregates of all rows, or of each group. */
export function readApplied(session: Session, request: ApiRequest, table: Table): Reply {
  const apply = readApply(readParameters(request.query, options).get("$apply") ?? "");
  const groups = apply.groups.map((path) => grouping(session, table, path));
  const shown = [...groups, ...apply.aggregates.map((one) => computed(session, table, one))];
  const from = source(session, table, apply);
  checkInput(session, from);
  const keys = groups.map((group) => group.text).join(", ");
  const rows = session.store.rows({
    text: `SELECT ${shown.map((one) => one.text).join(", ")} ${from.text}${keys === "" ? "" : ` GROUP BY ${keys} ORDER BY ${keys}`} LIMIT ${largestPage}`,
    values: from.values,
  });
  const wishes = preferences(request);
  const annotations = wantedAnnotations(wishes.get("odata.include-annotations"));
  const body = {
    "@odata.context": `${apiRoot(session)}$metadata#${table.entitySetName}`,
    value: rows.map((row) => wireRow(shown, row, annotations)),
  };
  return jsonReply(200, body, applied(wishes));
}

function source(session: Session, table: Table, { filters }: Apply): Sql {
  const parts = [
    visible(session, table, "t"),
    ...filters.map((filter) => filterSql(session.model, table, readFilter(filter))),
  ];
  return {
    text: `FROM ${sqlName(table)} t WHERE ${parts.map((part) => part.text).join(" AND ")}`,
    values: parts.flatMap((part) => part.values),
  };
}

function grouping({ model }: Session, table: Table, path: string): Shown {
  const { column, text } = columnSql(model, table, path.split("/"));
  if (column.type === "datetime") {
    throw badRequest(`Grouping by the date and time '${path}' is not supported in $apply.`);
  }
  return { name: path, column, text };
}

function computed(
  { model }: Session,
  table: Table,
  { alias, aggregate, property }: Apply["aggregates"][number],
): Shown {
  const { column, text } = property === undefined ? rowCount : columnSql(model, table, property.split("/"));
  return aggregated(aggregate, column, text, alias);
}

const rowCount: { readonly column: ColumnDefinition; readonly text: string } = {
  column: { logicalName: "count", schemaName: "count", type: "integer" },
  text: "",
};

/** A group by a column of a lookup's row stands within an object of the lookup's name. */
function wireRow(shown: readonly Shown[], row: Row, annotations: Annotations): WireRow {
  const wire: WireRow = {};
  const inner = new Map<string, WireRow>();
  shown.forEach(({ name, column }, index) => {
    const [first = "", second] = name.split("/");
    const nested = inner.get(first) ?? {};
    addValue(second === undefined ? wire : nested, second ?? first, column, row[index] ?? null, annotations);
    if (second !== undefined) wire[first] = inner.set(first, nested).get(first);
  });
  return wire;
}
