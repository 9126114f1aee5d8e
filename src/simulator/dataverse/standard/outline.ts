import type { ColumnDefinition, ColumnType, TableDefinition } from "../definitions";
import { withSystemColumns } from "../metadata/systemColumns";

/** A table of the platform or of one of its applications in few words. */
export interface Outline {
  readonly logicalName: string;
  readonly entitySetName: string;
  readonly primaryName: string;
  /** Where it is not the logical name with `id` behind it. */
  readonly primaryId?: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Where it is more than the logical name with a capital letter. */
  readonly schemaName?: string;
  /** Rows are given by callers and kept; without it the table answers questions and takes no writes. */
  readonly isWritable?: boolean;
  readonly ownership?: TableDefinition["ownership"];
  readonly presentIn?: TableDefinition["presentIn"];
  readonly tracksChanges?: boolean;
  /** Columns that need more than a type. */
  readonly further?: readonly ColumnDefinition[];
}

export function outlined(outline: Outline): TableDefinition {
  const { logicalName, entitySetName, primaryName, columns, further = [], ownership = "None" } = outline;
  return {
    logicalName,
    schemaName: outline.schemaName ?? logicalName.slice(0, 1).toUpperCase() + logicalName.slice(1),
    entitySetName,
    primaryId: outline.primaryId ?? `${logicalName}id`,
    primaryName,
    ownership,
    isCustom: false,
    presentIn: outline.presentIn ?? "everywhere",
    readOnly: outline.isWritable !== true,
    tracksChanges: outline.tracksChanges === true,
    columns: withSystemColumns([...plainColumns(columns), ...further], ownership),
    keys: [],
  };
}

export function plainColumns(columns: Readonly<Record<string, ColumnType>>): readonly ColumnDefinition[] {
  return Object.entries(columns).map(([logicalName, type]) => ({ logicalName, schemaName: logicalName, type }));
}

export const lookup = (logicalName: string, target: string, navigation: string): ColumnDefinition => ({
  logicalName,
  schemaName: navigation,
  type: "lookup",
  target,
  navigation,
});

export const choice = (
  logicalName: string,
  options: ReadonlyMap<number, string>,
  type: "choice" | "choices" = "choice",
): ColumnDefinition => ({ logicalName, schemaName: logicalName, type, options });
