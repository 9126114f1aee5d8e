/** Tables as an Excel file, one sheet each. Texts are written as texts, so that none of them is ever run as a formula. */
import writeXlsxFile from "write-excel-file/node";
import type { Cell } from "../../domain";
import type { Table } from "./table";

const cellOf = (value: Cell) => {
  if (value === undefined || value === "") return null;
  return typeof value === "number" ? { value, type: Number } : { value, type: String };
};

const headingOf = (value: string) => ({ value, type: String, fontWeight: "bold" as const });

export const excelFile = async (tables: readonly Table[]): Promise<Uint8Array> => {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    data: [columns.map(headingOf), ...rows.map((row) => row.map(cellOf))],
    stickyRowsCount: 1,
  }));
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
};
