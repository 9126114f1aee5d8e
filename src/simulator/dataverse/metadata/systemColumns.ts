import type { ColumnDefinition, TableDefinition } from "../definitions";

const stateOptions = new Map([
  [0, "Active"],
  [1, "Inactive"],
]);
const statusOptions = new Map([
  [1, "Active"],
  [2, "Inactive"],
]);

const userLookup = (logicalName: string, managed: boolean): ColumnDefinition => ({
  logicalName,
  schemaName: logicalName,
  type: "lookup",
  target: "systemuser",
  navigation: logicalName,
  managed,
});

const always: readonly ColumnDefinition[] = [
  { logicalName: "createdon", schemaName: "CreatedOn", type: "datetime", managed: true },
  { logicalName: "modifiedon", schemaName: "ModifiedOn", type: "datetime", managed: true },
  userLookup("createdby", true),
  userLookup("modifiedby", true),
  { logicalName: "versionnumber", schemaName: "VersionNumber", type: "bigint", managed: true },
  { logicalName: "statecode", schemaName: "statecode", type: "choice", options: stateOptions },
  { logicalName: "statuscode", schemaName: "statuscode", type: "choice", options: statusOptions },
];

const ownership: Readonly<Record<TableDefinition["ownership"], readonly ColumnDefinition[]>> = {
  UserOwned: [userLookup("ownerid", false)],
  OrganizationOwned: [
    {
      logicalName: "organizationid",
      schemaName: "OrganizationId",
      type: "lookup",
      target: "organization",
      navigation: "organizationid",
      managed: true,
    },
  ],
  None: [],
};

/** The declared columns plus those that the platform gives to each table and the tree left out. */
export function withSystemColumns(
  declared: readonly ColumnDefinition[],
  owner: TableDefinition["ownership"],
): readonly ColumnDefinition[] {
  const names = new Set(declared.map((column) => column.logicalName));
  const missing = [...always, ...ownership[owner]].filter((column) => !names.has(column.logicalName));
  return [...declared, ...missing];
}
