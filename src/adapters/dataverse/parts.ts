/** Texts of snapshots, addressed by their hash: what did not change is not written again. */
import { createHash } from "node:crypto";
import * as v from "valibot";
import { partTable, type EncodedPart, type PartReference } from "../../domain";
import { chunked, literal, type Tables } from "./tables";
import { together } from "./together";

export interface HashedPart extends EncodedPart, PartReference {}

export const hashed = (part: EncodedPart): HashedPart => ({
  ...part,
  hash: createHash("sha256").update(part.text, "utf8").digest("hex"),
});

const partRow = v.object({ [partTable.primaryId]: v.string(), dqp_hash: v.string() });

export interface StoredPart {
  readonly id: string;
  readonly hash: string;
}

/** Which parts are there, without their text. */
export async function storedParts(
  tables: Tables,
  tenantId: string,
  signal: AbortSignal,
): Promise<readonly StoredPart[]> {
  const select = `${partTable.primaryId},dqp_hash`;
  const filter = `dqp_tenantid eq ${literal(tenantId)}`;
  const rows = await tables.list(partTable, { select, filter }, { item: partRow, signal });
  return rows.map((row) => ({ id: row[partTable.primaryId], hash: row.dqp_hash }));
}

/** A few at a time, so that a large snapshot is not held as text and as request all at once. */
const atOnce = 4;

export async function writeMissingParts(
  tables: Tables,
  { tenantId, parts }: { readonly tenantId: string; readonly parts: readonly HashedPart[] },
  signal: AbortSignal,
): Promise<void> {
  const stored = new Set((await storedParts(tables, tenantId, signal)).map(({ hash }) => hash));
  const missing = new Map(parts.filter(({ hash }) => !stored.has(hash)).map((part) => [part.hash, part]));
  for (const group of chunked([...missing.values()], atOnce)) {
    await together(
      ...group.map(({ kind, hash, text }) =>
        tables.write(partTable, `dqp_tenantid=${literal(tenantId)},dqp_hash=${literal(hash)}`, {
          row: { dqp_name: `${kind} ${hash.slice(0, 12)}`, dqp_content: text },
          signal,
        }),
      ),
    );
  }
}
