import type { ColumnDefinition, TableDefinition } from "../../../src/simulator/dataverse";

const base = { ownership: "OrganizationOwned", isCustom: true, presentIn: "home", readOnly: false } as const;

const colours = new Map([
  [1, "Red"],
  [2, "Green"],
  [3, "Blue"],
]);

const column = (logicalName: string, rest: Omit<ColumnDefinition, "logicalName" | "schemaName">): ColumnDefinition => ({
  logicalName,
  schemaName: logicalName,
  ...rest,
});

const system: readonly ColumnDefinition[] = [
  column("createdon", { type: "datetime", managed: true }),
  column("modifiedon", { type: "datetime", managed: true }),
  column("modifiedby", { type: "lookup", target: "systemuser", navigation: "modifiedby", managed: true }),
  column("createdby", { type: "lookup", target: "systemuser", navigation: "createdby", managed: true }),
  column("versionnumber", { type: "bigint", managed: true }),
  column("statecode", { type: "choice", options: new Map([[0, "Active"]]) }),
  column("statuscode", { type: "choice", options: new Map([[1, "Active"]]) }),
];

/** A table with a column of each type. */
export const itemTable: TableDefinition = {
  ...base,
  logicalName: "test_item",
  schemaName: "test_Item",
  entitySetName: "test_items",
  primaryId: "test_itemid",
  primaryName: "test_name",
  columns: [
    column("test_itemid", { type: "guid" }),
    column("test_name", { type: "text", maxLength: 20 }),
    column("test_code", { type: "text", maxLength: 20 }),
    column("test_part", { type: "integer", min: -5, max: 100 }),
    column("test_amount", { type: "decimal", min: 0, max: 1e9, precision: 2 }),
    column("test_notes", { type: "memo", maxLength: 2_000 }),
    column("test_on", { type: "datetime" }),
    column("test_day", { type: "date" }),
    column("test_open", { type: "boolean" }),
    column("test_colour", { type: "choice", options: colours }),
    column("test_tags", { type: "choices", options: colours }),
    column("test_parentid", {
      type: "lookup",
      target: "test_parent",
      navigation: "test_ParentId",
      onDelete: "restrict",
    }),
    ...system,
  ],
  keys: [{ schemaName: "test_codekey", columns: ["test_code", "test_part"] }],
};

export const parentTable: TableDefinition = {
  ...base,
  logicalName: "test_parent",
  schemaName: "test_Parent",
  entitySetName: "test_parents",
  primaryId: "test_parentid",
  primaryName: "test_title",
  tracksChanges: true,
  columns: [
    column("test_parentid", { type: "guid" }),
    column("test_title", { type: "text", maxLength: 50 }),
    ...system,
  ],
  keys: [{ schemaName: "test_titlekey", columns: ["test_title"] }],
};
