import type { ColumnDefinition, ColumnType, TableDefinition } from "../definitions";
import { withSystemColumns } from "../metadata/systemColumns";

/** Tables that every environment has. They answer questions and take no writes; add the next one to the list below. */

interface Outline {
  readonly logicalName: string;
  readonly entitySetName: string;
  readonly primaryName: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
}

const outlines: readonly Outline[] = [
  {
    logicalName: "solution",
    entitySetName: "solutions",
    primaryName: "friendlyname",
    columns: {
      solutionid: "guid",
      uniquename: "text",
      friendlyname: "text",
      version: "text",
      installedon: "datetime",
      ismanaged: "boolean",
      isvisible: "boolean",
    },
  },
  {
    logicalName: "organization",
    entitySetName: "organizations",
    primaryName: "name",
    columns: { organizationid: "guid", name: "text", languagecode: "integer" },
  },
  {
    logicalName: "systemuser",
    entitySetName: "systemusers",
    primaryName: "fullname",
    columns: {
      systemuserid: "guid",
      fullname: "text",
      domainname: "text",
      applicationid: "guid",
      isdisabled: "boolean",
    },
  },
];

export const standardTables: readonly TableDefinition[] = outlines.map(standardTable);

function standardTable({ logicalName, entitySetName, primaryName, columns }: Outline): TableDefinition {
  return {
    logicalName,
    schemaName: logicalName.slice(0, 1).toUpperCase() + logicalName.slice(1),
    entitySetName,
    primaryId: `${logicalName}id`,
    primaryName,
    ownership: "None",
    isCustom: false,
    presentIn: "everywhere",
    readOnly: true,
    columns: withSystemColumns(plainColumns(columns), "None"),
    keys: [],
  };
}

function plainColumns(columns: Readonly<Record<string, ColumnType>>): readonly ColumnDefinition[] {
  return Object.entries(columns).map(([logicalName, type]) => ({ logicalName, schemaName: logicalName, type }));
}

const metadataColumns: Readonly<Record<string, ColumnType>> = {
  MetadataId: "guid",
  LogicalName: "text",
  SchemaName: "text",
  EntitySetName: "text",
  LogicalCollectionName: "text",
  PrimaryIdAttribute: "text",
  PrimaryNameAttribute: "text",
  OwnershipType: "text",
  IsCustomEntity: "boolean",
  ChangeTrackingEnabled: "boolean",
};

/** `EntityDefinitions`: the definitions as rows of a table of their own, so that the one query engine reads them too. */
export const definitionsTable: TableDefinition = {
  logicalName: "EntityMetadata",
  schemaName: "EntityMetadata",
  entitySetName: "EntityDefinitions",
  primaryId: "MetadataId",
  ownership: "None",
  isCustom: false,
  presentIn: "everywhere",
  readOnly: true,
  isMetadata: true,
  columns: plainColumns(metadataColumns),
  keys: [{ schemaName: "LogicalName", columns: ["LogicalName"] }],
};
