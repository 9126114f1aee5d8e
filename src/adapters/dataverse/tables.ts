/** Rows of the product's own tables over the Dataverse Web API (apis.md section 4). */
import * as v from "valibot";
import { SourceError, StoreError } from "../../app/errors";
import { endpointName, serviceMessage } from "../http/errors";
import { getJson, readJson } from "../http/readJson";
import { allItems, pageOf } from "../http/pages";
import type { HttpRequest, HttpResponse, Send } from "../http/send";
import { dataverseSend, type DataverseAccess } from "./connect";
import { together } from "./together";

export interface OwnTable {
  readonly logicalName: string;
  readonly entitySetName: string;
  readonly primaryId: string;
}

export type Row = Readonly<Record<string, string | number | null>>;

/** What must hold of the row for a write to happen. */
export type Condition = { readonly "if-match": string } | { readonly "if-none-match": "*" };

export interface Query {
  readonly select: string;
  readonly filter: string;
  readonly orderBy?: string;
  readonly top?: number;
  /** Asks for the names of what lookups point to, beside their ids. */
  readonly formatted?: boolean;
}

/** All calls reject with `StoreError`, or with `SourceError` (cancelled). */
export interface Tables {
  list<T>(
    table: OwnTable,
    query: Query,
    { item, signal }: { readonly item: v.GenericSchema<unknown, T>; readonly signal: AbortSignal },
  ): Promise<readonly T[]>;
  /** Writes one row by its key. Gives its new version, or `undefined` when the condition did not hold. */
  write(
    table: OwnTable,
    key: string,
    { row, condition, signal }: { readonly row: Row; readonly condition?: Condition; readonly signal: AbortSignal },
  ): Promise<string | undefined>;
  /** Writes many rows by their keys, in chunks that are each written whole or not at all. */
  writeMany(
    table: OwnTable,
    rows: readonly { readonly key: string; readonly row: Row }[],
    signal: AbortSignal,
  ): Promise<void>;
  /** A row that is gone already is no trouble. */
  remove(table: OwnTable, id: string, signal: AbortSignal): Promise<void>;
  /** Rows of each table as the service last counted them: up to a day old. */
  rowCounts(tables: readonly OwnTable[], signal: AbortSignal): Promise<ReadonlyMap<string, number>>;
}

/** A standard table takes 100 to 1,000 rows in one request (apis.md section 4, bulk write). */
const rowsPerChunk = 500;

const formattedValues = { prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"' };

/** Text inside a key or a filter. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export function openTables(access: DataverseAccess, origin: string): Tables {
  const root = `${origin}/api/data/v9.2/`;
  const send = dataverseSend(access, origin);
  const change = storeSend(send);
  return {
    list: (table, query, { item, signal }) => {
      const first = `${root}${table.entitySetName}?${queryText(query)}`;
      const schema = pageOf(item);
      const headers = query.formatted === true ? formattedValues : {};
      return inStoreWords(() => allItems(first, (url) => getJson(send, { url, schema, headers, signal })));
    },
    write: async (table, key, { row, condition, signal }) => {
      const url = `${root}${table.entitySetName}(${encodeKey(key)})?$select=${table.primaryId}`;
      const headers = { prefer: "return=representation", ...condition };
      const response = await change(jsonRequest("PATCH", url, { body: row, headers, signal }), condition ? [412] : []);
      return response.status === 412 ? undefined : versionOf(response, url);
    },
    writeMany: async (table, rows, signal) => {
      const url = `${root}${table.entitySetName}/Microsoft.Dynamics.CRM.UpsertMultiple`;
      const targets = rows.map(({ key, row }) => ({
        "@odata.type": `Microsoft.Dynamics.CRM.${table.logicalName}`,
        "@odata.id": `${table.entitySetName}(${key})`,
        ...row,
      }));
      const bodies = chunked(targets, rowsPerChunk).map((chunk) => ({ Targets: chunk }));
      await together(...bodies.map((body) => change(jsonRequest("POST", url, { body, signal }))));
    },
    remove: async (table, id, signal) => {
      await change(jsonRequest("DELETE", `${root}${table.entitySetName}(${id})`, { signal }), [404]);
    },
    rowCounts: (tables, signal) => inStoreWords(() => countRows({ root, send }, tables, signal)),
  };
}

const queryText = ({ select, filter, orderBy, top }: Query): string =>
  [
    `$select=${select}`,
    `$filter=${encodeURIComponent(filter)}`,
    ...(orderBy ? [`$orderby=${encodeURIComponent(orderBy)}`] : []),
    ...(top ? [`$top=${top}`] : []),
  ].join("&");

/** Names and punctuation of a key stay readable; what stands in quotes is encoded. */
const encodeKey = (key: string): string =>
  key.replaceAll(/'((?:[^']|'')*)'/g, (_all, text: string) => `'${encodeURIComponent(text)}'`);

interface Sending {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

const jsonRequest = (method: HttpRequest["method"], url: string, { body, headers, signal }: Sending): HttpRequest => ({
  method,
  url,
  headers: { accept: "application/json", "content-type": "application/json", ...headers },
  signal,
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

const version = v.object({ "@odata.etag": v.string() });

const versionOf = (response: HttpResponse, url: string): string =>
  readJson(version, response, endpointName("PATCH", url))["@odata.etag"];

/** `also`: statuses that the caller understands. */
const storeSend =
  (send: Send) =>
  (request: HttpRequest, also: readonly number[] = []): Promise<HttpResponse> =>
    inStoreWords(async () => {
      const response = await send(request);
      if (response.status < 300 || also.includes(response.status)) return response;
      throw refusal(request, response);
    });

const plainWords: Readonly<Record<number, string>> = {
  401: "The store does not accept the sign-in. Check that the app is an application user of the home environment.",
  403: "The app may not write here. Give its application user the role Quota Sync in the home environment.",
  404: "The product's tables are not there. Import the solution into the home environment.",
  412: "Another run changed the same row.",
  413: "The store refused the text as too large.",
  507: "The environment has no room left. Free storage or add capacity, then run again.",
};

function refusal({ method, url }: HttpRequest, { status, body }: HttpResponse): StoreError {
  const words = plainWords[status] ?? "The store did not take the change.";
  return new StoreError(`${words} (${endpointName(method, url)}: HTTP ${status} ${serviceMessage(body)})`);
}

/** Reading the store fails the run just as writing does; only cancelling keeps its own kind. */
async function inStoreWords<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof SourceError) || error.reason.code === "cancelled") throw error;
    throw new StoreError(`The store cannot be used. ${error.message}`, { cause: error });
  }
}

export function chunked<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks = Math.ceil(items.length / size);
  return Array.from({ length: chunks }, (_none, index) => items.slice(index * size, (index + 1) * size));
}

const counts = v.object({
  EntityRecordCountCollection: v.object({ Keys: v.array(v.string()), Values: v.array(v.number()) }),
});

async function countRows(
  { root, send }: { readonly root: string; readonly send: Send },
  tables: readonly OwnTable[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const names = JSON.stringify(tables.map(({ logicalName }) => logicalName)).replaceAll('"', "'");
  const url = `${root}RetrieveTotalRecordCount(EntityNames=${names})`;
  const { EntityRecordCountCollection: found } = await getJson(send, { url, schema: counts, signal });
  return new Map(found.Keys.map((key, index) => [key, found.Values[index] ?? 0]));
}
