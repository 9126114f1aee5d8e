/** The meters: what is counted, in which unit, over which span, and where it stands in the panel. */

export type MeterId =
  | "interactedPeople"
  | "monthlyInteractions"
  | "unifiedPeople"
  | "throughput"
  | "storageDatabase"
  | "storageFile"
  | "storageLog"
  | "recordRoutes"
  | "voicebotMinutes"
  | "callIntelligenceMinutes"
  | "seatsDigital"
  | "seatsVoice"
  | "addOnDigital"
  | "addOnVoice"
  | "addOnBoth"
  | "installOutbound"
  | "installJourneys"
  | "installData"
  | "trialEnvironments"
  | "cases"
  | "copilotMessages"
  | "copilotSessions";

export type MeterGroup = "people" | "storage" | "contactCenter" | "installations" | "casesAndMessages";
export type Unit =
  | "people"
  | "interactions"
  | "messagesPerHour"
  | "megabytes"
  | "routes"
  | "minutes"
  | "licences"
  | "environments"
  | "cases"
  | "messages"
  | "sessions";
export type Scope = "tenant" | "environment" | "user";
/** When used amounts become free again. `rolling12Months`: each person for itself (CI-J.interacted-people.window). */
export type Reset = "never" | "firstOfMonth" | "rolling12Months" | "rolling60Days";
/**
 * `amount` is used up, so little room is a warning. `slots` are there to be filled: fine until there are more than owned.
 * `rate` is a speed: it is owned and never used up.
 */
export type Nature = "amount" | "slots" | "rate";

export interface Meter {
  readonly id: MeterId;
  readonly group: MeterGroup;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly reset: Reset;
  readonly nature: Nature;
}

const row = (
  id: MeterId,
  group: MeterGroup,
  unit: Unit,
  reset: Reset,
  { nature = "amount", scope = "tenant" }: Partial<Pick<Meter, "nature" | "scope">> = {},
): Meter => ({ id, group, unit, scope, reset, nature });

/** In the order of the panel. */
export const meters: readonly Meter[] = [
  row("interactedPeople", "people", "people", "rolling12Months"),
  row("monthlyInteractions", "people", "interactions", "firstOfMonth"),
  row("unifiedPeople", "people", "people", "never"),
  row("throughput", "people", "messagesPerHour", "never", { nature: "rate" }),
  row("storageDatabase", "storage", "megabytes", "never"),
  row("storageFile", "storage", "megabytes", "never"),
  row("storageLog", "storage", "megabytes", "never"),
  row("recordRoutes", "contactCenter", "routes", "firstOfMonth"),
  row("voicebotMinutes", "contactCenter", "minutes", "firstOfMonth"),
  row("callIntelligenceMinutes", "contactCenter", "minutes", "firstOfMonth"),
  row("seatsDigital", "contactCenter", "licences", "never", { nature: "slots", scope: "user" }),
  row("seatsVoice", "contactCenter", "licences", "never", { nature: "slots", scope: "user" }),
  row("addOnDigital", "contactCenter", "licences", "never", { nature: "slots" }),
  row("addOnVoice", "contactCenter", "licences", "never", { nature: "slots" }),
  row("addOnBoth", "contactCenter", "licences", "never", { nature: "slots" }),
  row("installOutbound", "installations", "environments", "never", { nature: "slots" }),
  row("installJourneys", "installations", "environments", "never", { nature: "slots" }),
  row("installData", "installations", "environments", "never", { nature: "slots" }),
  row("trialEnvironments", "installations", "environments", "never", { nature: "slots" }),
  row("cases", "casesAndMessages", "cases", "rolling60Days"),
  row("copilotMessages", "casesAndMessages", "messages", "firstOfMonth"),
  row("copilotSessions", "casesAndMessages", "sessions", "firstOfMonth"),
];
