/** Asks every source and says of each whether it was read. Half a list never comes out: a source is whole or unread. */
import type { Environment, EnvironmentFacts, Instant, Read, Reason, SourceId, Tenant, TenantFacts } from "../domain";
import { SourceError } from "./errors";
import type { ProgressListener } from "./ports";
import type { SyncPorts } from "./syncContract";

export interface CollectOptions {
  readonly tenant: Tenant;
  readonly signal: AbortSignal;
  readonly report: ProgressListener;
}

type Ports = Omit<SyncPorts, "store">;
type Attempt = <T>(source: SourceId, ask: () => Promise<T>) => Promise<Read<T>>;

/** Rejects when cancelled, when a handed-in file is faulty, and when nothing of the tenant could be read at all. */
export async function collect(ports: Ports, { tenant, signal, report }: CollectOptions): Promise<TenantFacts> {
  const { licences, usage, imports, clock } = ports;
  const attempt = attemptWith(clock.now(), signal);
  const imported = await imports.readings(signal);
  // All of these start now; the phases only tell in which order they are waited for.
  const capacityRead = attempt("powerplatform.tenantCapacity", () => usage.tenantCapacity(signal));
  const environmentsRead = attempt("powerplatform.environments", () => usage.environments(signal));
  const detailsBegun = environmentsRead.then((read) => beginDetails(read, usage, { attempt, signal }));
  // A cancelled run rejects while the licences are still waited for, before anybody listens to these.
  for (const early of [capacityRead, environmentsRead, detailsBegun]) early.catch(ignored);
  const [subscribedSkus, companySubscriptions] = await counted("licences", report, [
    attempt("graph.subscribedSkus", () => licences.subscribedSkus(signal)),
    attempt("graph.subscriptions", () => licences.companySubscriptions(signal)),
  ]);
  const [environments, tenantCapacity] = await counted("environments", report, [environmentsRead, capacityRead]);
  requireSomething([subscribedSkus, companySubscriptions, environments, tenantCapacity]);
  const byEnvironment = await counted("details", report, await detailsBegun);
  return { tenant, subscribedSkus, companySubscriptions, environments, tenantCapacity, byEnvironment, imported };
}

/**
 * Trouble with a source becomes part of the facts. A cancelled run ends instead, and so does a fault of our own.
 * All reads of a run carry the instant at which it began: none is older, and what did not change is written once.
 */
const attemptWith =
  (asOf: Instant, signal: AbortSignal): Attempt =>
  async (source, ask) => {
    try {
      const value = await ask();
      return { kind: "read", source, asOf, value };
    } catch (error) {
      if (!(error instanceof SourceError) || signal.aborted) throw error;
      return { kind: "notRead", source, reason: error.reason };
    }
  };

/** Waits for all and reports how many are done. */
async function counted<const T extends readonly Promise<unknown>[]>(
  phase: "licences" | "environments" | "details",
  report: ProgressListener,
  asked: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const total = asked.length;
  let done = 0;
  report({ phase, done, total });
  asked.forEach((one) => void one.then(() => report({ phase, done: ++done, total }), ignored));
  return Promise.all(asked);
}

/** `Promise.all` rejects with the same error. */
const ignored = (): undefined => undefined;

/** A snapshot of nothing would take the place of one that still says something. */
function requireSomething(reads: readonly Read<unknown>[]): void {
  const reasons = reads.flatMap((read) => (read.kind === "notRead" ? [read.reason] : []));
  const [first] = reasons;
  if (!first || reasons.length < reads.length) return;
  throw new SourceError(first.code, `Nothing of the tenant could be read. ${first.detail ?? ""}`.trim());
}

interface Asking {
  readonly attempt: Attempt;
  readonly signal: AbortSignal;
}

/**
 * So many that every queue stays full while some environments wait as long as they were told to; the others are begun
 * in the order of the list, so that the first answers do not wait until thousands of requests are made up.
 */
const environmentsAtOnce = 128;

function beginDetails(
  environments: Read<readonly Environment[]>,
  usage: SyncPorts["usage"],
  asking: Asking,
): readonly Promise<EnvironmentFacts>[] {
  const inTurn = turns(environmentsAtOnce);
  const known = environments.kind === "read" ? environments.value : [];
  const begun = known.map((environment) => inTurn(() => readDetails(environment, usage, asking)));
  // A run may end before anybody listens to these.
  for (const one of begun) one.catch(ignored);
  return begun;
}

/** Begins what it is given in the order of the calls, at most `atOnce` at a time. */
function turns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

async function readDetails(
  environment: Environment,
  usage: SyncPorts["usage"],
  { attempt, signal }: Asking,
): Promise<EnvironmentFacts> {
  const inDataverse = <T>(source: SourceId, ask: () => Promise<T>): Promise<Read<T>> => {
    const reason = whyNotAsked(environment);
    return reason ? Promise.resolve({ kind: "notRead", source, reason }) : attempt(source, ask);
  };
  const [packages, solutions, entitlements] = await Promise.all([
    inDataverse("powerplatform.applicationPackages", () => usage.applicationPackages(environment, signal)),
    inDataverse("dataverse.solutions", () => usage.outboundSolutions(environment, signal)),
    attempt("powerplatform.entitlements", () => usage.entitlements(environment, signal)),
  ]);
  return { environmentId: environment.id, packages, solutions, entitlements };
}

/** Packages and solutions live in Dataverse; entitlement rows are kept by the licensing service for every environment. */
function whyNotAsked({ instanceUrl, ready, name }: Environment): Reason | undefined {
  if (instanceUrl === undefined) return { code: "noDataverse" };
  return ready ? undefined : { code: "environmentNotReady", detail: `${name} is not ready.` };
}
