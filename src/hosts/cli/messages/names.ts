/** What things are called: meters, states, units, reasons. */
import type { EditionDifference, MeterId, MeterStatus, ReasonCode, RunPhase, Scope, Unit } from "../../../domain";

export const phases: Readonly<Record<RunPhase, string>> = {
  licences: "Reading licences",
  environments: "Reading environments and storage",
  details: "Reading what each environment uses",
  compute: "Computing quotas",
  publish: "Publishing the snapshot",
};

export const meters: Readonly<Record<MeterId, string>> = {
  interactedPeople: "Interacted people",
  monthlyInteractions: "Interactions this month",
  unifiedPeople: "Unified people",
  throughput: "Sending throughput",
  storageDatabase: "Database storage",
  storageFile: "File storage",
  storageLog: "Log storage",
  recordRoutes: "Record routes",
  voicebotMinutes: "Voice bot minutes",
  callIntelligenceMinutes: "Call intelligence minutes",
  seatsDigital: "Digital seats",
  seatsVoice: "Voice seats",
  addOnDigital: "Digital add-ons to Customer Service Enterprise",
  addOnVoice: "Voice add-ons to Customer Service Enterprise",
  addOnBoth: "Digital and voice add-ons to Customer Service Enterprise",
  installOutbound: "Outbound marketing installs",
  installJourneys: "Real-time journeys installs",
  installData: "Customer Insights - Data installs",
  trialEnvironments: "Trial environments",
  cases: "Customer Service Insights cases",
  copilotMessages: "Copilot Studio messages",
  copilotSessions: "Power Virtual Agents sessions",
};

export const statuses: Readonly<Record<MeterStatus, string>> = {
  ok: "ok",
  near: "near the limit",
  critical: "nearly used up",
  over: "over the limit",
  covered: "covered by another pool",
  none: "nothing owned, nothing used",
  unlimited: "unlimited",
  unknown: "unknown",
  rate: "a rate, not used up",
};

export const units: Readonly<Record<Unit, string>> = {
  people: "people",
  interactions: "interactions",
  megabytes: "GB",
  routes: "routes",
  minutes: "minutes",
  environments: "environments",
  messagesPerHour: "messages an hour",
  licences: "licences",
  cases: "cases",
  messages: "messages",
  sessions: "sessions",
};

/** Of exactly one. */
export const singleUnits: Readonly<Record<Unit, string>> = {
  people: "person",
  interactions: "interaction",
  megabytes: "GB",
  routes: "route",
  minutes: "minute",
  environments: "environment",
  messagesPerHour: "message an hour",
  licences: "licence",
  cases: "case",
  messages: "message",
  sessions: "session",
};

export const reasons: Readonly<Record<ReasonCode, string>> = {
  forbidden: "permission is missing",
  unauthenticated: "sign-in was refused",
  unreachable: "no connection",
  throttled: "the service asked to wait too long",
  serverError: "the service failed",
  shapeChanged: "the answer has an unknown shape",
  notFound: "not found",
  cancelled: "cancelled",
  noDataverse: "no Dataverse database",
  environmentNotReady: "the environment is not ready",
  noReading: "the service gave no figure",
  notBound: "no entitlement is bound to it",
  neverMeasured: "never measured",
  sourceNotRead: "its source was not read",
  notInCatalogue: "not in the catalogue",
  notMetered: "nothing is used up",
};

export const scopes: Readonly<Record<Scope, string>> = {
  tenant: "for the tenant",
  environment: "for each environment",
  user: "for each user",
};

/** How a product gives an amount. */
export const ways: Readonly<Record<EditionDifference["way"], string>> = {
  each: "for each unit",
  once: "once to a tenant",
  largest: "once, the largest counts",
  blocks: "for each whole block",
  subscription: "for each subscription",
  unsized: "of unknown size",
  unlimited: "without limit from a day on",
};
