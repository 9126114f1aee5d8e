/**
 * The shortest time in which anybody could make the requests of a run, if computing were free, nothing had to be
 * started and nobody ever waited for Retry-After. Every answer takes the latency, a queue never has more requests under
 * way than its limit, and what needs an earlier answer comes after it. The run's own limits and its own counts are used,
 * so a higher limit or a spared request shortens the bound as well as the run.
 */
import { defaultConcurrency, type Concurrency } from "../../src/adapters/http/send";
import type { Tally } from "./setup";

export interface Queue {
  readonly name: string;
  readonly requests: number;
  readonly limit: number;
}

export interface Bound {
  readonly milliseconds: number;
  /** The queue that takes longest while the environments are read. */
  readonly longest: Queue;
}

/** Sign-in for the home environment, reading the panel row, taking the lease, opening the run (`SnapshotStore.begin`). */
const beforeTheList = 4;

/** What is there, the head, the pointer, what can go, the end of the run, the lease: each needs the one before it. */
const afterTheEnvironments = 6;

/** Tokens for the home environment, Graph and the two services of Power Platform. */
const sharedTokens = 4;

type Holds = (pattern: string) => boolean;

const count = ({ requests }: Tally, holds: Holds): number =>
  Object.entries(requests).reduce((sum, [pattern, many]) => (holds(pattern) ? sum + many : sum), 0);

const of =
  (host: string): Holds =>
  (pattern) =>
    pattern.startsWith(host);

/** The queues that work side by side while the environments are read; requests about the tenant are left out. */
const queuesOf = (tally: Tally, homeHost: string, limits: Concurrency): readonly Queue[] => {
  const details = count(tally, (pattern) => /^api\.powerplatform\.com\/.*\/environments\/\{id\}\//.test(pattern));
  const tokens = Math.max(0, count(tally, of("login.microsoftonline.com")) - sharedTokens);
  const organisations = count(tally, (pattern) => pattern.includes(".dynamics.com/") && !of(homeHost)(pattern));
  return [
    { name: "api.powerplatform.com", requests: details, limit: limits.powerPlatform },
    // Behind the last token there is still the question that it is for.
    { name: "login.microsoftonline.com", requests: tokens + limits.identity, limit: limits.identity },
    { name: "all of them", requests: details + tokens + organisations, limit: limits.total },
  ];
};

const waves = ({ requests, limit }: Queue): number => requests / limit;

/** Parts and history may be written side by side; the head comes after all of them. */
const rowWaves = (tally: Tally, homeHost: string, limits: Concurrency): number => {
  const isWrite: Holds = (pattern) => pattern.endsWith("UpsertMultiple") || pattern.endsWith("dqp_snapshotparts()");
  const writes = count(tally, (pattern) => of(homeHost)(pattern) && isWrite(pattern));
  return writes === 0 ? 0 : Math.max(1, writes / limits.dataverse);
};

/** Pages of the list of environments follow each other. Progress of the run is written beside it and costs no time. */
export const lowerBound = (
  tally: Tally,
  latencyMs: number,
  homeHost: string,
  limits: Concurrency = defaultConcurrency,
): Bound => {
  const pages = count(tally, of("api.bap.microsoft.com"));
  const longest = queuesOf(tally, homeHost, limits).reduce((a, b) => (waves(b) > waves(a) ? b : a));
  const steps = beforeTheList + pages + waves(longest) + rowWaves(tally, homeHost, limits) + afterTheEnvironments;
  return { milliseconds: steps * latencyMs, longest };
};

const families: Readonly<Record<string, keyof Concurrency>> = {
  "login.microsoftonline.com": "identity",
  "graph.microsoft.com": "graph",
  "api.bap.microsoft.com": "bap",
  "api.powerplatform.com": "powerPlatform",
};

/** Hosts that had more requests under way than the bound reckons with: then it would be none. Empty when all is well. */
export const overLimit = ({ highestConcurrency }: Tally, limits: Concurrency = defaultConcurrency): readonly string[] =>
  Object.entries(highestConcurrency)
    .filter(([host, highest]) => highest > limits[families[host] ?? "dataverse"])
    .map(([host, highest]) => `${host}: ${highest}`);
