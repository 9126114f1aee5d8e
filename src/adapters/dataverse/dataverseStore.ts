/** Snapshots in the tables of the home environment (architecture.md contract 5; src/domain/snapshot/tables.ts). */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { StoreError } from "../../app/errors";
import type { Clock, Publication, RunProgress, RunRequest, SnapshotStore } from "../../app/ports";
import {
  encode,
  environmentHistoryTable,
  memoryTable,
  meterHistoryTable,
  partTable,
  snapshotTable,
  tables as ownTables,
  runTable,
  type Tenant,
} from "../../domain";
import type { DataverseAccess } from "./connect";
import { footprintOf } from "./footprint";
import { startHeartbeat, type Heartbeat } from "./heartbeat";
import { readHistory, writeHistory } from "./history";
import { takeLease, type Lease } from "./lease";
import { recall, remember } from "./memory";
import { hashed, writeMissingTexts } from "./parts";
import { closeDeadRuns, endedRow, openRequests, progressRow, removeOldRuns, startedRow } from "./runs";
import { headRow, removeOldSnapshots } from "./snapshots";
import { openTables, type Tables } from "./tables";
import { together } from "./together";

export interface DataverseStoreOptions extends DataverseAccess {
  /** Address of the home environment without a slash at its end. */
  readonly url: string;
  readonly tenantId: string;
  readonly clock: Clock;
  /** After this time without a sign of life the lease is free again. */
  readonly leaseMs?: number;
}

interface OpenRun {
  readonly tenant: Tenant;
  readonly run: RunRequest;
  readonly lease: Lease;
  readonly heartbeat: Heartbeat<RunProgress>;
}

const endWithinMs = 30_000;

/** One store serves one run at a time. */
export function dataverseStore(options: DataverseStoreOptions): SnapshotStore {
  const tables = openTables(options, options.url);
  const now = () => Date.parse(options.clock.now());
  const holder = `${hostname()} ${randomUUID().slice(0, 8)}`;
  const leaseMs = options.leaseMs ?? 120_000;
  let open: OpenRun | undefined;
  const current = (): OpenRun => {
    if (!open) throw new StoreError("No run is open in the store.");
    return open;
  };
  return {
    begin: async (tenant, run, signal) => {
      if (open) throw new StoreError(`Run ${open.run.id} is still open in this store.`);
      const lease = await takeLease({ tables, tenant, holder, leaseMs, now }, signal);
      try {
        await together(
          tables.write(runTable, run.id, { row: startedRow(tenant, run, now()), signal }),
          closeDeadRuns(tables, { tenantId: tenant.id, own: run.id, now: now() }, signal),
        );
      } catch (error) {
        await lease.release(AbortSignal.timeout(endWithinMs)).catch(() => undefined);
        throw error;
      }
      const beat = beatOf(tables, { lease, run, signal, renewMs: leaseMs / 3, now });
      open = { tenant, run, lease, heartbeat: startHeartbeat(beat) };
    },
    progress: (progress) => current().heartbeat.tell(progress),
    recall: (name, signal) => recall(tables, memoryPlace(options, current().lease), { name, signal }),
    publish: (publication, signal) => publish(tables, { publication, lease: current().lease, signal }),
    end: async (outcome) => {
      const { heartbeat, run, lease } = current();
      open = undefined;
      const signal = AbortSignal.timeout(endWithinMs);
      await heartbeat.stop();
      await tables.write(runTable, run.id, { row: endedRow(outcome, now()), signal });
      await lease.release(signal);
    },
    requests: (signal) => openRequests(tables, options.tenantId, signal),
    history: (signal) => readHistory(tables, { tenantId: options.tenantId, now: now() }, signal),
  };
}

interface Beating {
  readonly lease: Lease;
  readonly run: RunRequest;
  readonly signal: AbortSignal;
  readonly renewMs: number;
  readonly now: () => number;
}

/**
 * Writes the news, and renews the lease whenever a third of it has passed. News that cannot be written is no reason to
 * end a run; a lease that cannot be renewed is.
 */
function beatOf(tables: Tables, { lease, run, signal, renewMs, now }: Beating) {
  let renewedAt = now();
  return async (progress: RunProgress | undefined): Promise<void> => {
    if (progress) await tables.write(runTable, run.id, { row: progressRow(progress), signal }).catch(() => undefined);
    if (now() - renewedAt < renewMs) return;
    await lease.renew(signal);
    renewedAt = now();
  };
}

const memoryPlace = ({ tenantId }: { readonly tenantId: string }, lease: Lease) => ({
  tenantId,
  snapshotId: lease.current(),
});

interface Publishing {
  readonly publication: Publication;
  readonly lease: Lease;
  readonly signal: AbortSignal;
}

/** Every step may be repeated; nothing that a reader sees changes before the pointer moves. */
async function publish(tables: Tables, { publication, lease, signal }: Publishing) {
  const { snapshot, remembering } = publication;
  const tenantId = snapshot.tenant.id;
  const previous = lease.current();
  const parts = encode(snapshot).map(hashed);
  const texts = parts.map((part) => ({ ...part, title: part.kind }));
  const place = memoryPlace({ tenantId }, lease);
  const [history, counted, memory] = await together(
    writeHistory(tables, snapshot, signal),
    tables.rowCounts(ownTables, signal),
    remember(tables, { place, changes: remembering }, signal),
    writeMissingTexts(tables, { table: partTable, tenantId, texts }, signal),
  );
  const atLeast = new Map([
    [partTable.logicalName, parts.length],
    [memoryTable.logicalName, memory.flatMap(({ hashes }) => hashes).length],
    [snapshotTable.logicalName, previous ? 2 : 1],
    [meterHistoryTable.logicalName, history.meters],
    [environmentHistoryTable.logicalName, history.environments],
  ]);
  const footprint = footprintOf(counted, atLeast, { parts, memory });
  const row = headRow(snapshot, { parts, memory, footprint });
  await tables.write(snapshotTable, snapshot.id, { row, signal });
  await lease.point(snapshot.id, signal);
  await clearAway(tables, { tenantId, current: snapshot.id, previous }, signal);
  return footprint;
}

/** The snapshot is published by now. What cannot be cleared away is left to the next run, which tries again. */
async function clearAway(
  tables: Tables,
  kept: { readonly tenantId: string; readonly current: string; readonly previous: string | undefined },
  signal: AbortSignal,
): Promise<void> {
  await Promise.allSettled([removeOldSnapshots(tables, kept, signal), removeOldRuns(tables, kept.tenantId, signal)]);
}
