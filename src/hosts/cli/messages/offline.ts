/** What the commands say that work from a file: assess, plan, explain, catalog. */
import type {
  Contribution,
  EditionDifference,
  ForecastMethod,
  NoForecast,
  Operation,
  Override,
  Severity,
} from "../../../domain";

type Note = NonNullable<Contribution["note"]>;

export const severities: Readonly<Record<Severity, string>> = {
  error: "ERROR",
  warning: "WARNING",
  info: "INFO",
};

export const notes: Readonly<Record<Note, string>> = {
  trialNotCounted: "A trial: its quota is shown and does not count as owned.",
  largerBaseCounts: "Another product's base, given once to a tenant, is larger and is the one that counts.",
  wholeBlocksOnly: "Packs are pooled and only whole blocks count; this line carries the blocks that it completes.",
  sizeNotKnown:
    "No source says how much one gives, so what is owned is at least this. An override of kind packSize sets the size.",
  licenceNotKnown:
    "The catalogue does not know this licence; its name says that it may give some. An override of kind sku says what it is.",
  unlimited: "This lifts the limit.",
  adminCenterDifference: "What the admin center counts beyond, or short of, the lines above. Its figure stands.",
  converted: "Made of another meter's amount at the conversion rate that was set, rounded down.",
  throughputClass: "The rate that the tenant qualifies for; rates do not add up, so one line carries it.",
};

export const overrideKinds: Readonly<Record<Override["kind"], string>> = {
  sku: "what the licence is",
  packSize: "how much one gives",
  price: "its price",
  conversionRate: "the conversion rate",
};

export const operations: Readonly<Record<Operation, string>> = {
  create: "creating environments",
  copy: "copying",
  restore: "restoring",
  convertTrial: "converting trials",
  recover: "recovering deleted environments",
  addDatabase: "adding a database",
};

export const forecastMethods: Readonly<Record<ForecastMethod, string>> = {
  runRate: "use of this month so far over its elapsed days",
  releases: "the days on which people leave the twelve months, and the arrivals of three months",
  trend: "a robust slope over the days of history",
};

export const noForecasts: Readonly<Record<NoForecast, string>> = {
  tooEarly: "There is too little to forecast from: it takes three days of the month, or fourteen days of history.",
  noTrend: "No date can be told, because use does not grow.",
  noHistory: "There is no history to forecast from.",
};

export const serviceLimitNames: Readonly<Record<string, string>> = {
  interactionsPerMonth: "interactions a month",
  interactionsPerDay: "interactions a day",
};

export const differenceKinds: Readonly<Record<EditionDifference["kind"], string>> = {
  added: "added",
  removed: "removed",
  changed: "changed",
};

