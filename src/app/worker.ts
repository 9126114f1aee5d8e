/** Keeps a tenant fresh: runs on schedule and on request, one run after the other. */
import type { Instant } from "../domain";
import { LeaseTakenError } from "./errors";
import type { Clock, RunRequest, SnapshotStore } from "./ports";

/** When to run next. The host brings the calendar, the time zone and the jitter. */
export interface Schedule {
  /** First turn after `after`; `undefined` when there is none. */
  next(after: Instant): Instant | undefined;
}

export interface WorkerPorts {
  readonly store: Pick<SnapshotStore, "requests">;
  readonly clock: Clock;
  readonly schedule: Schedule;
  /** Does one run; its rejection is told and does not end the worker. */
  readonly run: (request: RunRequest) => Promise<unknown>;
  readonly newId: () => string;
  /** Resolves after the time or, at once, when the signal ends the worker. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

export interface WorkerOptions {
  readonly signal: AbortSignal;
  /** How often the store is asked for requests. */
  readonly pollMs?: number;
}

/** Resolves when the signal ends it. A run that is under way then ends by the same signal, given to `run` by the host. */
export async function work(ports: WorkerPorts, { signal, pollMs = 5_000 }: WorkerOptions): Promise<void> {
  let due = ports.schedule.next(ports.clock.now());
  while (!signal.aborted) {
    const request = await nextRun(ports, due, signal);
    if (request) await runSafely(ports, request, signal);
    if (request?.trigger === "schedule") due = ports.schedule.next(ports.clock.now());
    if (!request || request.trigger === "request") await ports.wait(pollMs, signal);
  }
}

/** People first: a request is served before a turn of the schedule, which then comes right after it. */
async function nextRun(
  ports: WorkerPorts,
  due: Instant | undefined,
  signal: AbortSignal,
): Promise<RunRequest | undefined> {
  const [requested] = await openRequests(ports, signal);
  if (requested) return requested;
  const isDue = due !== undefined && Date.parse(due) <= Date.parse(ports.clock.now());
  return isDue ? { id: ports.newId(), trigger: "schedule" } : undefined;
}

/** A store that cannot be asked now is asked again with the next turn. */
async function openRequests({ store, onTrouble }: WorkerPorts, signal: AbortSignal): Promise<readonly RunRequest[]> {
  try {
    return await store.requests(signal);
  } catch (error) {
    if (!signal.aborted) onTrouble(error);
    return [];
  }
}

/** A store that another run holds is no trouble: that run is doing the same work. */
async function runSafely({ run, onTrouble }: WorkerPorts, request: RunRequest, signal: AbortSignal): Promise<void> {
  try {
    await run(request);
  } catch (error) {
    if (!(error instanceof LeaseTakenError) && !signal.aborted) onTrouble(error);
  }
}
