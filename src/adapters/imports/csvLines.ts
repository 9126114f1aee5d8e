/** The lines of a CSV file, whatever parts its columns. */
import { CsvError, parse } from "csv-parse/sync";
import * as v from "valibot";
import type { Lines } from "./lines";

const parsedLine = v.pipe(
  v.object({ record: v.array(v.string()), info: v.object({ lines: v.number() }) }),
  v.transform(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) })),
);

/** Pure. */
export function csvLines(text: string): Lines {
  try {
    const parsed: unknown = parse(text, {
      delimiter: [",", ";", "\t"],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return { lines: v.parse(v.array(parsedLine), parsed), faults: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = v.parse(v.object({ lines: v.fallback(v.number(), 1) }), error);
    return { lines: [], faults: [{ line: lines, fault: `The line cannot be read: ${error.message}` }] };
  }
}
