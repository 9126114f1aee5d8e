import type React from "react";
import type { Cell } from "../../../src/domain";

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** What is exported, and what the column is sorted by. `undefined` sorts last, whichever way. */
  readonly value: (row: Row) => Cell;
  /** What is shown; the value when absent. */
  readonly cell?: (row: Row) => React.ReactNode;
  readonly numeric?: boolean;
  /** Short words and dates that stay on one line. */
  readonly unbroken?: boolean;
  /** Sentences: on a narrow panel they stand below their title and not beside it. */
  readonly prose?: boolean;
  readonly sortable?: boolean;
  /** The column that names the row. */
  readonly heads?: boolean;
}

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

export interface DataTableProps<Row> {
  /** Names the table for assistive technology and the exported file. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly order?: Order;
  /** Filters and search, beside copy and export. */
  readonly tools?: React.ReactNode;
  /** A closing row, for sums. */
  readonly footer?: React.ReactNode;
  readonly empty: string;
}
