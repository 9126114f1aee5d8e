/** `quota-panel import --template FILE`: a file to fill in. */
import { meterIds } from "../../../adapters/imports/readReadings";
import { excelFile } from "../../../adapters/tabular/excelFile";
import { writeNewFile } from "../../../adapters/tabular/newFile";
import type { Table } from "../../../adapters/tabular/table";
import { openFigures, type OpenFigure } from "../../../app/imports/template";
import { meters, toCsv } from "../../../domain";
import type { Composition } from "../../compose";
import { isExcel } from "../importCommands";
import { messages } from "../messages";
import { snapshotIfAny } from "./snapshotIfAny";

const importable = meters.filter(({ id }) => meterIds.includes(id));

/** Two columns more than an import needs, for the person who fills it in. */
const columns = ["environmentId", "meter", "value", "measuredAt", "environment", "what"];

const rowOf = ({ environment, meter }: OpenFigure) => [
  ...[environment?.id, meter.id, undefined, undefined, environment?.name],
  `${messages.meters[meter.id]} (${messages.units[meter.unit]})`,
];

/** Spreadsheets take CSV for UTF-8 only by its mark. */
const mark = "\uFEFF";

/** Gives how many lines there are to fill in. */
export const writeTemplate = async (path: string, composition: Composition, signal: AbortSignal): Promise<number> => {
  const figures = openFigures(await snapshotIfAny(composition, signal), importable);
  const table: Table = { name: "readings", columns, rows: figures.map(rowOf) };
  const content = isExcel(path) ? await excelFile([table]) : `${mark}${toCsv([table.columns, ...table.rows])}\r\n`;
  await writeNewFile(path, content);
  return figures.length;
};
