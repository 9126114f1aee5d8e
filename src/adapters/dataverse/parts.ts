/** Texts addressed by their hash, of snapshots and of what runs remember: what did not change is not written again. */
import { createHash } from "node:crypto";
import * as v from "valibot";
import type { memoryTable, partTable } from "../../domain";
import { type EncodedPart, type PartReference } from "../../domain";
import { chunked, literal, type Tables } from "./tables";
import { together } from "./together";

export const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

export interface HashedPart extends EncodedPart, PartReference {}

export const hashed = (part: EncodedPart): HashedPart => ({ ...part, hash: hashOf(part.text) });

/** Tables of one shape. */
export type TextTable = typeof partTable | typeof memoryTable;

export interface HashedText {
  /** For a person who looks at the row. */
  readonly title: string;
  readonly hash: string;
  readonly text: string;
}

export interface StoredText {
  readonly id: string;
  readonly hash: string;
}

const hashRow = v.object({ dqp_hash: v.string() });
const idOf = ({ primaryId }: TextTable) => v.object({ [primaryId]: v.string() });

/** Which texts are there, without their content. */
export async function storedTexts(
  tables: Tables,
  { table, tenantId }: { readonly table: TextTable; readonly tenantId: string },
  signal: AbortSignal,
): Promise<readonly StoredText[]> {
  const { primaryId } = table;
  const item = v.pipe(
    v.intersect([idOf(table), hashRow]),
    v.transform((row): StoredText => ({ id: String(row[primaryId]), hash: row.dqp_hash })),
  );
  const filter = `dqp_tenantid eq ${literal(tenantId)}`;
  return tables.list(table, { select: `${primaryId},dqp_hash`, filter }, { item, signal });
}

/** A few at a time, so that a large snapshot is not held as text and as request all at once. */
const atOnce = 4;

interface Writing {
  readonly table: TextTable;
  readonly tenantId: string;
  readonly texts: readonly HashedText[];
}

export async function writeMissingTexts(
  tables: Tables,
  { table, tenantId, texts }: Writing,
  signal: AbortSignal,
): Promise<void> {
  if (texts.length === 0) return;
  const stored = new Set((await storedTexts(tables, { table, tenantId }, signal)).map(({ hash }) => hash));
  const missing = new Map(texts.filter(({ hash }) => !stored.has(hash)).map((text) => [text.hash, text]));
  for (const group of chunked([...missing.values()], atOnce)) {
    await together(
      ...group.map(({ title, hash, text }) =>
        tables.write(table, `dqp_tenantid=${literal(tenantId)},dqp_hash=${literal(hash)}`, {
          row: { dqp_name: `${title} ${hash.slice(0, 12)}`, dqp_content: text },
          signal,
        }),
      ),
    );
  }
}
