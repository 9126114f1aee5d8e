import type { ColumnDefinition } from "../definitions";
import { storedDay, storedMoment, wholeSeconds } from "../rows/dates";
import { isGuid } from "../rows/guid";
import type { Cell } from "../store/cells";
import { badQuery, queryCode } from "./nodes";

type Read = (text: string) => Cell | undefined;

const guid: Read = (text) => {
  const bare = text.replace(/^\{(.*)\}$/, "$1").toLowerCase();
  return isGuid(bare) ? bare : undefined;
};

const number: Read = (text) => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined);

const integer: Read = (text) => (/^-?\d+$/.test(text.trim()) ? Number(text) : undefined);

const truths: Readonly<Record<string, Cell>> = { "1": 1, true: 1, "0": 0, false: 0 };
const boolean: Read = (text) => truths[text.toLowerCase()];

const datetime: Read = (text) => {
  const stored = storedMoment(text.replace(" ", "T"));
  return stored === undefined ? undefined : wholeSeconds(stored);
};

const choices: Read = (text) =>
  /^\d+(?:,\d+)*$/.test(text) ? [...new Set(text.split(",").map(Number))].sort((a, b) => a - b).join(",") : undefined;

const readers: Readonly<Record<ColumnDefinition["type"], Read>> = {
  guid,
  lookup: guid,
  text: (text) => text,
  memo: (text) => text,
  integer,
  bigint: integer,
  choice: integer,
  choices,
  decimal: number,
  double: number,
  boolean,
  datetime,
  date: (text) => storedDay(text.slice(0, 10)),
};

/** The stored form of a value of a condition. */
export function literal(table: string, column: ColumnDefinition, text: string): Cell {
  const cell = readers[column.type](text);
  if (cell !== undefined) return cell;
  throw badQuery(
    queryCode.wrongType,
    `Condition for attribute '${table}.${column.logicalName}': expected argument(s) of a different type(s) from '${text.slice(0, 100)}'.`,
  );
}
