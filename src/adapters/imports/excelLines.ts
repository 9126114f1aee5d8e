/** The lines of the first sheet of an Excel file (.xlsx). */
import { readSheet } from "read-excel-file/universal";
import * as v from "valibot";
import { excelFaults } from "./excelDoor";
import type { Lines } from "./lines";

const cell = v.nullish(v.union([v.string(), v.number(), v.boolean(), v.date()]));
const sheet = v.array(v.array(cell));

/** A day of a sheet has no zone; it stands for its beginning in UTC. A time of day has none either, and is not guessed. */
const dateText = (date: Date): string => {
  const [day = "", time = ""] = date.toISOString().split("T");
  return time === "00:00:00.000Z" ? day : `${day} ${time.slice(0, 8)}`;
};

const textOf = (value: v.InferOutput<typeof cell>): string => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "no date" : dateText(value);
  return value === null || value === undefined ? "" : String(value).trim();
};

const isEmpty = ({ cells }: { readonly cells: readonly string[] }): boolean => cells.every((text) => text === "");

/** Lines count as the rows of the sheet do. A file that is no Excel file, or is too large, gives faults. */
export async function excelLines(bytes: Uint8Array): Promise<Lines> {
  const faults = excelFaults(bytes);
  if (faults.length > 0) return { lines: [], faults };
  try {
    const rows = v.parse(sheet, await readSheet(new Uint8Array(bytes).buffer));
    const lines = rows.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }));
    return { lines: lines.filter((line) => !isEmpty(line)), faults: [] };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { lines: [], faults: [{ line: 1, fault: `The file is no Excel file that can be read: ${said}` }] };
  }
}
