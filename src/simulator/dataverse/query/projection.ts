import { defaultParser } from "@odata/parser";
import type { ColumnDefinition } from "../definitions";
import { badRequest, noProperty, notImplemented } from "../errors";
import type { Model, Table } from "../model";
import { own } from "./columnSql";
import type { Token } from "./tokens";
import { asToken, asTokens, member } from "./tokens";

/** What of a row goes into the answer. The primary id always does. */
export interface Projection {
  readonly columns: readonly ColumnDefinition[];
  readonly expands: readonly Expand[];
  /** The part of `@odata.context` that names the columns. */
  readonly context: string;
}

export interface Expand {
  readonly navigation: string;
  readonly lookup: ColumnDefinition;
  readonly target: Table;
  readonly projection: Projection;
}

export function readProjection(
  model: Model,
  table: Table,
  select: string | undefined,
  expand: string | undefined,
): Projection {
  const names =
    select === undefined || select.trim() === "*" ? undefined : select.split(",").map((name) => name.trim());
  const columns = names === undefined ? table.columns : chosen(table, names);
  const expands = expand === undefined ? [] : readExpand(model, table, expand);
  const shown = [...(names ?? []), ...expands.map((one) => `${one.navigation}${one.projection.context || "()"}`)];
  return { columns, expands, context: shown.length === 0 ? "" : `(${shown.join(",")})` };
}

function chosen(table: Table, names: readonly string[]): readonly ColumnDefinition[] {
  const columns = new Set(names.map((name) => own(table, name)));
  return [...columns.add(table.primaryColumn)];
}

function readExpand(model: Model, table: Table, text: string): readonly Expand[] {
  const [option] = asTokens(member(parsed(text).value, "options"));
  return asTokens(member(option?.value, "items")).map((item) => readItem(model, table, item));
}

function parsed(text: string): Token {
  try {
    return asToken(defaultParser.query(`$expand=${text}`));
  } catch {
    throw badRequest(`Syntax error in the $expand '${text.slice(0, 200)}'.`);
  }
}

function readItem(model: Model, table: Table, item: Token): Expand {
  const navigation = asToken(member(item.value, "path")).raw;
  const lookup = table.byNavigation.get(navigation);
  const target = model.tables.get(lookup?.target ?? "");
  if (lookup === undefined || target === undefined) throw noProperty(navigation, table.logicalName);
  const options = asTokens(member(item.value, "options")).map(({ raw }) => raw);
  const other = options.find((raw) => !/^\$(select|expand)=/.test(raw));
  if (other !== undefined) throw notImplemented(`$expand with '${other.slice(0, 50)}'`);
  const projection = readProjection(model, target, valueOf(options, "$select="), valueOf(options, "$expand="));
  return { navigation, lookup, target, projection };
}

const valueOf = (options: readonly string[], prefix: string): string | undefined =>
  options.find((raw) => raw.startsWith(prefix))?.slice(prefix.length);
