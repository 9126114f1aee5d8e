/**
 * What a run leaves for the next one: named texts. The head of a snapshot lists them, so they become current together
 * with it, when the pointer moves; before that they are rows that nobody names.
 */
import * as v from "valibot";
import { memoryTable, pieces, snapshotTable } from "../../domain";
import type { Remembering } from "../../app/ports";
import { hashOf, writeMissingTexts, type HashedText } from "./parts";
import { chunked, literal, type Tables } from "./tables";

const listed = v.array(v.object({ name: v.string(), hashes: v.array(v.string()), length: v.number() }));

/** One name, the hashes of its text's pieces in order, and the characters that they have together. */
export type Remembered = v.InferOutput<typeof listed>[number];

/** Of a head: `null` when it cannot be read, an empty list when nothing was left. */
export const rememberedColumn = v.fallback(
  v.nullable(v.pipe(v.nullish(v.string(), "[]"), v.parseJson(), listed)),
  null,
);

export interface MemoryPlace {
  readonly tenantId: string;
  /** Snapshot whose run is asked for; `undefined` when there is none. */
  readonly snapshotId: string | undefined;
}

const head = v.object({ dqp_memory: rememberedColumn });

async function listOf(
  tables: Tables,
  { snapshotId }: MemoryPlace,
  signal: AbortSignal,
): Promise<readonly Remembered[]> {
  if (snapshotId === undefined) return [];
  const query = { select: "dqp_memory", filter: `${snapshotTable.primaryId} eq ${snapshotId}` };
  const [row] = await tables.list(snapshotTable, query, { item: head, signal });
  return row?.dqp_memory ?? [];
}

const memoryRow = v.object({ dqp_hash: v.string(), dqp_content: v.string() });

/** Hashes in one question: a filter of ten stays well below the length that a request line may have. */
const hashesPerCall = 10;

/** The text by that name, or `undefined` when there is none, or when a piece of it is gone: half a text says nothing. */
export async function recall(
  tables: Tables,
  place: MemoryPlace,
  { name, signal }: { readonly name: string; readonly signal: AbortSignal },
): Promise<string | undefined> {
  const found = (await listOf(tables, place, signal)).find((entry) => entry.name === name);
  if (!found) return undefined;
  const texts = new Map<string, string>();
  for (const group of chunked(found.hashes, hashesPerCall)) {
    const anyOf = group.map((hash) => `dqp_hash eq ${literal(hash)}`).join(" or ");
    const filter = `dqp_tenantid eq ${literal(place.tenantId)} and (${anyOf})`;
    const query = { select: "dqp_hash,dqp_content", filter };
    const rows = await tables.list(memoryTable, query, { item: memoryRow, signal });
    rows.forEach(({ dqp_hash, dqp_content }) => texts.set(dqp_hash, dqp_content));
  }
  if (found.hashes.some((hash) => !texts.has(hash))) return undefined;
  return found.hashes.map((hash) => texts.get(hash)).join("");
}

/** Writes texts that are not there yet, and gives the list for the next head: what is not named stays as it was. */
export async function remember(
  tables: Tables,
  { place, changes }: { readonly place: MemoryPlace; readonly changes: Remembering },
  signal: AbortSignal,
): Promise<readonly Remembered[]> {
  const cut = [...changes].flatMap(([name, text]) => (text === undefined ? [] : [inPieces(name, text)]));
  const texts = cut.flatMap(({ texts }) => texts);
  await writeMissingTexts(tables, { table: memoryTable, tenantId: place.tenantId, texts }, signal);
  const kept = (await listOf(tables, place, signal)).filter(({ name }) => !changes.has(name));
  return [...kept, ...cut.map(({ entry }) => entry)].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function inPieces(name: string, text: string): { readonly entry: Remembered; readonly texts: readonly HashedText[] } {
  const texts = pieces(text).map((piece) => ({ title: name.slice(0, 100), hash: hashOf(piece), text: piece }));
  return { entry: { name, hashes: texts.map(({ hash }) => hash), length: text.length }, texts };
}
