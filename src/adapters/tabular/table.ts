/** Rows for a person's other programs. */
import type { Cell } from "../../domain";

export interface Table {
  /** At most 31 characters without `[]:*?/\`, as a sheet can be called. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
