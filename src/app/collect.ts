/** Asks every source and says of each whether it was read. Half a list never comes out: a source is whole or unread. */
import type { Environment, EnvironmentFacts, Read, SubscribedSku, Tenant, TenantFacts } from "../domain";
import { attemptWith, ignored, type Asking } from "./attempt";
import { beginDetails, type EnvironmentDetails } from "./details";
import { SourceError } from "./errors";
import type { Memory } from "./memory";
import type { AllocationsByEnvironment, EnvironmentList, ProgressListener } from "./ports";
import type { SyncPorts } from "./syncContract";

export interface CollectOptions {
  readonly tenant: Tenant;
  readonly signal: AbortSignal;
  readonly report: ProgressListener;
  /** Of earlier runs, for sources that tell only what has changed since. */
  readonly memory: Memory;
}

type Ports = Omit<SyncPorts, "store">;

/** Rejects when cancelled, when a handed-in file is faulty, and when nothing of the tenant could be read at all. */
export async function collect(ports: Ports, { tenant, signal, report }: CollectOptions): Promise<TenantFacts> {
  const asking = { attempt: attemptWith(ports.clock.now(), signal), signal };
  const imported = await ports.imports.readings(signal);
  // All of these start now; the phases only tell in which order they are waited for.
  const asked = { ...askLicences(ports, asking), ...askUsage(ports, asking) };
  const detailsBegun = asked.environments.then((read) => beginDetails(read, ports.usage, asking));
  // A cancelled run rejects while the licences are still waited for, before anybody listens to the others.
  for (const early of [...Object.values(asked), detailsBegun]) early.catch(ignored);
  const [subscribedSkus, companySubscriptions, seats] = await counted("licences", report, [
    asked.subscribedSkus,
    asked.companySubscriptions,
    asked.seats,
  ]);
  const [environments, tenantCapacity, currencies, allocations] = await counted("environments", report, [
    asked.environments,
    asked.tenantCapacity,
    asked.currencies,
    asked.allocations,
  ]);
  requireSomething([subscribedSkus, companySubscriptions, environments, tenantCapacity]);
  const details = await counted("details", report, await detailsBegun);
  const byEnvironment = details.map(withAllocations(allocations));
  return {
    ...{ tenant, subscribedSkus, companySubscriptions, seats },
    ...{ environments, tenantCapacity, currencies, byEnvironment, imported },
  };
}

function askLicences({ licences }: Ports, { attempt, signal }: Asking) {
  const subscribedSkus = attempt("graph.subscribedSkus", () => licences.subscribedSkus(signal));
  return {
    subscribedSkus,
    companySubscriptions: attempt("graph.subscriptions", () => licences.companySubscriptions(signal)),
    // Waits for the short list of SKUs, so that of a long list of users only what counts is kept.
    seats: subscribedSkus.then((skus) => attempt("graph.users", () => licences.seats(skuIdsOf(skus), signal))),
  };
}

const skuIdsOf = (skus: Read<readonly SubscribedSku[]>): ReadonlySet<string> | undefined =>
  skus.kind === "read" ? new Set(skus.value.map(({ skuId }) => skuId)) : undefined;

const askUsage = ({ usage }: Ports, { attempt, signal }: Asking) => ({
  environments: attempt("powerplatform.environments", () => usage.environments(signal)).then(listed),
  tenantCapacity: attempt("powerplatform.tenantCapacity", () => usage.tenantCapacity(signal)),
  currencies: attempt("powerplatform.currencies", () => usage.currencies(signal)),
  allocations: attempt("powerplatform.allocations", () => usage.allocations(signal)),
});

const listed = (read: Read<EnvironmentList>): Read<readonly Environment[]> => {
  if (read.kind === "notRead") return read;
  const { environments, lacking } = read.value;
  return { ...read, value: environments, ...(lacking === undefined ? {} : { lacking }) };
};

/** The service lists environments for which something is set aside; of any other it says that nothing is. */
const withAllocations =
  (allocations: Read<AllocationsByEnvironment>) =>
  (details: EnvironmentDetails): EnvironmentFacts => ({
    ...details,
    allocations:
      allocations.kind === "read"
        ? { ...allocations, value: allocations.value.get(details.environmentId) ?? [] }
        : allocations,
  });

/** Waits for all and reports how many are done. */
async function counted<const T extends readonly Promise<unknown>[]>(
  phase: "licences" | "environments" | "details",
  report: ProgressListener,
  asked: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const total = asked.length;
  let done = 0;
  report({ phase, done, total });
  // `Promise.all` rejects with the same error.
  asked.forEach((one) => void one.then(() => report({ phase, done: ++done, total }), ignored));
  return Promise.all(asked);
}

/** A snapshot of nothing would take the place of one that still says something. */
function requireSomething(reads: readonly Read<unknown>[]): void {
  const reasons = reads.flatMap((read) => (read.kind === "notRead" ? [read.reason] : []));
  const [first] = reasons;
  if (!first || reasons.length < reads.length) return;
  throw new SourceError(first.code, `Nothing of the tenant could be read. ${first.detail ?? ""}`.trim());
}
