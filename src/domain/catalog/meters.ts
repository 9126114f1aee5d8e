/** The meters: what is counted, in which unit, over which span, and where it stands in the panel. */

export type MeterId =
  | "interactedPeople"
  | "monthlyInteractions"
  | "unifiedPeople"
  | "storageDatabase"
  | "storageFile"
  | "storageLog"
  | "recordRoutes"
  | "voicebotMinutes"
  | "callIntelligenceMinutes"
  | "installOutbound"
  | "installJourneys"
  | "installData"
  | "trialEnvironments";

export type MeterGroup = "people" | "storage" | "contactCenter" | "installations";
export type Unit = "people" | "interactions" | "megabytes" | "routes" | "minutes" | "environments";
export type Scope = "tenant" | "environment" | "user";
/** When used amounts become free again. `rolling12Months`: each person for itself (CI-J.interacted-people.window). */
export type Reset = "never" | "firstOfMonth" | "rolling12Months";

export interface Meter {
  readonly id: MeterId;
  readonly group: MeterGroup;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly reset: Reset;
}

const row = (id: MeterId, group: MeterGroup, unit: Unit, reset: Reset): Meter => ({
  id,
  group,
  unit,
  scope: "tenant",
  reset,
});

/** In the order of the panel. */
export const meters: readonly Meter[] = [
  row("interactedPeople", "people", "people", "rolling12Months"),
  row("monthlyInteractions", "people", "interactions", "firstOfMonth"),
  row("unifiedPeople", "people", "people", "never"),
  row("storageDatabase", "storage", "megabytes", "never"),
  row("storageFile", "storage", "megabytes", "never"),
  row("storageLog", "storage", "megabytes", "never"),
  row("recordRoutes", "contactCenter", "routes", "firstOfMonth"),
  row("voicebotMinutes", "contactCenter", "minutes", "firstOfMonth"),
  row("callIntelligenceMinutes", "contactCenter", "minutes", "firstOfMonth"),
  row("installOutbound", "installations", "environments", "never"),
  row("installJourneys", "installations", "environments", "never"),
  row("installData", "installations", "environments", "never"),
  row("trialEnvironments", "installations", "environments", "never"),
];
