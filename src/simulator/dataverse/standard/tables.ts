import type { ColumnType, TableDefinition } from "../definitions";
import { appTables } from "./appTables";
import type { Outline } from "./outline";
import { lookup, outlined, plainColumns } from "./outline";

/** Tables that every environment has; add the next one to the list below. */

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
      azureactivedirectoryobjectid: "guid",
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
    further: [
      lookup("environmentvariabledefinitionid", "environmentvariabledefinition", "EnvironmentVariableDefinitionId"),
    ],
  },
];

export const standardTables: readonly TableDefinition[] = [...outlines.map(outlined), ...appTables];

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
