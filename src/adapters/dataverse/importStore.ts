/** Handed-in readings in the home environment: one row a file, written in one step (src/domain/snapshot/tables.ts). */
import * as v from "valibot";
import { InputError, SourceError, StoreError } from "../../app/errors";
import type { ImportRecord, ImportStore } from "../../app/imports/ports";
import { importTable, maxPartLength, meters, type ImportedReading, type MeterId } from "../../domain";
import { instant } from "../http/instant";
import type { DataverseAccess } from "./connect";
import { literal, openTables, type Tables } from "./tables";

export interface ImportStoreOptions extends DataverseAccess {
  /** Address of the home environment without a slash at its end. */
  readonly url: string;
  readonly tenantId: string;
}

const isMeter = (id: string): id is MeterId => meters.some((meter) => meter.id === id);

/** `[environmentId, meter, value, measuredAt]`: names on every reading would take half of the room. */
const kept = v.tuple([v.string(), v.string(), v.number(), instant]);

/** Readings of meters that this version does not know are left out: a later version wrote them. */
const readingsOf = (rows: readonly v.InferOutput<typeof kept>[]): readonly ImportedReading[] =>
  rows.flatMap(([environmentId, meter, value, measuredAt]) =>
    isMeter(meter) ? [{ environmentId, meter, value, measuredAt }] : [],
  );

const contentRow = v.pipe(
  v.object({ dqp_content: v.pipe(v.string(), v.parseJson(), v.array(kept)) }),
  v.transform(({ dqp_content }) => readingsOf(dqp_content)),
);

const contentOf = ({ file }: ImportRecord, readings: readonly ImportedReading[]): string => {
  const text = JSON.stringify(
    readings.map(({ environmentId, meter, value, measuredAt }) => [environmentId, meter, value, measuredAt]),
  );
  if (text.length <= maxPartLength) return text;
  const room = Math.floor((readings.length * maxPartLength) / text.length / 100) * 100;
  throw new InputError(file, [
    `the file: has ${readings.length} readings; one import has room for ${room}, so split it`,
  ]);
};

const recordRow = v.pipe(
  v.object({
    "@odata.etag": v.string(),
    [importTable.primaryId]: v.string(),
    dqp_name: v.nullish(v.string(), ""),
    dqp_importedon: instant,
    dqp_importedby: v.nullish(v.string(), ""),
    dqp_readings: v.number(),
    dqp_undoneon: v.nullish(instant),
    dqp_undoneby: v.nullish(v.string(), ""),
  }),
  v.transform((row) => ({ etag: row["@odata.etag"], record: recordOf(row) })),
);

interface WireRecord {
  readonly dqp_importid: string;
  readonly dqp_name: string;
  readonly dqp_importedon: string;
  readonly dqp_importedby: string;
  readonly dqp_readings: number;
  readonly dqp_undoneon?: string | null | undefined;
  readonly dqp_undoneby: string;
}

const recordOf = (row: WireRecord): ImportRecord => ({
  id: row.dqp_importid,
  file: row.dqp_name,
  importedAt: row.dqp_importedon,
  importedBy: row.dqp_importedby,
  readings: row.dqp_readings,
  ...(row.dqp_undoneon ? { undone: { at: row.dqp_undoneon, by: row.dqp_undoneby } } : {}),
});

const recordColumns = [importTable.primaryId, ...importTable.columns.filter((name) => name !== "dqp_content")];

const isNotThere = (error: unknown): boolean =>
  error instanceof StoreError && error.cause instanceof SourceError && error.cause.reason.code === "notFound";

/** A solution of an earlier version has no such table, so nothing was ever imported into it. */
const orNothing = (error: unknown): readonly never[] => {
  if (isNotThere(error)) return [];
  throw error;
};

const listed = (tables: Tables, tenantId: string, signal: AbortSignal) =>
  tables
    .list(
      importTable,
      {
        select: recordColumns.join(","),
        filter: `dqp_tenantid eq ${literal(tenantId)}`,
        orderBy: "dqp_importedon desc",
      },
      { item: recordRow, signal },
    )
    .catch(orNothing);

export function dataverseImports(options: ImportStoreOptions): ImportStore {
  const { tenantId, url } = options;
  const tables = openTables(options, url);
  return {
    list: async (signal) => (await listed(tables, tenantId, signal)).map(({ record }) => record),
    readings: async (signal) => {
      const filter = `dqp_tenantid eq ${literal(tenantId)} and dqp_undoneon eq null`;
      const query = { select: "dqp_content", filter, orderBy: "dqp_importedon asc" };
      const found = tables.list(importTable, query, { item: contentRow, signal });
      return (await found.catch(orNothing)).flat();
    },
    add: async (record, readings, signal) => {
      const row = {
        dqp_name: record.file.slice(0, 200),
        dqp_tenantid: tenantId,
        dqp_importedon: record.importedAt,
        dqp_importedby: record.importedBy.slice(0, 200),
        dqp_readings: record.readings,
        dqp_content: contentOf(record, readings),
      };
      await tables.write(importTable, record.id, { row, condition: { "if-none-match": "*" }, signal });
    },
    undo: async (id, { at, by }, signal) => {
      const found = (await listed(tables, tenantId, signal)).find(({ record }) => record.id === id);
      if (found === undefined || found.record.undone !== undefined) return false;
      const row = { dqp_undoneon: at, dqp_undoneby: by.slice(0, 200) };
      return (
        (await tables.write(importTable, id, { row, condition: { "if-match": found.etag }, signal })) !== undefined
      );
    },
  };
}
