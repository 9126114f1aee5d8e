import { badRequest } from "../errors";
import type { Model, Table } from "../model";
import type { Cell, Sql } from "../store/cells";
import { columnSql } from "./columnSql";

export interface OrderTerm {
  readonly text: string;
  readonly descending: boolean;
}

const termPattern = /^([A-Za-z_]\w*(?:\/[A-Za-z_]\w*)?)(?:\s+(asc|desc))?$/;

/** Terms of `$orderby`, and the primary id last, so that no two rows are equal and pages neither overlap nor leave gaps. */
export function orderTerms(model: Model, table: Table, orderBy: string | undefined): readonly OrderTerm[] {
  const given = orderBy === undefined ? [] : orderBy.split(",").map((term) => readTerm(model, table, term.trim()));
  return [...given, { text: columnSql(model, table, [table.primaryId]).text, descending: false }];
}

function readTerm(model: Model, table: Table, text: string): OrderTerm {
  const found = termPattern.exec(text);
  if (found?.[1] === undefined) throw badRequest(`Syntax error in the $orderby term '${text.slice(0, 100)}'.`);
  return { text: columnSql(model, table, found[1].split("/")).text, descending: found[2] === "desc" };
}

export const orderSql = (terms: readonly OrderTerm[]): string =>
  terms.map((term) => `${term.text} ${term.descending ? "DESC" : "ASC"}`).join(", ");

/** Rows that come after a row with these values of the terms. Empty values come first, as in SQL Server. */
export function afterSql(terms: readonly OrderTerm[], last: readonly Cell[]): Sql {
  const alternatives = terms.map((term, index) => {
    const before = terms.slice(0, index);
    const strictly = strictlyAfter(term, last[index] ?? null);
    return {
      text: [...before.map((same) => `${same.text} IS ?`), strictly.text].join(" AND "),
      values: [...last.slice(0, index), ...strictly.values],
    };
  });
  return {
    text: `(${alternatives.map((one) => `(${one.text})`).join(" OR ")})`,
    values: alternatives.flatMap((one) => one.values),
  };
}

function strictlyAfter(term: OrderTerm, value: Cell): Sql {
  if (value === null) return { text: term.descending ? "0" : `${term.text} IS NOT NULL`, values: [] };
  return term.descending
    ? { text: `(${term.text} < ? OR ${term.text} IS NULL)`, values: [value] }
    : { text: `${term.text} > ?`, values: [value] };
}
