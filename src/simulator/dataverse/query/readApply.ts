import { badRequest, notImplemented } from "../errors";
import type { Aggregate } from "../fetchxml/tree";

/** What a `$apply` says: rows that pass the filters are put into groups, and each group gives one row. */
export interface Apply {
  readonly filters: readonly string[];
  /** Properties, or `navigation/property`, that make a group. */
  readonly groups: readonly string[];
  readonly aggregates: readonly ApplyAggregate[];
}

export interface ApplyAggregate {
  readonly alias: string;
  readonly aggregate: Aggregate;
  /** Absent for the number of rows. */
  readonly property: string | undefined;
}

/** Reads the text of a `$apply`. Throws 400 for what the service refuses. */
export function readApply(text: string): Apply {
  const steps = splitOutside(text, "/").map(readStep);
  const filters = steps.slice(0, -1).map(({ name, inner }) => {
    if (name === "filter") return inner;
    throw notImplemented(`A transformation behind '${name}' in $apply`);
  });
  const last = steps.at(-1);
  if (last?.name === "aggregate") return { filters, groups: [], aggregates: readAggregates(last.inner) };
  if (last?.name === "groupby") return { filters, ...readGroupBy(last.inner) };
  throw badRequest("The last transformation of $apply must be aggregate or groupby.");
}

interface Step {
  readonly name: string;
  readonly inner: string;
}

function readStep(text: string): Step {
  const [, name = "", inner = ""] = /^\s*(\w+)\((.*)\)\s*$/s.exec(text) ?? [];
  if (["filter", "aggregate", "groupby"].includes(name)) return { name, inner };
  if (name === "") throw badRequest(`Syntax error in $apply at '${text.slice(0, 100)}'.`);
  throw notImplemented(`The transformation '${name}' in $apply`);
}

function readGroupBy(text: string): Omit<Apply, "filters"> {
  const [names = "", step, ...more] = splitOutside(text, ",");
  const [, inner] = /^\s*\((.+)\)\s*$/s.exec(names) ?? [];
  if (inner === undefined || more.length > 0) throw badRequest(`Syntax error in groupby at '${text.slice(0, 100)}'.`);
  const groups = splitOutside(inner, ",").map((name) => name.trim());
  if (step === undefined) return { groups, aggregates: [] };
  const { name, inner: aggregates } = readStep(step);
  if (name !== "aggregate") throw badRequest("Only aggregate may stand within groupby.");
  return { groups, aggregates: readAggregates(aggregates) };
}

const methods: Readonly<Record<string, Aggregate>> = { sum: "sum", average: "avg", min: "min", max: "max" };
const counted = /^\s*\$count\s+as\s+([A-Za-z_]\w*)\s*$/;
const computed = /^\s*([A-Za-z_][\w/]*)\s+with\s+(\w+)\s+as\s+([A-Za-z_]\w*)\s*$/;

function readAggregates(text: string): readonly ApplyAggregate[] {
  const aggregates = splitOutside(text, ",").map(readAggregate);
  const names = aggregates.map(({ alias }) => alias);
  if (new Set(names).size !== names.length) throw badRequest("An alias is used twice in $apply.");
  return aggregates;
}

function readAggregate(text: string): ApplyAggregate {
  const [, count] = counted.exec(text) ?? [];
  if (count !== undefined) return { alias: count, aggregate: "count", property: undefined };
  const [, property, method = "", alias] = computed.exec(text) ?? [];
  const aggregate = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (property !== undefined && alias !== undefined && aggregate !== undefined) return { alias, aggregate, property };
  throw badRequest(`Syntax error in aggregate at '${text.slice(0, 100)}'.`);
}

/** Splits where a sign stands outside of parentheses and texts. */
function splitOutside(text: string, sign: "/" | ","): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const piece of text.match(/'(?:[^']|'')*'|[^']/gs) ?? []) {
    if (piece === "(") depth += 1;
    if (piece === ")") depth -= 1;
    if (piece === sign && depth === 0) parts.push("");
    else parts[parts.length - 1] = `${parts.at(-1) ?? ""}${piece}`;
  }
  return parts;
}
