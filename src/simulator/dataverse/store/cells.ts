/** What the database holds and takes. Nothing else may be bound: libsql ends the process on a boolean. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

export const isRow = (value: unknown): value is Row => Array.isArray(value);

/** A piece of SQL with the values of its question marks, in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly Cell[];
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
