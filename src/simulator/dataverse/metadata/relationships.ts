import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { elements, readXml, text } from "./xml";

/** The many side of a relationship, as far as rows are concerned. */
export interface Relationship {
  readonly referencingTable: string;
  readonly referencingColumn: string;
  readonly referencedTable: string;
  readonly navigation: string;
  readonly onDelete: "restrict" | "clear";
}

/** Relationships of the tree: `Other/Relationships/<ReferencedTable>.xml`. */
export function loadRelationships(solutionFolder: string): readonly Relationship[] {
  const folder = join(solutionFolder, "Other", "Relationships");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".xml"));
  return files
    .flatMap((file) => elements(readXml(join(folder, file)), "EntityRelationships", "EntityRelationship"))
    .filter((node) => text(node, "EntityRelationshipType") === "OneToMany")
    .map(relationship);
}

function relationship(node: unknown): Relationship {
  const column = required(node, "ReferencingAttributeName").toLowerCase();
  return {
    referencingTable: required(node, "ReferencingEntityName").toLowerCase(),
    referencingColumn: column,
    referencedTable: required(node, "ReferencedEntityName").toLowerCase(),
    navigation: navigationName(node) ?? column,
    onDelete: text(node, "CascadeDelete") === "Restrict" ? "restrict" : "clear",
  };
}

/** Role type 1 is the referencing side: its navigation property leads from the row to what it points to. */
const navigationName = (node: unknown): string | undefined =>
  elements(node, "EntityRelationshipRoles", "EntityRelationshipRole")
    .filter((role) => text(role, "RelationshipRoleType") === "1")
    .map((role) => text(role, "NavigationPropertyName"))[0];

function required(node: unknown, name: string): string {
  const value = text(node, name);
  if (value === undefined) throw new Error(`Relationship ${text(node, "@Name") ?? "?"} has no ${name}.`);
  return value;
}
