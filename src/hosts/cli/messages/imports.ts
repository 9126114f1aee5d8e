/** What `quota-panel import` says. */
import type { Effect } from "../../../app/imports/changes";

export const effects: Readonly<Record<Effect, string>> = {
  new: "new",
  changed: "changed",
  same: "same as before",
  older: "older than what stands, no effect",
};

export const imports = {
  says: "Hand in readings that no interface gives, from a CSV or Excel file.",
  file: "CSV or Excel file (.xlsx) with the columns environmentId, meter, value, measuredAt",
  dryRun: "say what would change, and change nothing",
  template: "write a file to fill in (.csv or .xlsx), with the figures that nobody tells yet",
  by: "who hands it in or takes it back (default: the user of this machine)",
  listSays: "List what was imported, by whom and when.",
  undoSays: "Take an import back: the last one that stands, or the one with this id.",
  id: "id of an import, or its beginning",
  expectedFile: "Expected a file to import, or --template FILE.",
  templateAlone: "--template writes a file to fill in; leave the file to import out.",
  expectedKind: "Expected a file name that ends in .csv or .xlsx.",
  wouldChange: (count: number, file: string): string => `${readings(count)} in ${file}. Nothing was changed yet:`,
  imported: (count: number, file: string, id: string): string =>
    `${readings(count)} imported from ${file}, as import ${id.slice(0, 8)}. They count from the next run on.`,
  undo: (id: string): string => `Taken back by: quota-panel import undo ${id.slice(0, 8)}`,
  measured: (value: string, at: string): string => `${value} (${at})`,
  nothing: "none",
  notListed: "not in the last snapshot",
  official: "a source tells this figure itself, so this one does not count",
  older: "Some readings are older than those that stand; they have no effect.",
  noReading: "the file: has no reading",
  undone: (file: string, at: string, by: string): string =>
    `Taken back: ${file}, imported on ${at} by ${by}. What stood before it counts from the next run on.`,
  noneStands: "the imports: none stands that could be taken back",
  unknownId: (id: string): string => `the imports: none that stands has the id ${id}`,
  manyIds: (id: string): string => `the imports: more than one begins with ${id}`,
  changedMeanwhile: "the imports: somebody else changed it meanwhile",
  none: "Nothing was imported so far.",
  columns: ["id", "imported", "by", "readings", "file", ""],
  takenBack: (at: string, by: string): string => `taken back on ${at} by ${by}`,
  written: (count: number, file: string): string =>
    `${file}: ${count === 1 ? "1 line" : `${count} lines`} to fill in with value and measuredAt. Leave out what you do not know.`,
  examples: `Examples:
  $ quota-panel import --template readings.xlsx
  $ quota-panel import readings.xlsx --dry-run
  $ quota-panel import readings.xlsx
  $ quota-panel import people.csv --by "Adele Vance" --json
  $ quota-panel import list
  $ quota-panel import undo
  $ quota-panel import undo 5f0c2a9e`,
} as const;

function readings(count: number): string {
  return count === 1 ? "1 reading" : `${count} readings`;
}
