/**
 * Tables whose rows may be created, changed or deleted only with the licence of the app behind them
 * (GEN.restricted-tables); names as the product documentation of 2021-06 prints them,
 * and the project team member under its own name as well.
 */

/** A licence of any one of the families is enough. */
export type AppFamily =
  "sales" | "customerService" | "customerServiceEnterprise" | "fieldService" | "projectService" | "marketing";

export interface RestrictedTable {
  /** Logical name. */
  readonly table: string;
  readonly families: readonly AppFamily[];
  /** Users without the licence may create rows, and change or delete those that they created themselves. */
  readonly ownRowsFree?: true;
}

const ofFieldService = [
  "msdyn_bpf_baa0a411a239410cb8bded8b5fdd88e3",
  "msdyn_bookingjournal",
  "msdyn_bookingtimestamp",
  "msdyn_bpf_989e9b1857e24af18787d5143b67523b",
  "msdyn_fieldservicesetting",
  "msdyn_fieldservicesystemjob",
  "msdyn_inventoryjournal",
  "msdyn_productinventory",
  "msdyn_bpf_2c5fe86acc8b414b8322ae571000c799",
  "msdyn_workorderresourcerestriction",
  "msdyn_uniquenumber",
  "msdyn_workorder",
  "msdyn_workorderdetailsgenerationqueue",
] as const;

const ofFieldOrProjectService = [
  "msdyn_actual",
  "msdyn_configuration",
  "msdyn_organizationalunit",
  "msdyn_scheduleboardsetting",
  "msdyn_schedulingparameter",
  "msdyn_systemuserschedulersetting",
] as const;

const ofProjectService = [
  "msdyn_estimateline",
  "msdyn_estimate",
  "msdyn_fact",
  "msdyn_bpf_d8f9dc7f099f44db9d641dd81fbd470d",
  "msdyn_projectparameter",
  "msdyn_bpf_665e73aa18c247d886bfc50499c73b82",
  "msdyn_projecttaskdependency",
  "msdyn_projecttask",
  "msdyn_projecteam",
  "msdyn_projectteam",
  "msdyn_resourceassignmentdetail",
  "msdyn_resourceassignment",
  "msdyn_transactionconnection",
  "msdyn_transactionorigin",
  "msdyn_transactiontype",
] as const;

const restricted = (tables: readonly string[], families: readonly AppFamily[]): readonly RestrictedTable[] =>
  tables.map((table) => ({ table, families }));

export const restrictedTables: readonly RestrictedTable[] = [
  { table: "incident", families: ["customerService"], ownRowsFree: true },
  ...restricted(["sla"], ["customerService"]),
  ...restricted(["entitlement", "knowledgearticle", "routingrule"], ["customerServiceEnterprise"]),
  ...restricted(["goal"], ["sales"]),
  ...restricted(["journey"], ["marketing"]),
  ...restricted(["msdyn_bookingsetupmetadata"], ["fieldService", "projectService", "customerServiceEnterprise"]),
  ...restricted(ofFieldService, ["fieldService"]),
  ...restricted(ofFieldOrProjectService, ["fieldService", "projectService"]),
  ...restricted(ofProjectService, ["projectService"]),
];

const byName: ReadonlyMap<string, RestrictedTable> = new Map(restrictedTables.map((row) => [row.table, row]));

/** The row of a table by its logical name, upper or lower case; undefined when the table is free. */
export const restrictedTableOf = (table: string): RestrictedTable | undefined => byName.get(table.toLowerCase());
