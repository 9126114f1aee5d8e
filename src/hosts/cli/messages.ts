/** Every word that the command line says to a person. */
import type { MeterId, MeterStatus, ReasonCode, RunPhase, Unit } from "../../domain";

const phases: Readonly<Record<RunPhase, string>> = {
  licences: "Reading licences",
  environments: "Reading environments and storage",
  details: "Reading what each environment uses",
  compute: "Computing quotas",
  publish: "Publishing the snapshot",
};

const meters: Readonly<Record<MeterId, string>> = {
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

const statuses: Readonly<Record<MeterStatus, string>> = {
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

const units: Readonly<Record<Unit, string>> = {
  people: "people",
  interactions: "interactions",
  megabytes: "MB",
  routes: "routes",
  minutes: "minutes",
  environments: "environments",
  messagesPerHour: "messages an hour",
  licences: "licences",
  cases: "cases",
  messages: "messages",
  sessions: "sessions",
};

const reasons: Readonly<Record<ReasonCode, string>> = {
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

const outcomes = {
  done: "done",
  bug: "a fault of this program",
  usage: "wrong usage or settings; nothing was started",
  signIn: "sign-in was refused",
  partial: "published, but a source or an environment could not be read",
  source: "nothing could be read, or an import file has faults",
  store: "the tables could not be read or written; nothing was published",
  busy: "another run is under way",
  cancelled: "cancelled",
} as const;

const options = {
  config: "settings file (default: quota-panel.json in this folder, if there is one)",
  json: "print one JSON object and nothing else",
  schedule: 'stay, and refresh at these times (cron, for example "0 */6 * * *")',
  timeZone: "time zone of the schedule, for example Europe/Berlin",
  jitter: "start each scheduled run up to this many seconds late",
  port: "port to listen on",
  expectedPort: "Expected a port from 0 to 65535.",
  expectedSeconds: "Expected whole seconds from 0 to 3600.",
  timeZoneAlone:
    "--time-zone and --jitter belong to a schedule. Give --schedule too, or schedule.cron in the settings.",
  jsonStays:
    "--json prints one result and --schedule never ends. A run that stays logs JSON lines anyway; leave --json out.",
};

const examples = {
  program: `Examples:
  $ quota-panel sync
  $ quota-panel sync --config contoso.json --json
  $ quota-panel sync --schedule "0 */6 * * *" --time-zone Europe/Berlin
  $ quota-panel serve --port 4280`,
  sync: `Examples:
  Read once and publish a snapshot:
  $ quota-panel sync

  For a pipeline (the exit code tells a whole snapshot from a partial one):
  $ quota-panel sync --json > snapshot.json

  Stay, refresh every six hours and whenever somebody asks for it in the panel:
  $ quota-panel sync --schedule "0 */6 * * *" --time-zone Europe/Berlin`,
  serve: `Examples:
  Show the panel on this machine, with the identity of the sync:
  $ quota-panel serve

  The same on another port, refreshing every hour:
  $ quota-panel serve --port 5000 --schedule "0 * * * *"`,
};

export const messages = {
  program: "What a Dynamics 365 tenant owns of every licence quota, what is used, and why.",
  sync: "Read the tenant, compute its quotas and publish a snapshot in the home environment.",
  serve: "Show the panel on this machine (127.0.0.1 only) and answer its Refresh.",
  options,
  examples,
  exitCodes: "Exit codes:",
  environment: "Environment variables (they win over the settings file):",
  phases,
  meters,
  statuses,
  units,
  reasons,
  outcomes,
  progress: (phase: RunPhase, done: number, total: number, elapsed: string): string =>
    `${phases[phase]}${total > 0 ? `, ${done} of ${total}` : ""} (${elapsed})`,
  published: (tenant: string, asOf: string): string => `Published a snapshot of ${tenant}, as of ${asOf}.`,
  coverage: (read: number, total: number): string => `${read} of ${total} environments read.`,
  footprint: (rows: number, kilobytes: number): string => `The product's own tables: ${rows} rows, ${kilobytes} KB.`,
  findings: (count: number): string =>
    count === 1 ? "1 finding; the panel explains it." : `${count} findings; the panel explains them.`,
  missing: "Not read:",
  lowerBound: "at least ",
  notKnown: "unknown",
  unlimited: "unlimited",
  of: "of",
  configFaults: (file: string, count: number): string =>
    count === 1 ? `A setting cannot be used (${file}):` : `${count} settings cannot be used (${file}):`,
  busy: (holder: string, until: string): string =>
    `Another run (${holder}) is under way. Its hold ends at ${until} unless it goes on; try again then.`,
  signIn: "Check tenant id, client id and secret or certificate of the app registration.",
  store: "The tables of the home environment cannot be used. The previous snapshot is untouched.",
  portTaken: (port: number): string => `Port ${port} is taken by another program.`,
  tryPort: (command: string): string => `The next free one: ${command}`,
  assetsMissing: (file: string): string => `${file} Build it first: npm run build`,
  cancelling: "Stopping; press Ctrl-C again to end at once.",
  cancelled: "Cancelled. The previous snapshot is untouched.",
  bug: "This is a fault of the program:",
  simulating: (tenant: string, environments: number, address: string): string =>
    `Simulated tenant ${tenant}, ${environments} ${environments === 1 ? "environment" : "environments"}, at ${address}.`,
  waiting: (holder: string, until: string): string =>
    `Another run (${holder}) holds the tables until ${until}; waiting.`,
  runStarted: {
    schedule: "Refreshing on schedule",
    request: "Refreshing, as asked for in the panel",
    commandLine: "Refreshing",
  },
  planned: (at: string): string => `Next refresh on schedule: ${at}`,
  waitingForRequests: "Refreshing when the panel asks for it.",
  serving: (address: string): string => `The panel: ${address}`,
  stays: "Ctrl-C ends it.",
} as const;
