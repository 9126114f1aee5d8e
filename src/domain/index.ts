/** The public surface of the domain. What is not named here is not for other layers. */
export type * from "./measured";
export type * from "./snapshot/facts";
export type * from "./snapshot/snapshot";
export type * from "./snapshot/parts";
export { schemaVersion } from "./snapshot/snapshot";
export * from "./snapshot/decisionTables";
export * from "./snapshot/tables";
export * from "./settings";
export type * from "./snapshot/activity";
export type * from "./snapshot/forecast";
export type * from "./snapshot/plan";
export type * from "./snapshot/seats";
export {
  meters,
  type Meter,
  type MeterGroup,
  type MeterId,
  type Nature,
  type Reset,
  type Scope,
  type Unit,
} from "./catalog/meters";
export { editionIds, editions, type EditionId } from "./catalog/editions";
export { isRuleId, rules, type Rule, type RuleId } from "./catalog/rules";
export { products, isProductId, type Product, type ProductId } from "./catalog/products";
export { diffEditions, type EditionDifference } from "./catalog/diffEditions";
export { switches, switchNames, type Switch } from "./catalog/switches";
export { findings, type FindingInfo } from "./catalog/findings";
export { serviceLimits } from "./catalog/serviceLimits";
export { assemble, type Run } from "./snapshot/assemble";
export { essential } from "./snapshot/essential";
export { pieces } from "./snapshot/pieces";
export { encode } from "./snapshot/encode";
export { decode, type Decoded, type RefusalCode } from "./snapshot/decode";
export { toCsv, type Cell } from "./csv";
export { latestImports } from "./engine/used/imports";
export { plan, planner, type Planned } from "./engine/plan/planner";
