/** What the command line says to a person about runs and trouble; the rest stands in `messages/`. */
import type { RunPhase } from "../../domain";
import { meters, phases, reasons, scopes, statuses, units, ways } from "./messages/names";
import { examples, options, outcomes } from "./messages/usage";

export const messages = {
  program: "What a Dynamics 365 tenant owns of every licence quota, what is used, and why.",
  sync: "Read the tenant, compute its quotas and publish a snapshot in the home environment.",
  serve: "Show the panel on this machine (127.0.0.1 only) and answer its Refresh.",
  assess: "Compute a whole snapshot from a file of facts, without a tenant.",
  plan: "Say what changes would do to every meter, to the findings and to the monthly cost.",
  explain: "Say where the figures of one meter come from, line by line.",
  catalog: "Look into the catalogue of licences and rules.",
  catalogDiff: "List what two editions of the catalogue give differently.",
  catalogRules: "List the rules, or print one.",
  options,
  examples,
  exitCodes: "Exit codes:",
  environment: "Environment variables (they win over the settings file):",
  phases,
  meters,
  statuses,
  units,
  scopes,
  ways,
  reasons,
  outcomes,
  progress: (phase: RunPhase, done: number, total: number, elapsed: string): string =>
    `${phases[phase]}${total > 0 ? `, ${done} of ${total}` : ""} (${elapsed})`,
  code: (code: string, address: string, until: string): string =>
    `To read what refuses applications, open ${address} and enter the code ${code} before ${until}.`,
  published: (tenant: string, asOf: string): string => `Published a snapshot of ${tenant}, as of ${asOf}.`,
  coverage: (read: number, total: number): string => `${read} of ${total} environments read.`,
  footprint: (rows: number, kilobytes: number): string => `The product's own tables: ${rows} rows, ${kilobytes} KB.`,
  findings: (count: number): string =>
    count === 1 ? "1 finding; the panel explains it." : `${count} findings; the panel explains them.`,
  missing: "Not read:",
  unusedDecisions: "Decisions that cannot be used:",
  andMore: (count: number): string => `and ${count} more`,
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
