import type { ColumnDefinition } from "../definitions";
import { badPayload, DataverseError, errorCode, invalid } from "../errors";
import type { Table } from "../model";
import type { Cell } from "../store/cells";
import { earliest, storedDay, storedMoment, wholeSeconds } from "./dates";
import { isGuid } from "./guid";

const edm: Readonly<Record<ColumnDefinition["type"], string>> = {
  guid: "Edm.Guid",
  text: "Edm.String",
  memo: "Edm.String",
  integer: "Edm.Int32",
  bigint: "Edm.Int64",
  decimal: "Edm.Decimal",
  double: "Edm.Double",
  boolean: "Edm.Boolean",
  datetime: "Edm.DateTimeOffset",
  date: "Edm.Date",
  choice: "Edm.Int32",
  choices: "Edm.String",
  lookup: "Edm.Guid",
};

type Convert = (table: Table, column: ColumnDefinition, value: unknown) => Cell;

/** Checks a value of a request against its column and gives what is stored. */
export const toStored: Convert = (table, column, value) => {
  if (value === null) return null;
  return converters[column.type](table, column, value);
};

const wrongType = (table: Table, column: ColumnDefinition, value: unknown): DataverseError =>
  badPayload(
    table.entitySetName,
    `Microsoft.OData.ODataException: Cannot convert the literal '${JSON.stringify(value).slice(0, 100)}' of property '${column.logicalName}' to the expected type '${edm[column.type]}'.`,
  );

const guid: Convert = (table, column, value) => {
  if (typeof value !== "string" || !isGuid(value)) throw wrongType(table, column, value);
  return value.toLowerCase();
};

const text: Convert = (table, column, value) => {
  if (typeof value !== "string") throw wrongType(table, column, value);
  if (value.length > (column.maxLength ?? Infinity)) {
    throw invalid(
      errorCode.tooLong,
      `The length of the '${column.logicalName}' attribute of the '${table.logicalName}' entity exceeded the maximum allowed length of '${String(column.maxLength)}'.`,
    );
  }
  // An empty text is kept as no text at all.
  return value === "" ? null : value;
};

const outOfRange = (code: string, table: Table, column: ColumnDefinition, value: number, range: string) =>
  invalid(
    code,
    `The value ${value} of '${column.logicalName}' on record of type '${table.logicalName}' is outside the valid range. Accepted Values: ${range}`,
  );

const inRange = (code: string, table: Table, column: ColumnDefinition, value: number): number => {
  const { min = -Infinity, max = Infinity } = column;
  if (value < min || value > max) throw outOfRange(code, table, column, value, `${min} to ${max}`);
  return value;
};

const int32 = 2_147_483_647;

const integer: Convert = (table, column, value) => {
  const isInt32 = typeof value === "number" && Number.isInteger(value) && value >= -int32 - 1 && value <= int32;
  if (!isInt32) throw wrongType(table, column, value);
  return inRange(errorCode.integerRange, table, column, value);
};

const bigint: Convert = (table, column, value) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw wrongType(table, column, value);
  return inRange(errorCode.integerRange, table, column, value);
};

const decimal: Convert = (table, column, value) => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw wrongType(table, column, value);
  const scale = 10 ** (column.precision ?? 10);
  const rounded = Math.abs(value) * scale > Number.MAX_SAFE_INTEGER ? value : Math.round(value * scale) / scale;
  return inRange(errorCode.numberRange, table, column, rounded);
};

const boolean: Convert = (table, column, value) => {
  if (typeof value !== "boolean") throw wrongType(table, column, value);
  return value ? 1 : 0;
};

const datetime: Convert = (table, column, value) => {
  const stored = typeof value === "string" ? storedMoment(value) : undefined;
  if (stored === undefined) throw wrongType(table, column, value);
  return notTooEarly(wholeSeconds(stored));
};

const date: Convert = (table, column, value) => {
  const stored = typeof value === "string" ? storedDay(value) : undefined;
  if (stored === undefined) throw wrongType(table, column, value);
  return notTooEarly(stored);
};

function notTooEarly(stored: string): string {
  if (stored >= earliest.slice(0, stored.length)) return stored;
  throw new DataverseError(
    400,
    errorCode.dateRange,
    `DateTime is less than minimum value supported by CrmDateTime. Actual value: ${stored}, Minimum value supported: 01/01/1753 00:00:00`,
  );
}

const choice: Convert = (table, column, value) => {
  if (typeof value !== "number" || !Number.isInteger(value)) throw wrongType(table, column, value);
  const options = column.options ?? new Map<number, string>();
  if (options.has(value)) return value;
  throw outOfRange(errorCode.choiceRange, table, column, value, [...options.keys()].join(","));
};

/** Numbers in ascending order, each once, so that the same choices are the same text. */
const choices: Convert = (table, column, value) => {
  if (value === "") return null;
  if (typeof value !== "string" || !/^\d+(?:\s*,\s*\d+)*$/.test(value)) throw wrongType(table, column, value);
  const chosen = [...new Set(value.split(",").map(Number))].sort((a, b) => a - b);
  return chosen.map((one) => choice(table, column, one)).join(",");
};

const converters: Readonly<Record<ColumnDefinition["type"], Convert>> = {
  guid,
  text,
  memo: text,
  integer,
  bigint,
  decimal,
  double: decimal,
  boolean,
  datetime,
  date,
  choice,
  choices,
  lookup: guid,
};
