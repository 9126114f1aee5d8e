import type { ColumnType } from "../definitions";
import { badRequest } from "../errors";
import type { Model, Table } from "../model";
import { storedMoment } from "../rows/dates";
import type { Cell, Sql } from "../store/cells";
import { conditionSql } from "../fetchxml/conditionSql";
import { columnSql } from "./columnSql";
import type { Expression, Operand, Operator } from "./expression";
import { likePattern } from "./likePattern";

type Kind = "text" | "number" | "boolean" | "datetime" | "date" | "guid" | "null";

interface Term extends Sql {
  readonly kind: Kind;
}

const columnKinds: Readonly<Record<ColumnType, Kind>> = {
  guid: "guid",
  lookup: "guid",
  text: "text",
  memo: "text",
  integer: "number",
  bigint: "number",
  decimal: "number",
  double: "number",
  choice: "number",
  choices: "text",
  boolean: "boolean",
  datetime: "datetime",
  date: "date",
};

/** Turns a filter into SQL over the row `t`. A comparison with an empty value is false; `ne` and `not` of it are true. */
export function filterSql(model: Model, table: Table, expression: Expression): Sql {
  const inner = (part: Expression) => filterSql(model, table, part);
  const term = (operand: Operand) => toTerm(model, table, operand);
  switch (expression.kind) {
    case "and":
    case "or":
      return joined(expression.kind, expression.parts.map(inner));
    case "not": {
      const part = inner(expression.part);
      return { text: `NOT ${part.text}`, values: part.values };
    }
    case "compare":
      return comparison(
        expression.operator,
        ...sameKind(expression.operator, term(expression.left), term(expression.right)),
      );
    case "call": {
      const { operator, names, values } = expression.call;
      return conditionSql(operator, { table: table.logicalName, ...columnSql(model, table, names) }, values);
    }
    case "match":
      return match(expression.method, term(expression.subject), term(expression.pattern));
  }
}

const joined = (kind: "and" | "or", parts: readonly Sql[]): Sql => ({
  text: `(${parts.map((part) => part.text).join(kind === "and" ? " AND " : " OR ")})`,
  values: parts.flatMap((part) => part.values),
});

const signs: Readonly<Record<Operator, string>> = { eq: "IS", ne: "IS NOT", gt: ">", ge: ">=", lt: "<", le: "<=" };

function comparison(operator: Operator, left: Term, right: Term): Sql {
  const text = `${left.text} ${signs[operator]} ${right.text}`;
  const values = [...left.values, ...right.values];
  const isTotal = operator === "eq" || operator === "ne";
  return { text: isTotal ? `(${text})` : `COALESCE(${text}, 0)`, values };
}

const edmOf: Readonly<Record<Kind, string>> = {
  text: "Edm.String",
  number: "Edm.Int32",
  boolean: "Edm.Boolean",
  datetime: "Edm.DateTimeOffset",
  date: "Edm.Date",
  guid: "Edm.Guid",
  null: "null",
};

function sameKind(operator: Operator, left: Term, right: Term): [Term, Term] {
  if (left.kind === right.kind) return [left, right];
  const isEquality = operator === "eq" || operator === "ne";
  if (isEquality && (left.kind === "null" || right.kind === "null")) return [left, right];
  if (left.kind === "datetime" && right.kind === "date") return [left, startOfDay(right)];
  if (left.kind === "date" && right.kind === "datetime") return [startOfDay(left), right];
  throw badRequest(
    `A binary operator with incompatible types was detected. Found operand types '${edmOf[left.kind]}' and '${edmOf[right.kind]}' for operator kind '${operator}'.`,
  );
}

const startOfDay = (term: Term): Term => ({
  text: `(${term.text} || 'T00:00:00.000Z')`,
  values: term.values,
  kind: "datetime",
});

function match(method: Parameters<typeof likePattern>[0], subject: Term, pattern: Term): Sql {
  const [value] = pattern.values;
  const isTextByLiteral = subject.kind === "text" && pattern.kind === "text" && typeof value === "string";
  if (!isTextByLiteral) throw badRequest(`No function signature for '${method}' matches the specified arguments.`);
  return {
    text: `COALESCE(${subject.text} LIKE ? ESCAPE '\\', 0)`,
    values: [...subject.values, likePattern(method, value)],
  };
}

function toTerm(model: Model, table: Table, operand: Operand): Term {
  if (operand.kind === "path") {
    const { column, text } = columnSql(model, table, operand.names);
    return { text, values: [], kind: columnKinds[column.type] };
  }
  const [kind, value] = literalValue(operand.edm, operand.raw);
  return { text: "?", values: [value], kind };
}

function literalValue(edm: string, raw: string): [Kind, Cell] {
  if (edm === "null") return ["null", null];
  if (edm === "Edm.String") return ["text", decodeURIComponent(raw.slice(1, -1)).replaceAll("''", "'")];
  if (edm === "Edm.Guid") return ["guid", raw.toLowerCase()];
  if (edm === "Edm.Boolean") return ["boolean", raw === "true" ? 1 : 0];
  if (edm === "Edm.Date") return ["date", raw];
  if (edm === "Edm.DateTimeOffset") return ["datetime", moment(raw)];
  const value = Number(raw);
  if (Number.isFinite(value)) return ["number", value];
  throw badRequest(`The literal '${raw}' of type '${edm}' is not supported.`);
}

function moment(raw: string): string {
  const stored = storedMoment(raw);
  if (stored === undefined) throw badRequest(`The literal '${raw}' is not a valid Edm.DateTimeOffset.`);
  return stored;
}
