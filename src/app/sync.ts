/** One run: take the store, ask everything, compute, publish, give the store back. */
import { assemble, type Settings, type TenantFacts } from "../domain";
import { collect } from "./collect";
import { SourceError, StoreError } from "./errors";
import { memoryOf } from "./memory";
import type { DecidedSettings, ProgressListener, RunOutcome, SnapshotStore } from "./ports";
import type { Sync, SyncOptions, SyncPorts, SyncResult } from "./syncContract";

/**
 * The previous snapshot stays until the new one is complete. Rejects with `LeaseTakenError`, `StoreError` or
 * `SourceError`; the run is closed in the store with the same words. A rejection means that the previous snapshot is
 * still the current one: once the new one is published, a store that cannot close the run changes nothing.
 */
export const sync: Sync = async (ports, options) => {
  const { store } = ports;
  await store.begin(options.tenant, options.run, options.signal);
  const lost = new AbortController();
  const result = await runOnce(ports, options, lost).catch(async (error: unknown) => {
    const cause: unknown = lost.signal.aborted ? lost.signal.reason : error;
    // Why the run failed matters more than that the store could not be told so.
    await store.end(outcomeOf(cause, options.signal)).catch(ignored);
    throw cause;
  });
  await store.end({ status: result.status, ...wordsOf(result) }).catch(ifStoreTrouble);
  return result;
};

const ignored = (): undefined => undefined;

/** The lease then ends by its time. */
const ifStoreTrouble = (error: unknown): undefined => {
  if (!(error instanceof StoreError)) throw error;
};

/** `lost` ends the run from within, when the store can no longer be told how far it is. */
async function runOnce(ports: SyncPorts, options: SyncOptions, lost: AbortController): Promise<SyncResult> {
  const signal = AbortSignal.any([options.signal, lost.signal]);
  const report: ProgressListener = (progress) => {
    options.onProgress(progress);
    ports.store.progress(progress, signal).catch((error: unknown) => {
      lost.abort(error);
    });
  };
  const [past, decided] = [pastOf(ports.store, signal), decidedOf(ports, options.settings, signal)];
  // What collects may not be left alone by a past or by decisions that fail first.
  [past, decided].forEach((early) => void early.catch(ignored));
  const memory = memoryOf(ports.store, signal);
  const collected = await collect(ports, { tenant: options.tenant, signal, report, memory });
  const facts = { ...collected, ...(await past) };
  report({ phase: "compute", done: 0, total: 1 });
  const { settings, faults } = await decided;
  const snapshot = assemble(facts, settings, { id: options.run.id, asOf: ports.clock.now() });
  report({ phase: "publish", done: 0, total: 1 });
  const footprint = await ports.store.publish({ snapshot, remembering: memory.remembering }, signal);
  options.onProgress({ phase: "publish", done: 1, total: 1 });
  const missing = snapshot.sources.filter(({ state }) => state !== "read");
  const status = missing.length + faults.length === 0 ? "succeeded" : "partial";
  return { snapshot, facts, footprint, settings, faults, status, missing };
}

/** Decisions that cannot be read are named like those that are wrong: the settings hold without them. */
async function decidedOf({ decisions }: SyncPorts, settings: Settings, signal: AbortSignal): Promise<DecidedSettings> {
  try {
    return (await decisions?.under(settings, signal)) ?? { settings, faults: [] };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { settings, faults: [`Decisions were not read. ${error.message}`] };
  }
}

/** Without its past a snapshot has every figure but forecasts, so trouble with reading it ends no run. */
async function pastOf(store: SnapshotStore, signal: AbortSignal): Promise<Pick<TenantFacts, "history">> {
  try {
    return { history: await store.history(signal) };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return {};
  }
}

function outcomeOf(error: unknown, signal: AbortSignal): RunOutcome {
  if (signal.aborted) return { status: "cancelled" };
  const code = error instanceof SourceError ? `${error.reason.code}: ` : "";
  return { status: "failed", message: `${code}${error instanceof Error ? error.message : "Unknown trouble."}` };
}

const wordsOf = ({ missing, faults }: Pick<SyncResult, "missing" | "faults">): { readonly message?: string } => {
  const lines = [...missing.map(({ source, read, total }) => `${source}: ${read} of ${total} read`), ...faults];
  return lines.length === 0 ? {} : { message: lines.join("\n") };
};
