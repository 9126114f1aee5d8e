/** What the product itself takes of the customer's database. */
import type { Footprint } from "../../app/ports";
import { partTable, tables as ownTables } from "../../domain";
import type { Remembered } from "./memory";
import type { HashedPart } from "./parts";

/** A row without long text, its system columns and its index entries. An estimate: Dataverse tells no bytes per table. */
const bytesPerRow = 1_500;
/** Dataverse keeps text in UTF-16. */
const bytesPerCharacter = 2;

interface Texts {
  readonly parts: readonly HashedPart[];
  readonly memory: readonly Remembered[];
}

/**
 * `counted` is up to a day old, so rows that were just written (`atLeast`, by table) count at least. Parts that are
 * there from before are taken to be as long as today's.
 */
export function footprintOf(
  counted: ReadonlyMap<string, number>,
  atLeast: ReadonlyMap<string, number>,
  { parts, memory }: Texts,
): Footprint {
  const rowsOf = (name: string) => Math.max(counted.get(name) ?? 0, atLeast.get(name) ?? 0);
  const rows = ownTables.reduce((sum, { logicalName }) => sum + rowsOf(logicalName), 0);
  const characters = parts.reduce((sum, { text }) => sum + text.length, 0);
  const perPart = parts.length === 0 ? 0 : characters / parts.length;
  const remembered = memory.reduce((sum, { length }) => sum + length, 0);
  const text = Math.round((rowsOf(partTable.logicalName) * perPart + remembered) * bytesPerCharacter);
  return { rows, bytes: rows * bytesPerRow + text };
}
