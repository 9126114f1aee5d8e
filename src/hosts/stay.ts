/** A process that stays: gives the worker its calendar and its runs, and tells a watcher what happens. */
import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Cron } from "croner";
import { LeaseTakenError } from "../app/errors";
import type { ProgressListener, RunRequest, SnapshotStore } from "../app/ports";
import { sync } from "../app/sync";
import type { SyncResult } from "../app/syncContract";
import { work } from "../app/worker";
import type { Instant, Tenant } from "../domain";
import type { Composition } from "./compose";
import type { Config, Schedule } from "./config/config";

/** Told what happens, in order. */
export interface Watcher {
  readonly started: (run: RunRequest) => void;
  readonly progressed: ProgressListener;
  readonly ended: (run: RunRequest, result: SyncResult) => void;
  readonly failed: (run: RunRequest, error: unknown) => void;
  /** The store could not be asked for requests. Told once until it answers again. */
  readonly unreachable: (error: unknown) => void;
  /** When the next scheduled run starts; `undefined` without a schedule. */
  readonly planned: (at: Instant | undefined) => void;
}

export interface StayOptions {
  readonly composition: Composition;
  readonly config: Pick<Config, "schedule" | "settings">;
  readonly tenant: Tenant;
  readonly signal: AbortSignal;
  readonly watcher: Watcher;
  /** Wraps each run, for whoever keeps an eye on it. */
  readonly around?: AroundRun;
}

export type AroundRun = (run: RunRequest, work: () => Promise<SyncResult>) => Promise<SyncResult>;

const plainly: AroundRun = (_run, work) => work();

/** How often the store is asked for requests of the panel. */
const pollMs = 3_000;

/** The next time of the schedule after `from`, moved by up to the jitter; `undefined` without a schedule. */
export const nextStart = ({ cron, timeZone, jitterSeconds }: Schedule, from: Instant): Instant | undefined => {
  if (cron === undefined) return undefined;
  const next = new Cron(cron, { timezone: timeZone, paused: true }).nextRun(new Date(from));
  return next === null ? undefined : new Date(next.getTime() + randomInt(jitterSeconds * 1000 + 1)).toISOString();
};

const runOnce = async (options: StayOptions, run: RunRequest): Promise<void> => {
  const { composition, config, tenant, signal, watcher, around = plainly } = options;
  const work = async (): Promise<SyncResult> => {
    watcher.started(run);
    const { settings } = config;
    const onProgress = watcher.progressed;
    const result = await sync(composition.ports, { tenant, run, settings, signal, onProgress });
    watcher.ended(run, result);
    return result;
  };
  try {
    await around(run, work);
  } catch (error) {
    if (!signal.aborted) watcher.failed(run, error);
    if (error instanceof LeaseTakenError) throw error;
  }
};

/** The store's requests; remembers whether it answered last time, so that an hour without it is one line and not many. */
const watchedStore = (store: Pick<SnapshotStore, "requests">, watcher: Watcher) => {
  let answers = true;
  return {
    requests: async (signal: AbortSignal) => {
      const requests = await store.requests(signal);
      answers = true;
      return requests;
    },
    trouble: (error: unknown): void => {
      if (answers) watcher.unreachable(error);
      answers = false;
    },
  };
};

/** Resolves when the signal is aborted and the run under way, if any, has ended. */
export const stay = async (options: StayOptions): Promise<void> => {
  const { composition, config, signal, watcher } = options;
  const { requests, trouble } = watchedStore(composition.ports.store, watcher);
  const next = (after: Instant): Instant | undefined => {
    const at = nextStart(config.schedule, after);
    watcher.planned(at);
    return at;
  };
  const ports = {
    store: { requests },
    clock: composition.ports.clock,
    schedule: { next },
    run: (run: RunRequest) => runOnce(options, run),
    newId: () => randomUUID(),
    wait: (milliseconds: number, ended: AbortSignal) =>
      sleep(milliseconds, undefined, { signal: ended }).catch(() => undefined),
    onTrouble: trouble,
  };
  await work(ports, { signal, pollMs });
};
