/** What the simulated Dataverse knows about a table, whether it came from a solution tree or is a standard one. */

export type ColumnType =
  | "guid"
  | "text"
  | "memo"
  | "integer"
  | "bigint"
  | "decimal"
  | "double"
  | "boolean"
  | "datetime"
  | "date"
  | "choice"
  /** Several choices at once. On the wire and in the database a text of numbers with commas. */
  | "choices"
  | "lookup";

export interface ColumnDefinition {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly type: ColumnType;
  /** Largest length in characters. */
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** Decimals kept. */
  readonly precision?: number;
  /** Allowed values of a choice and their labels. */
  readonly options?: ReadonlyMap<number, string>;
  /** Logical name of the table that a lookup points to, and the navigation property that carries it. */
  readonly target?: string;
  readonly navigation?: string;
  /** What becomes of this row when the row it points to is deleted; absent: the lookup is cleared. */
  readonly onDelete?: "restrict" | "clear";
  /** The service keeps the value; what a caller sends is left out without a word, as the real one does. */
  readonly managed?: boolean;
}

export interface KeyDefinition {
  readonly schemaName: string;
  readonly columns: readonly string[];
}

export interface TableDefinition {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly entitySetName: string;
  readonly primaryId: string;
  readonly primaryName?: string;
  readonly ownership: "UserOwned" | "OrganizationOwned" | "None";
  readonly isCustom: boolean;
  /**
   * `home`: only the environment that has the product's solution; `everywhere`: part of each environment; a list: where
   * one of these packages is installed.
   */
  readonly presentIn: "home" | "everywhere" | readonly string[];
  readonly readOnly: boolean;
  /** Its rows are made anew on each start; what callers wrote is forgotten then. */
  readonly isRefilled?: boolean;
  /** Whether change tracking is switched on for it. */
  readonly tracksChanges?: boolean;
  /** Rows that describe tables: no versions, no row counts. */
  readonly isMetadata?: boolean;
  readonly columns: readonly ColumnDefinition[];
  readonly keys: readonly KeyDefinition[];
}

/** Name of a column in requests and answers: a lookup is `_name_value`, everything else its logical name. */
export const propertyName = (column: ColumnDefinition): string =>
  column.type === "lookup" ? `_${column.logicalName}_value` : column.logicalName;
