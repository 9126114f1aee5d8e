export type { ColumnDefinition, KeyDefinition, TableDefinition } from "./definitions";
export type { Organisation } from "./organisations";
export type { Limits } from "./protection";
export { realLimits } from "./protection";
export type { DataverseOptions } from "./server";
export { dataverse } from "./server";
export type { SeedOptions } from "./store/seed";
export { seedRows } from "./store/seed";
export { loadTables } from "./metadata/solutionTree";
