import {
  currentSnapshotLookup,
  panelTable,
  partTable,
  snapshotTable,
  type EncodedPart,
  type PartReference,
} from "../../src/domain";
import type { Reading, Trouble } from "../components/Panel/Panel.types";
import { decodeParts } from "./decodeParts";
import { literal, query, readRows, textOf, type Row, type TableApi } from "./tables";
import { troubleOf } from "./trouble";

/** Hashes asked for in one call: a filter with ten of them stays well below the length that a request line may have. */
const hashesPerCall = 10;

export interface SnapshotReader {
  /** Id of the current snapshot as the pointer says, or why there is none. */
  readonly pointer: () => Promise<string | Trouble>;
  readonly read: () => Promise<Reading>;
  /** Id of the snapshot that `read` gave last. */
  readonly lastRead: () => string | undefined;
}

const trouble = (kind: Trouble["kind"]): Trouble => ({ kind });

async function readPointer(api: TableApi, tenantId: string): Promise<string | Trouble> {
  const rows = await readRows(
    api,
    panelTable.logicalName,
    query({
      select: `${panelTable.primaryId},${currentSnapshotLookup.read}`,
      filter: `dqp_tenantid eq ${literal(tenantId)}`,
      top: "1",
    }),
  );
  const [row] = rows;
  if (row === undefined) return trouble("noPanelRow");
  return textOf(row, currentSnapshotLookup.read) ?? trouble("noSnapshot");
}

const isReference = (value: unknown): value is PartReference =>
  typeof value === "object" &&
  value !== null &&
  "kind" in value &&
  (value.kind === "core" || value.kind === "environments") &&
  "hash" in value &&
  typeof value.hash === "string";

function referencesOf(head: Row): readonly PartReference[] | undefined {
  try {
    const list: unknown = JSON.parse(textOf(head, "dqp_parts") ?? "");
    return Array.isArray(list) && list.every(isReference) ? list : undefined;
  } catch {
    return undefined;
  }
}

async function fetchParts(api: TableApi, tenantId: string, hashes: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < hashes.length; start += hashesPerCall) {
    const group = hashes.slice(start, start + hashesPerCall);
    const anyOf = group.map((hash) => `dqp_hash eq ${literal(hash)}`).join(" or ");
    const filter = `dqp_tenantid eq ${literal(tenantId)} and (${anyOf})`;
    const rows = await readRows(api, partTable.logicalName, query({ select: "dqp_hash,dqp_content", filter }));
    for (const row of rows) {
      const hash = textOf(row, "dqp_hash");
      const content = textOf(row, "dqp_content");
      if (hash !== undefined && content !== undefined) found.set(hash, content);
    }
  }
  return found;
}

/** Texts by hash. A part never changes under its hash, so what was read once is kept while a snapshot still names it. */
function createPartCache(api: TableApi, tenantId: string) {
  let kept = new Map<string, string>();
  return async (references: readonly PartReference[]): Promise<readonly EncodedPart[] | undefined> => {
    const wanted = [...new Set(references.map((reference) => reference.hash))];
    const fresh = await fetchParts(
      api,
      tenantId,
      wanted.filter((hash) => !kept.has(hash)),
    );
    const all = new Map([...kept, ...fresh]);
    kept = new Map([...all].filter(([hash]) => wanted.includes(hash)));
    const parts = references.flatMap(({ kind, hash }) => {
      const text = kept.get(hash);
      return text === undefined ? [] : [{ kind, text }];
    });
    return parts.length === references.length ? parts : undefined;
  };
}

/** Reads what the pointer names: head row, then the parts that are not known yet, then the domain's `decode`. */
export function createSnapshotReader(api: TableApi, tenantId: string): SnapshotReader {
  const partsOf = createPartCache(api, tenantId);
  let last: { readonly id: string; readonly reading: Reading } | undefined;
  const readById = async (id: string): Promise<Reading> => {
    const head = await api.retrieveRecord(snapshotTable.logicalName, id, query({ select: "dqp_parts" }));
    const references = referencesOf(head);
    if (references === undefined) return { kind: "trouble", trouble: trouble("broken") };
    const parts = await partsOf(references);
    return parts === undefined ? { kind: "trouble", trouble: trouble("missingRows") } : decodeParts(parts);
  };
  const attempt = async (): Promise<Reading> => {
    try {
      const id = await readPointer(api, tenantId);
      if (typeof id !== "string") return { kind: "trouble", trouble: id };
      if (last?.id === id) return last.reading;
      const reading = await readById(id);
      if (reading.kind === "read") last = { id, reading };
      return reading;
    } catch (error) {
      return { kind: "trouble", trouble: troubleOf(error) };
    }
  };
  return {
    pointer: () => readPointer(api, tenantId).catch(troubleOf),
    lastRead: () => last?.id,
    read: async () => {
      const first = await attempt();
      // A sync may replace the snapshot between the pointer and its parts; the pointer then already names the next one.
      const isRace = first.kind === "trouble" && first.trouble.kind === "missingRows";
      return isRace ? attempt() : first;
    },
  };
}
