/** What the help says: options, examples, exit codes. */
export const outcomes = {
  done: "done",
  bug: "a fault of this program",
  usage: "wrong usage, settings, facts, changes or import file; nothing was started",
  signIn: "sign-in was refused",
  partial: "published, but a source or an environment could not be read",
  source: "nothing could be read, or an import file has faults",
  store: "the tables could not be read or written; nothing was published",
  busy: "another run is under way",
  file: "published, but the file of facts could not be written",
  refused: "doctor: a call was refused, something is missing or a service did not answer",
  cancelled: "cancelled",
} as const;

export const options = {
  config: "settings file (default: quota-panel.json in this folder, if there is one)",
  verbose: "show each request on standard error, with what the service said about its limits",
  json: "print one JSON object and nothing else",
  schedule: 'stay, and refresh at these times (cron, for example "0 */6 * * *")',
  timeZone: "time zone of the schedule, for example Europe/Berlin",
  jitter: "start each scheduled run up to this many seconds late",
  port: "port to listen on",
  saveFacts: "save what was read, with the settings in force, for assess, plan and explain",
  redact: "with --save-facts: replace names, ids and addresses by pseudonyms",
  facts: "file of facts, as `sync --save-facts` writes it (docs/facts.schema.json)",
  changes: "file with a list of changes",
  asOf: "day or time for which to compute (default: when the facts were read)",
  edition: "edition of the catalogue (default: the one in the file, else seed)",
  policy: "reading of a rule, for example tenantDefault=sum; may be given more than once",
  meter: "which meter",
  ruleId: "id of a rule, for example CC.routes",
  expectedPort: "Expected a port from 0 to 65535.",
  expectedSeconds: "Expected whole seconds from 0 to 3600.",
  timeZoneAlone:
    "--time-zone and --jitter belong to a schedule. Give --schedule too, or schedule.cron in the settings.",
  jsonStays:
    "--json prints one result and --schedule never ends. A run that stays logs JSON lines anyway; leave --json out.",
};

export const examples = {
  program: `Examples:
  $ quota-panel sync
  $ quota-panel sync --config contoso.json --json
  $ quota-panel sync --schedule "0 */6 * * *" --time-zone Europe/Berlin
  $ quota-panel serve --port 4280
  $ quota-panel doctor
  $ quota-panel sync --save-facts facts.json
  $ quota-panel explain storageFile --facts facts.json`,
  sync: `Examples:
  Read once and publish a snapshot:
  $ quota-panel sync

  For a pipeline (the exit code tells a whole snapshot from a partial one):
  $ quota-panel sync --json > snapshot.json

  Stay, refresh every six hours and whenever somebody asks for it in the panel:
  $ quota-panel sync --schedule "0 */6 * * *" --time-zone Europe/Berlin

  Keep what was read, under other names, for somebody outside of the tenant:
  $ quota-panel sync --save-facts case.json --redact`,
  serve: `Examples:
  Show the panel on this machine, with the identity of the sync:
  $ quota-panel serve

  The same on another port, refreshing every hour:
  $ quota-panel serve --port 5000 --schedule "0 * * * *"`,
  assess: `Examples:
  $ quota-panel assess --facts facts.json
  $ quota-panel assess --facts facts.json --edition lg-2026-07 --as-of 2026-12-31

  Under other readings of the rules, for a program:
  $ quota-panel assess --facts facts.json --policy tenantDefault=sum --policy timeZone=Europe/Berlin --json`,
  plan: `Examples:
  $ quota-panel plan --facts facts.json --changes changes.json
  $ quota-panel plan --facts facts.json --changes changes.json --json

A file of changes is a list, made in its order:
  [
    { "kind": "add", "product": "contactCenterVoice", "quantity": 20 },
    { "kind": "drop", "product": "dataverseFile", "quantity": 5 },
    { "kind": "renewAs", "from": "marketingBase", "to": "customerInsightsBase" },
    { "kind": "campaign", "segment": 5000, "messages": 4, "alreadyInteracted": 1200 },
    { "kind": "environment", "type": "sandbox", "database": 2000, "file": 0, "log": 0, "installs": ["installData"] },
    { "kind": "date", "asOf": "2027-01-31T00:00:00Z" }
  ]`,
  explain: `Examples:
  $ quota-panel explain interactedPeople --facts facts.json
  $ quota-panel explain storageDatabase --facts facts.json --edition lg-2026-07`,
  catalog: `Examples:
  $ quota-panel catalog diff seed lg-2026-07
  $ quota-panel catalog rules CC.routes`,
  catalogDiff: `Examples:
  $ quota-panel catalog diff seed lg-2026-07
  $ quota-panel catalog diff seed lg-2026-07 --json`,
  catalogRules: `Examples:
  $ quota-panel catalog rules
  $ quota-panel catalog rules CI-J.interacted-people.base --json`,
};