export const offline = {
  heading: (tenant: string, asOf: string, edition: string, title: string): string =>
    `${tenant}, as of ${asOf}, edition ${edition} (${title})`,
  nothingPublished: "Computed from a file; nothing was read from the tenant and nothing was published.",
  meters: "Meters:",
  findings: (count: number): string => (count === 1 ? "1 finding:" : `${count} findings:`),
  noFindings: "No findings.",
  nextStep: "Next step:",
  rule: "Rule",
  acknowledged: (by: string, at: string, until: string, reason: string): string =>
    `Acknowledged by ${by} on ${at}, until ${until}: ${reason}`,
  guidance: "Good to know:",
  owned: "Owned",
  atRisk: (amount: string): string => `${amount} of it from licences in the grace period`,
  used: "Used",
  free: "Free",
  over: "Over",
  status: "Status",
  coverage: (read: number, total: number): string => `${read} of ${total} environments read`,
  borrowed: (amount: string, meter: string): string => `${amount} covered by ${meter}`,
  blocked: "Refused by the platform",
  adminCenter: "Admin center",
  adminCenterSays: (owned: string, used: string, at: string): string => `${owned} owned, ${used} used, as of ${at}`,
  effective: "One environment can use",
  breakdown: "Who they are, in the last twelve months:",
  deleted: "Record deleted, still counted",
  inboundOnly: "Nothing was sent to them",
  contributions: "Where it comes from:",
  noContributions: "Nothing in the licences gives any of it.",
  total: "Total",
  once: "once",
  whatever: (quantity: string): string => `once, for all ${quantity}`,
  inGrace: (count: string): string => `${count} in the grace period`,
  trial: "trial",
  inferred: "recognised by its service plan, to be confirmed",
  note: "Note:",
  edition: "edition",
  decided: (by: string, at: string, what: string): string => `Decided by ${by} on ${at}: ${what}`,
  switches: "Open readings of the rules, and what the others would give:",
  limits: "Limits of the service, which no licence raises:",
  forecast: "Forecast:",
  basis: "Made of",
  points: (count: number): string => (count === 1 ? "1 reading" : `${count} readings`),
  perDay: "Change a day",
  monthEnd: "At the end of the month",
  arrivals: "Arrivals a month",
  level: (percent: number): string => `Above ${percent} % of what is owned`,
  expected: "expected",
  between: (earliest: string, latest: string): string => `between ${earliest} and ${latest}`,
  beyond: "beyond the horizon",
  soonest: "now",
  range: (low: string, high: string): string => `${low} to ${high}`,
  month: (leaving: string, used: string): string => `${leaving} leave, then ${used}`,
  peak: "Peak month",
  peakNeeds: (interactions: string, people: string): string =>
    `${interactions} interactions, which ask for ${people} people`,
  partialYear: "fewer than twelve months are known",
  jump: "Since",
  lowerBound: "Not every environment was read, so use may be higher and every day earlier.",
  missing: "Not read:",
  plan: {
    changes: "Meters, today and after the changes:",
    unchanged: "No meter changes.",
    others: (count: number): string => `${count} other meters stay as they are.`,
    appear: "Findings that appear:",
    go: "Findings that go:",
    packs: "What would cover what is lacking:",
    pack: (meter: string, lacking: string, packs: string, owned: string, cost: string): string =>
      `${meter}: ${lacking} lacking; ${packs} would make it ${owned}, for ${cost}`,
    noPack: (meter: string, lacking: string): string => `${meter}: ${lacking} lacking; no pack of known size covers it`,
    priceUnknown: "a price that is not known",
    cost: "Cost a month:",
    today: "Today",
    after: "After",
    change: "Change",
    incomplete: (products: string): string => `incomplete, no price is known for ${products}`,
    priceDecided: (product: string, by: string, at: string): string => `Price of ${product}: set by ${by} on ${at}.`,
    illustration: "Prices without a name beside them are dated illustrations of the catalogue, not an offer.",
    sending: (hours: string): string => `Sending takes ${hours} hours at the owned throughput.`,
  },
  diff: {
    heading: (one: string, other: string): string => `From edition ${one} to ${other}:`,
    none: "The two editions give the same.",
    nothing: "nothing",
    source: "See",
  },
  kinds: { computation: "computation", finding: "finding", guidance: "guidance" },
  unknownRule: (id: string): string => `There is no rule ${id}. \`quota-panel catalog rules\` lists them all.`,
} as const;

export const faults = {
  file: (file: string, count: number): string =>
    count === 1 ? `The file cannot be used (${file}):` : `The file has faults (${file}):`,
  noTime: "asOf: is missing, and no source in the facts says when it was read; give --as-of",
  keyValue: (names: string): string => `Expected NAME=VALUE with a name of ${names}.`,
  day: "Expected a day or a time with zone in the Gregorian calendar, such as 2026-11-22 or 2026-11-22T20:08:34Z.",
  redactAlone: "--redact belongs to --save-facts.",
  saveStays: "--save-facts saves one run and --schedule never ends. Leave one of them out.",
  saved: (file: string): string => `Facts saved in ${file}.`,
  savedRedacted: (file: string): string => `Facts saved in ${file}, under other names.`,
  changes: {
    unknownProduct: "is not a product of the catalogue",
    notHeld: "is not held in this quantity",
    badQuantity: "is no quantity that can be planned with",
    badDate: "is no day that can be planned for",
    mixedCurrencies: "has prices in several currencies",
  },
} as const;
