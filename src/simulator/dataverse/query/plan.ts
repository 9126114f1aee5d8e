import { badRequest } from "../errors";
import type { Model, Table } from "../model";
import type { Sql } from "../store/cells";
import { filterSql } from "./filterSql";
import type { OrderTerm } from "./orderBy";
import { orderTerms } from "./orderBy";
import type { Projection } from "./projection";
import { readProjection } from "./projection";
import { readFilter } from "./readFilter";

/** A collection query, checked and turned into SQL, without the page that is asked for. */
export interface Plan {
  readonly table: Table;
  readonly projection: Projection;
  readonly where: Sql;
  readonly order: readonly OrderTerm[];
  readonly top?: number;
  readonly count: boolean;
}

export const collectionOptions: ReadonlySet<string> = new Set([
  "$select",
  "$filter",
  "$orderby",
  "$top",
  "$expand",
  "$count",
]);

export const largestPage = 5_000;

export function makePlan(model: Model, table: Table, options: ReadonlyMap<string, string>): Plan {
  const top = readTop(options.get("$top"));
  const filter = options.get("$filter");
  return {
    table,
    projection: readProjection(model, table, options.get("$select"), options.get("$expand")),
    where: filter === undefined ? everything : filterSql(model, table, readFilter(filter)),
    order: orderTerms(model, table, options.get("$orderby")),
    count: readFlag(options.get("$count")),
    ...(top === undefined ? {} : { top }),
  };
}

const everything: Sql = { text: "1", values: [] };

function readTop(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const top = Number(text);
  if (!/^\d+$/.test(text)) throw badRequest(`Invalid value '${text.slice(0, 50)}' for $top query option found.`);
  if (top > largestPage) throw badRequest(`The limit of '${largestPage}' for Top query has been exceeded.`);
  return top;
}

function readFlag(text: string | undefined): boolean {
  if (text === undefined || text === "false") return false;
  if (text === "true") return true;
  throw badRequest(`Invalid value '${text.slice(0, 50)}' for $count query option found.`);
}
