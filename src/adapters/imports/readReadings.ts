/** Readings in an import file: columns `environmentId, meter, value, measuredAt`. All faults are found in one go. */
import * as v from "valibot";
import { meters, type ImportedReading } from "../../domain";
import { environmentId } from "../http/guid";
import { toInstant } from "../http/instant";
import type { Fault, Line } from "./lines";

export interface ReadReadings {
  readonly readings: readonly ImportedReading[];
  readonly faults: readonly Fault[];
}

/** Dataverse keeps no larger figure; nothing that is counted comes near it. */
const largest = 100_000_000_000;

/** Meters of which no interface tells the use of every tenant; of the others a figure from a file would have no effect. */
export const meterIds = meters
  .filter(({ nature, group }) => nature === "amount" && group !== "storage")
  .map(({ id }) => id);

const whole = v.pipe(
  v.string(),
  v.check((text) => !/^-\s*\d/.test(text), "is negative"),
  v.regex(/^\d+$/, "is not a whole number"),
  v.transform(Number),
  v.maxValue(largest, `is larger than ${largest}`),
);

const time = v.pipe(
  v.string(),
  v.transform((text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text)),
  v.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/, "is neither a day (2026-11-01) nor a time with a zone"),
  v.check((text) => !Number.isNaN(Date.parse(text)), "is no date that exists"),
  v.transform((text) => toInstant(text)),
);

const columns = {
  environmentId: v.pipe(
    v.string(),
    v.check((text) => v.is(environmentId, text), "is not the id of an environment"),
    environmentId,
  ),
  meter: v.picklist(meterIds, `is not a meter that takes readings; those that do are ${meterIds.join(", ")}`),
  value: whole,
  measuredAt: time,
};

type Column = keyof typeof columns;
export const columnNames: readonly Column[] = ["environmentId", "meter", "value", "measuredAt"];
const reading = v.object(columns);

/** Pure: lines in, the first of them the heading, readings and faults out. With any fault the readings are not to be used. */
export function readReadings(lines: readonly Line[]): ReadReadings {
  const [heading, ...rows] = lines;
  if (!heading) return { readings: [], faults: [{ line: 1, fault: "The file is empty." }] };
  const missing = columnNames.filter((name) => !heading.cells.includes(name));
  if (missing.length > 0) return { readings: [], faults: missing.map((name) => missingColumn(heading, name)) };
  const read = rows.map((row) => readRow(row, heading.cells));
  return {
    readings: read.flatMap(({ value }) => (value ? [value] : [])),
    faults: [...read.flatMap(({ faults }) => faults), ...repeated(read)].sort((one, other) => one.line - other.line),
  };
}

const missingColumn = ({ line }: Line, column: Column): Fault => ({ line, column, fault: "The column is missing." });

interface ReadRow {
  readonly line: number;
  readonly value: ImportedReading | undefined;
  readonly faults: readonly Fault[];
}

/** A line of a template that nobody filled in says nothing. */
const isLeftOpen = (row: Readonly<Record<string, string>>): boolean => row["value"] === "" && row["measuredAt"] === "";

function readRow({ line, cells }: Line, heading: readonly string[]): ReadRow {
  const row = Object.fromEntries(columnNames.map((name) => [name, cells[heading.indexOf(name)] ?? ""]));
  if (isLeftOpen(row)) return { line, value: undefined, faults: [] };
  const crowded = cells.length > heading.length ? [{ line, fault: "The line has more cells than the heading." }] : [];
  const formulas = columnNames.filter((name) => isFormula(row[name] ?? ""));
  const result = v.safeParse(reading, row, { abortPipeEarly: true });
  const issues = result.success ? [] : result.issues;
  const wrong = issues.map((issue) => ({ column: columnOf(v.getDotPath(issue)), message: issue.message }));
  const faults = [
    ...crowded,
    ...formulas.map((column) => ({ line, column, fault: "A formula is not taken." })),
    ...wrong
      .filter(({ column }) => !formulas.includes(column))
      .map(({ column, message }) => ({ line, column, fault: `"${shown(row[column] ?? "")}" ${message}.` })),
  ];
  return { line, value: result.success && faults.length === 0 ? result.output : undefined, faults };
}

const columnOf = (path: string | null): Column => columnNames.find((name) => name === path) ?? "value";

/** What a spreadsheet would run. A minus before a digit is a negative number and is said so. */
const isFormula = (cell: string): boolean => /^[=+@]/.test(cell) || /^-\D/.test(cell);

/** Other people's text in a message: short and in one line. */
const shown = (cell: string): string => cell.replaceAll(/\s+/g, " ").slice(0, 40);

/** Two figures for the same moment: one of them must be wrong. */
function repeated(rows: readonly ReadRow[]): readonly Fault[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, value }) => {
    if (!value) return [];
    const key = `${value.environmentId}|${value.meter}|${value.measuredAt}`;
    const first = seen.get(key);
    if (first !== undefined) return [{ line, fault: `The same environment, meter and time stand in line ${first}.` }];
    seen.set(key, line);
    return [];
  });
}
