/** Head rows of snapshots, and clearing away what no reader needs any more. */
import * as v from "valibot";
import type { Footprint } from "../../app/ports";
import { partTable, snapshotTable, type PartReference, type Snapshot } from "../../domain";
import { storedParts } from "./parts";
import { literal, type Row, type Tables } from "./tables";

export const headRow = (snapshot: Snapshot, parts: readonly PartReference[], footprint: Footprint): Row => ({
  dqp_name: `${snapshot.tenant.name} ${snapshot.asOf.slice(0, 16)}`.slice(0, 200),
  dqp_tenantid: snapshot.tenant.id,
  dqp_asof: snapshot.asOf,
  dqp_edition: snapshot.edition,
  dqp_schemaversion: snapshot.schemaVersion,
  dqp_parts: JSON.stringify(parts.map(({ kind, hash }) => ({ kind, hash }))),
  dqp_coverageread: snapshot.coverage.read,
  dqp_coveragetotal: snapshot.coverage.total,
  dqp_overcount: snapshot.meters.filter(({ status }) => status === "over").length,
  dqp_findingcount: snapshot.findings.length,
  dqp_footprintrows: footprint.rows,
  dqp_footprintbytes: footprint.bytes,
});

const references = v.pipe(v.string(), v.parseJson(), v.array(v.object({ hash: v.string() })));

/** A head that cannot be read names no part; if it is kept, its parts are not known and nothing is cleared away. */
const head = v.object({ [snapshotTable.primaryId]: v.string(), dqp_parts: v.fallback(v.nullable(references), null) });

/**
 * Keeps the current snapshot and the one before, which a reader may be in the middle of. Parts go last, so a run that
 * is killed in between leaves texts without a head and never a head without its texts.
 */
export async function removeOldSnapshots(
  tables: Tables,
  { tenantId, current, previous }: { tenantId: string; current: string; previous: string | undefined },
  signal: AbortSignal,
): Promise<void> {
  const query = {
    select: `${snapshotTable.primaryId},dqp_parts`,
    filter: `dqp_tenantid eq ${literal(tenantId)}`,
    orderBy: "dqp_asof desc",
  };
  const [heads, stored] = await Promise.all([
    tables.list(snapshotTable, query, { item: head, signal }),
    storedParts(tables, tenantId, signal),
  ]);
  const others = heads.map((row) => row[snapshotTable.primaryId]).filter((id) => id !== current);
  const kept = new Set([current, previous === current ? others[0] : previous]);
  const keptHeads = heads.filter((row) => kept.has(row[snapshotTable.primaryId]));
  const old = others.filter((id) => !kept.has(id));
  await Promise.all(old.map((id) => tables.remove(snapshotTable, id, signal)));
  if (keptHeads.some(({ dqp_parts }) => dqp_parts === null)) return;
  const named = new Set(keptHeads.flatMap(({ dqp_parts }) => dqp_parts ?? []).map(({ hash }) => hash));
  const orphans = stored.filter(({ hash }) => !named.has(hash));
  await Promise.all(orphans.map(({ id }) => tables.remove(partTable, id, signal)));
}
