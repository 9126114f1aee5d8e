/** The public surface of the domain. What is not named here is not for other layers. */
export type * from "./measured";
export type * from "./snapshot/facts";
export type * from "./snapshot/snapshot";
export type * from "./snapshot/parts";
export { schemaVersion } from "./snapshot/snapshot";
export * from "./snapshot/tables";
export * from "./settings";
export { meters, type Meter, type MeterGroup, type MeterId, type Reset, type Scope, type Unit } from "./catalog/meters";
