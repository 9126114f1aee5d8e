/** Head rows of snapshots, and clearing away what no reader needs any more. */
import * as v from "valibot";
import type { Footprint } from "../../app/ports";
import { memoryTable, partTable, snapshotTable, type PartReference, type Snapshot } from "../../domain";
import { rememberedColumn, type Remembered } from "./memory";
import { storedTexts, type StoredText, type TextTable } from "./parts";
import { literal, type Row, type Tables } from "./tables";

export interface Published {
  readonly parts: readonly PartReference[];
  readonly memory: readonly Remembered[];
  readonly footprint: Footprint;
}

export const headRow = (snapshot: Snapshot, { parts, memory, footprint }: Published): Row => ({
  dqp_name: `${snapshot.tenant.name} ${snapshot.asOf.slice(0, 16)}`.slice(0, 200),
  dqp_tenantid: snapshot.tenant.id,
  dqp_asof: snapshot.asOf,
  dqp_edition: snapshot.edition,
  dqp_schemaversion: snapshot.schemaVersion,
  dqp_parts: JSON.stringify(parts.map(({ kind, hash }) => ({ kind, hash }))),
  dqp_memory: JSON.stringify(memory),
  dqp_coverageread: snapshot.coverage.read,
  dqp_coveragetotal: snapshot.coverage.total,
  dqp_overcount: snapshot.meters.filter(({ status }) => status === "over").length,
  dqp_findingcount: snapshot.findings.length,
  dqp_footprintrows: footprint.rows,
  dqp_footprintbytes: footprint.bytes,
});

const references = v.pipe(v.string(), v.parseJson(), v.array(v.object({ hash: v.string() })));

/** A head that cannot be read names no text; if it is kept, its texts are not known and nothing is cleared away. */
const head = v.object({
  [snapshotTable.primaryId]: v.string(),
  dqp_parts: v.fallback(v.nullable(references), null),
  dqp_memory: rememberedColumn,
});

type Head = v.InferOutput<typeof head>;

interface Keeping {
  readonly tenantId: string;
  readonly current: string;
  readonly previous: string | undefined;
}

/**
 * Keeps the current snapshot and the one before, which a reader may be in the middle of. Texts go last, so a run that
 * is killed in between leaves texts without a head and never a head without its texts.
 */
export async function removeOldSnapshots(
  tables: Tables,
  { tenantId, current, previous }: Keeping,
  signal: AbortSignal,
): Promise<void> {
  const query = {
    select: `${snapshotTable.primaryId},dqp_parts,dqp_memory`,
    filter: `dqp_tenantid eq ${literal(tenantId)}`,
    orderBy: "dqp_asof desc",
  };
  const [heads, parts, memory] = await Promise.all([
    tables.list(snapshotTable, query, { item: head, signal }),
    storedTexts(tables, { table: partTable, tenantId }, signal),
    storedTexts(tables, { table: memoryTable, tenantId }, signal),
  ]);
  const others = heads.map((row) => row[snapshotTable.primaryId]).filter((id) => id !== current);
  const kept = new Set([current, previous === current ? others[0] : previous]);
  const keptHeads = heads.filter((row) => kept.has(row[snapshotTable.primaryId]));
  const old = others.filter((id) => !kept.has(id));
  await Promise.all(old.map((id) => tables.remove(snapshotTable, id, signal)));
  const orphansOf = (table: TextTable, stored: readonly StoredText[], namedBy: (head: Head) => Named) =>
    removeUnnamed(tables, { table, stored, named: keptHeads.map(namedBy) }, signal);
  await Promise.all([
    orphansOf(partTable, parts, ({ dqp_parts }) => dqp_parts?.map(({ hash }) => hash)),
    orphansOf(memoryTable, memory, ({ dqp_memory }) => dqp_memory?.flatMap(({ hashes }) => hashes)),
  ]);
}

/** Hashes that one head names; `undefined` when it cannot be read. */
type Named = readonly string[] | undefined;

interface Stock {
  readonly table: TextTable;
  readonly stored: readonly StoredText[];
  readonly named: readonly Named[];
}

async function removeUnnamed(tables: Tables, { table, stored, named }: Stock, signal: AbortSignal): Promise<void> {
  if (named.includes(undefined)) return;
  const needed = new Set(named.flatMap((hashes) => hashes ?? []));
  const orphans = stored.filter(({ hash }) => !needed.has(hash));
  await Promise.all(orphans.map(({ id }) => tables.remove(table, id, signal)));
}
