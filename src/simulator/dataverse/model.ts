import { propertyName } from "./definitions";
import type { ColumnDefinition, TableDefinition } from "./definitions";

/** A table with the look-ups that requests need. */
export interface Table extends TableDefinition {
  readonly byProperty: ReadonlyMap<string, ColumnDefinition>;
  readonly byLogicalName: ReadonlyMap<string, ColumnDefinition>;
  readonly byNavigation: ReadonlyMap<string, ColumnDefinition>;
  readonly primaryColumn: ColumnDefinition;
}

export interface Model {
  readonly tables: ReadonlyMap<string, Table>;
  readonly bySet: ReadonlyMap<string, Table>;
}

/** Indexes the definitions. Throws when two tables share a name or a table lacks its primary column. */
export function buildModel(definitions: readonly TableDefinition[]): Model {
  const tables = definitions.map(indexed);
  const model = {
    tables: new Map(tables.map((table) => [table.logicalName, table])),
    bySet: new Map(tables.map((table) => [table.entitySetName, table])),
  };
  if (model.tables.size !== tables.length || model.bySet.size !== tables.length) {
    throw new Error("Two tables of the simulated Dataverse share a logical name or an entity set name.");
  }
  return model;
}

function indexed(definition: TableDefinition): Table {
  const primaryColumn = definition.columns.find((column) => column.logicalName === definition.primaryId);
  if (primaryColumn === undefined) throw new Error(`Table ${definition.logicalName} has no column for its primary id.`);
  const lookups = definition.columns.filter((column) => column.type === "lookup");
  return {
    ...definition,
    primaryColumn,
    byProperty: new Map(definition.columns.map((column) => [propertyName(column), column])),
    byLogicalName: new Map(definition.columns.map((column) => [column.logicalName, column])),
    byNavigation: new Map(lookups.map((column) => [column.navigation ?? column.logicalName, column])),
  };
}
