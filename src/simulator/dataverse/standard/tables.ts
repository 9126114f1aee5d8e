import type { ColumnDefinition, ColumnType, TableDefinition } from "../definitions";
import { withSystemColumns } from "../metadata/systemColumns";

/** Tables that every environment has; add the next one to the list below. */

interface Outline {
  readonly logicalName: string;
  readonly entitySetName: string;
  readonly primaryName: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Where it is more than the logical name with a capital letter. */
  readonly schemaName?: string;
  /** Rows are given by callers and kept; without it the table answers questions and takes no writes. */
  readonly isWritable?: boolean;
  readonly lookups?: readonly ColumnDefinition[];
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
  {
    logicalName: "environmentvariabledefinition",
    schemaName: "EnvironmentVariableDefinition",
    entitySetName: "environmentvariabledefinitions",
    primaryName: "schemaname",
    columns: {
      environmentvariabledefinitionid: "guid",
      schemaname: "text",
      displayname: "text",
      defaultvalue: "memo",
      type: "integer",
    },
  },
  {
    logicalName: "environmentvariablevalue",
    schemaName: "EnvironmentVariableValue",
    entitySetName: "environmentvariablevalues",
    primaryName: "schemaname",
    isWritable: true,
    columns: { environmentvariablevalueid: "guid", schemaname: "text", value: "memo" },
    lookups: [
      {
        logicalName: "environmentvariabledefinitionid",
        schemaName: "EnvironmentVariableDefinitionId",
        type: "lookup",
        target: "environmentvariabledefinition",
        navigation: "EnvironmentVariableDefinitionId",
      },
    ],
  },
];

export const standardTables: readonly TableDefinition[] = outlines.map(standardTable);

function standardTable(outline: Outline): TableDefinition {
  const { logicalName, entitySetName, primaryName, columns, lookups = [] } = outline;
  return {
    logicalName,
    schemaName: outline.schemaName ?? logicalName.slice(0, 1).toUpperCase() + logicalName.slice(1),
    entitySetName,
    primaryId: `${logicalName}id`,
    primaryName,
    ownership: "None",
    isCustom: false,
    presentIn: "everywhere",
    readOnly: outline.isWritable !== true,
    columns: withSystemColumns([...plainColumns(columns), ...lookups], "None"),
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
