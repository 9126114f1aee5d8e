import React from "react";
import { useLocale } from "../Locale/Locale";
import { toCsv, type Cell } from "../../../src/domain";
import type { Column, DataTableProps, Order } from "./DataTable.types";

/** Rows added at a time: thousands of environments would else be laid out at once. */
export const pageLength = 100;

function compareCells(a: Cell, b: Cell, collator: Intl.Collator): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a ?? ""), String(b ?? ""));
}

/** Sorted copy; rows without a value stand last in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  column: Column<Row> | undefined,
  { descending, collator }: { readonly descending: boolean; readonly collator: Intl.Collator },
): readonly Row[] {
  if (column === undefined) return rows;
  const keyed = rows.map((row) => ({ row, key: column.value(row) }));
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined);
    return compareCells(a.key, b.key, collator) * (descending ? -1 : 1);
  });
  return keyed.map(({ row }) => row);
}

export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return toCsv([
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((column) => column.value(row))),
  ]);
}

export function useDataTable<Row>({ rows, columns, order: firstOrder }: DataTableProps<Row>) {
  const { language } = useLocale();
  const [order, setOrder] = React.useState<Order | undefined>(firstOrder);
  const [limit, setLimit] = React.useState(pageLength);
  const collator = React.useMemo(() => new Intl.Collator(language, { numeric: true }), [language]);
  const sortColumn = columns.find((column) => column.id === order?.column);
  const sorted = React.useMemo(
    () => sortRows(rows, sortColumn, { descending: order?.descending ?? false, collator }),
    [rows, sortColumn, order, collator],
  );
  const sortBy = (column: Column<Row>): void => {
    const isSame = order?.column === column.id;
    setOrder({ column: column.id, descending: isSame ? !order.descending : column.numeric === true });
  };
  return {
    order,
    sortBy,
    shown: sorted.slice(0, limit),
    more: Math.min(pageLength, Math.max(0, sorted.length - limit)),
    showMore: () => setLimit(limit + pageLength),
    csv: () => csvOf(columns, sorted),
  };
}
