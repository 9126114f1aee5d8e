/**
 * The panel row: pointer to the current snapshot, and the lease that keeps two runs apart. Every change names the
 * version it knows, so of two writers one always loses and sees it.
 */
import * as v from "valibot";
import { LeaseTakenError, StoreError } from "../../app/errors";
import { currentSnapshotLookup, panelTable, snapshotTable, type Tenant } from "../../domain";
import { instant } from "../http/instant";
import { literal, type Condition, type Row, type Tables } from "./tables";

export interface LeaseOptions {
  readonly tables: Tables;
  readonly tenant: Tenant;
  /** Differs for every process, so that nobody takes another's lease for its own. */
  readonly holder: string;
  readonly leaseMs: number;
  readonly now: () => number;
}

export interface Lease {
  /** Snapshot that the pointer named when the lease was taken or the pointer last moved. */
  readonly current: () => string | undefined;
  /** Rejects with `StoreError` when another run has taken over. */
  renew(signal: AbortSignal): Promise<void>;
  /** Moves the pointer and renews. */
  point(snapshotId: string, signal: AbortSignal): Promise<void>;
  release(signal: AbortSignal): Promise<void>;
}

const panelRow = v.object({
  "@odata.etag": v.string(),
  [panelTable.primaryId]: v.string(),
  [currentSnapshotLookup.read]: v.nullish(v.string()),
  dqp_leaseholder: v.nullish(v.string()),
  dqp_leaseuntil: v.nullish(instant),
});
type PanelRow = v.InferOutput<typeof panelRow>;

const roundsForTheRace = 5;

/** Rejects with `LeaseTakenError` when another run holds it; a lease past its time belongs to nobody. */
export async function takeLease(options: LeaseOptions, signal: AbortSignal): Promise<Lease> {
  for (let round = 0; round < roundsForTheRace; round++) {
    const row = await readPanel(options, signal);
    const known = { etag: row?.["@odata.etag"] ?? "", current: row?.[currentSnapshotLookup.read] ?? undefined };
    if (row?.dqp_leaseholder === options.holder) return heldLease(options, known);
    if (row) refuseWhenTaken(row, options.now());
    const condition: Condition = row ? { "if-match": row["@odata.etag"] } : { "if-none-match": "*" };
    const etag = await writePanel(options, { row: { ...identity(options), ...held(options) }, condition, signal });
    // Written under the condition that nobody changed the row since it was read, so what was read still holds.
    if (etag !== undefined) return heldLease(options, { ...known, etag });
    // Whoever wrote in between is seen by the next round's reading.
  }
  throw new LeaseTakenError("unknown", new Date(options.now() + options.leaseMs).toISOString());
}

async function readPanel({ tables, tenant }: LeaseOptions, signal: AbortSignal): Promise<PanelRow | undefined> {
  const select = [panelTable.primaryId, currentSnapshotLookup.read, "dqp_leaseholder", "dqp_leaseuntil"].join(",");
  const filter = `dqp_tenantid eq ${literal(tenant.id)}`;
  const [row] = await tables.list(panelTable, { select, filter }, { item: panelRow, signal });
  return row;
}

function refuseWhenTaken({ dqp_leaseholder: holder, dqp_leaseuntil: until }: PanelRow, now: number): void {
  if (holder && until && Date.parse(until) > now) throw new LeaseTakenError(holder, until);
}

const identity = ({ tenant }: LeaseOptions): Row => ({ dqp_name: tenant.name });

const held = ({ holder, leaseMs, now }: LeaseOptions): Row => ({
  dqp_leaseholder: holder,
  // Whole seconds: Dataverse keeps no fractions.
  dqp_leaseuntil: new Date(Math.ceil((now() + leaseMs) / 1000) * 1000).toISOString(),
});

const writePanel = (
  { tables, tenant }: LeaseOptions,
  write: { readonly row: Row; readonly condition: Condition; readonly signal: AbortSignal },
): Promise<string | undefined> => tables.write(panelTable, `dqp_tenantid=${literal(tenant.id)}`, write);

interface KnownPanel {
  readonly etag: string;
  readonly current: string | undefined;
}

function heldLease(options: LeaseOptions, known: KnownPanel): Lease {
  let { etag, current } = known;
  let turn: Promise<unknown> = Promise.resolve();
  const change = async (changes: Row, signal: AbortSignal): Promise<void> => {
    const written = await writePanel(options, { row: changes, condition: { "if-match": etag }, signal });
    etag = written ?? (await againAfterLostAnswer(options, changes, signal));
  };
  /** One change after the other, as each needs the version that the one before left. */
  const inTurn = (changes: () => Row, signal: AbortSignal): Promise<void> => {
    const done = turn.then(() => change(changes(), signal));
    turn = done.catch(() => undefined);
    return done;
  };
  return {
    current: () => current,
    renew: (signal) => inTurn(() => held(options), signal),
    point: async (id, signal) => {
      const bound = { [currentSnapshotLookup.write]: `/${snapshotTable.entitySetName}(${id})` };
      await inTurn(() => ({ ...held(options), ...bound }), signal);
      current = id;
    },
    release: async (signal) => {
      await turn;
      await release(options, etag, signal);
    },
  };
}

/** A lease that is no longer ours needs no giving back, and is nobody's to take away from its new holder. */
async function release(options: LeaseOptions, etag: string, signal: AbortSignal): Promise<void> {
  const row: Row = { dqp_leaseholder: null, dqp_leaseuntil: null };
  const written = await writePanel(options, { row, condition: { "if-match": etag }, signal });
  if (written !== undefined) return;
  const found = await readPanel(options, signal);
  if (found?.dqp_leaseholder !== options.holder) return;
  await writePanel(options, { row, condition: { "if-match": found["@odata.etag"] }, signal });
}

/** The version moved. If the row is still ours, it was our own write whose answer got lost; else another run took over. */
async function againAfterLostAnswer(options: LeaseOptions, changes: Row, signal: AbortSignal): Promise<string> {
  const row = await readPanel(options, signal);
  const lost = new StoreError(
    `The lease went to another run (${row?.dqp_leaseholder ?? "unknown"}); nothing more is written.`,
  );
  if (row?.dqp_leaseholder !== options.holder) throw lost;
  const written = await writePanel(options, { row: changes, condition: { "if-match": row["@odata.etag"] }, signal });
  if (written === undefined) throw lost;
  return written;
}
