/** The snapshot that the pointer names, read back from the tables as the panel reads it. */
import * as v from "valibot";
import { StoreError } from "../../app/errors";
import type { PublishedSnapshot } from "../../app/imports/ports";
import {
  currentSnapshotLookup,
  decode,
  panelTable,
  partTable,
  snapshotTable,
  type EncodedPart,
  type RefusalCode,
  type Snapshot,
} from "../../domain";
import type { ImportStoreOptions } from "./importStore";
import { chunked, literal, openTables, type Tables } from "./tables";

const pointerRow = v.object({ [currentSnapshotLookup.read]: v.nullish(v.string()) });
const reference = v.object({ kind: v.picklist(["core", "environments"]), hash: v.string() });
const headRow = v.object({ dqp_parts: v.pipe(v.string(), v.parseJson(), v.array(reference)) });
const partRow = v.object({ dqp_hash: v.string(), dqp_content: v.string() });

type Reference = v.InferOutput<typeof reference>;

interface Reading {
  readonly tables: Tables;
  readonly tenantId: string;
  readonly signal: AbortSignal;
}

/** A filter with ten hashes stays well below the length that a request line may have. */
const hashesPerCall = 10;

const pointerOf = async ({ tables, tenantId, signal }: Reading): Promise<string | undefined> => {
  const query = { select: currentSnapshotLookup.read, filter: `dqp_tenantid eq ${literal(tenantId)}` };
  const [row] = await tables.list(panelTable, query, { item: pointerRow, signal });
  return row?.[currentSnapshotLookup.read] ?? undefined;
};

const textsOf = async ({ tables, tenantId, signal }: Reading, references: readonly Reference[]) => {
  const texts = new Map<string, string>();
  for (const group of chunked([...new Set(references.map(({ hash }) => hash))], hashesPerCall)) {
    const anyOf = group.map((hash) => `dqp_hash eq ${literal(hash)}`).join(" or ");
    const query = { select: "dqp_hash,dqp_content", filter: `dqp_tenantid eq ${literal(tenantId)} and (${anyOf})` };
    const rows = await tables.list(partTable, query, { item: partRow, signal });
    for (const { dqp_hash, dqp_content } of rows) texts.set(dqp_hash, dqp_content);
  }
  return texts;
};

/** `undefined` when rows are gone: a run has replaced the snapshot meanwhile. */
const partsOf = async (reading: Reading, id: string): Promise<readonly EncodedPart[] | undefined> => {
  const { tables, signal } = reading;
  const query = { select: "dqp_parts", filter: `${snapshotTable.primaryId} eq ${id}` };
  const [head] = await tables.list(snapshotTable, query, { item: headRow, signal });
  if (head === undefined) return undefined;
  const texts = await textsOf(reading, head.dqp_parts);
  const parts = head.dqp_parts.flatMap(({ kind, hash }) => {
    const text = texts.get(hash);
    return text === undefined ? [] : [{ kind, text }];
  });
  return parts.length === head.dqp_parts.length ? parts : undefined;
};

const refusals: Readonly<Record<RefusalCode, string>> = {
  newer: "The published snapshot was written by a later version of this program. Update this one.",
  older: "The published snapshot was written by an earlier version of this program. Run quota-panel sync.",
  broken: "The published snapshot is not whole. Run quota-panel sync.",
};

const snapshotOf = (parts: readonly EncodedPart[]): Snapshot => {
  const decoded = decode(parts);
  if (decoded.kind === "snapshot") return decoded.snapshot;
  throw new StoreError(`${refusals[decoded.code]} (${decoded.detail})`);
};

const rounds = 3;

export function publishedSnapshot(options: ImportStoreOptions): PublishedSnapshot {
  const tables = openTables(options, options.url);
  return {
    current: async (signal) => {
      const reading = { tables, tenantId: options.tenantId, signal };
      for (let round = 0; round < rounds; round++) {
        const id = await pointerOf(reading);
        if (id === undefined) return undefined;
        const parts = await partsOf(reading, id);
        if (parts !== undefined) return snapshotOf(parts);
      }
      throw new StoreError(refusals.broken);
    },
  };
}
