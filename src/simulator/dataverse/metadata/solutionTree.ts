import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ColumnDefinition, KeyDefinition, TableDefinition } from "../definitions";
import { columnReader } from "./columns";
import { loadOptionSets } from "./optionSets";
import { loadRelationships } from "./relationships";
import { withSystemColumns } from "./systemColumns";
import { element, elements, readXml, text } from "./xml";

type ReadColumn = (table: string, attribute: unknown) => ColumnDefinition;

/**
 * Reads the tables of an unpacked solution (the folder that holds `Entities` and `Other`), in the layout of
 * SolutionPackager. Throws, with table and column named, when the tree says something that has no meaning here.
 */
export function loadTables(solutionFolder: string): TableDefinition[] {
  const folder = join(solutionFolder, "Entities");
  if (!existsSync(folder)) throw new Error(`No tables: ${folder} does not exist.`);
  const readColumn = columnReader(loadOptionSets(solutionFolder), loadRelationships(solutionFolder));
  return readdirSync(folder)
    .map((name) => join(folder, name, "Entity.xml"))
    .filter((file) => existsSync(file))
    .map((file) => readTable(element(readXml(file), "Entity"), readColumn));
}

function readTable(document: unknown, readColumn: ReadColumn): TableDefinition {
  const entity = element(document, "EntityInfo", "entity");
  const schemaName = text(document, "Name") ?? text(entity, "@Name") ?? "";
  const logicalName = schemaName.toLowerCase();
  const attributes = elements(entity, "attributes", "attribute");
  const ownership = text(entity, "OwnershipTypeMask") === "UserOwned" ? "UserOwned" : "OrganizationOwned";
  const primaryName = named(attributes, (node) => (text(node, "DisplayMask") ?? "").includes("PrimaryName"));
  return {
    logicalName,
    schemaName,
    entitySetName: needed(text(entity, "EntitySetName"), `Table ${logicalName} has no EntitySetName.`),
    primaryId: needed(
      named(attributes, (node) => text(node, "Type") === "primarykey"),
      `Table ${logicalName} has no primary key column.`,
    ),
    ...(primaryName === undefined ? {} : { primaryName }),
    ownership,
    isCustom: true,
    presentIn: "home",
    readOnly: false,
    tracksChanges: text(document, "EntityInfo", "entity", "ChangeTrackingEnabled") === "1",
    columns: withSystemColumns(
      attributes.map((attribute) => readColumn(logicalName, attribute)),
      ownership,
    ),
    keys: elements(entity, "EntityKeys", "EntityKey").map(readKey),
  };
}

const named = (attributes: readonly unknown[], test: (node: unknown) => boolean): string | undefined =>
  attributes
    .filter(test)
    .map((node) => text(node, "LogicalName"))
    .find((name) => name !== undefined);

const readKey = (node: unknown): KeyDefinition => ({
  schemaName: text(node, "Name") ?? "",
  columns: elements(node, "EntityKeyAttributes", "AttributeName").flatMap((name) =>
    typeof name === "string" ? [name.toLowerCase()] : [],
  ),
});

function needed(value: string | undefined, message: string): string {
  if (value === undefined) throw new Error(message);
  return value;
}
