/** Comma-separated values that a spreadsheet opens as text, never as a formula (OWASP "CSV Injection"). */

export type Cell = string | number | undefined;

const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/;

function field(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const safe = startsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => row.map(field).join(",")).join("\r\n");
