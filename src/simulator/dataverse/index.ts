export type { ColumnDefinition, TableDefinition } from "./definitions";
export type { Organisation } from "./organisations";
export { realLimits } from "./protection";
export type { DataverseOptions } from "./server";
export { dataverse } from "./server";
export { personId } from "./standard/rows";
export { seedRows } from "./store/seed";
export { loadTables } from "./metadata/solutionTree";
export { loadVariables } from "./metadata/variables";
