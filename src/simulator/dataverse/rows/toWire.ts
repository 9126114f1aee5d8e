import type { ColumnDefinition } from "../definitions";
import type { Cell } from "../store/cells";

/** The JSON value of a stored one. */
export function toWire(column: ColumnDefinition, cell: Cell): string | number | boolean | null {
  if (cell === null) return null;
  if (column.type === "boolean") return cell === 1;
  if (column.type === "datetime" && typeof cell === "string") return `${cell.slice(0, 19)}Z`;
  return cell;
}

/** What a person reads instead of the value, where the service adds such a text; undefined elsewhere. */
export function formatted(column: ColumnDefinition, cell: Cell): string | undefined {
  if (cell === null) return undefined;
  const format = formats[column.type];
  return format?.(column, cell);
}

type Format = (column: ColumnDefinition, cell: string | number) => string | undefined;

const numbers = new Intl.NumberFormat("en-US", { maximumFractionDigits: 10 });
const numeric: Format = (_, cell) => numbers.format(Number(cell));
const moments = new Intl.DateTimeFormat("en-US", { dateStyle: "short", timeStyle: "short", timeZone: "UTC" });
const days = new Intl.DateTimeFormat("en-US", { dateStyle: "short", timeZone: "UTC" });

const formats: Partial<Record<ColumnDefinition["type"], Format>> = {
  integer: numeric,
  bigint: numeric,
  decimal: numeric,
  double: numeric,
  boolean: (_, cell) => (cell === 1 ? "Yes" : "No"),
  choice: (column, cell) => column.options?.get(Number(cell)),
  choices: (column, cell) =>
    String(cell)
      .split(",")
      .map((one) => column.options?.get(Number(one)) ?? one)
      .join("; "),
  datetime: (_, cell) => moments.format(new Date(String(cell))),
  date: (_, cell) => days.format(new Date(`${String(cell)}T00:00:00Z`)),
};
