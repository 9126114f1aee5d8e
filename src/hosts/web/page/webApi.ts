/** `context.webAPI` as a model-driven app gives it, over HTTP to this page's own server. */
import { tables } from "../../../domain";

type WebApi = ComponentFramework.WebApi;
type Row = ComponentFramework.WebApi.Entity;

const root = "/api/data/v9.2";
const defaultPageSize = 5000;

/** What the platform rejects with: an object with the service's code as a number, and its words. */
interface ServiceError {
  readonly code: number;
  readonly errorCode: number;
  readonly message: string;
  readonly raw: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isRow = (value: unknown): value is Row => isRecord(value) && !Array.isArray(value);
const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : []);

const setOf = (logicalName: string): string => {
  const table = tables.find((row) => row.logicalName === logicalName);
  if (table === undefined) throw new Error(`The table ${logicalName} is not one of this product.`);
  return table.entitySetName;
};

const parsed = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
};

const serviceError = (status: number, raw: string): ServiceError => {
  const { error } = parsed(raw);
  const { code, message } = isRecord(error) ? error : {};
  const number = typeof code === "string" && /^0x[0-9a-f]+$/i.test(code) ? Number(code) : status;
  return { code: number, errorCode: number, message: typeof message === "string" ? message : `HTTP ${status}`, raw };
};

interface CallOptions {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const call = async (path: string, init: CallOptions): Promise<{ response: Response; text: string }> => {
  const headers = { accept: "application/json", "odata-version": "4.0", "odata-maxversion": "4.0", ...init.headers };
  const response = await fetch(`${root}/${path}`, { ...init, headers });
  const text = await response.text();
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the platform rejects with such an object
  if (!response.ok) throw serviceError(response.status, text);
  return { response, text };
};

const get = async (path: string, prefer: string): Promise<Readonly<Record<string, unknown>>> =>
  parsed((await call(path, { headers: { prefer } })).text);

const annotations = 'odata.include-annotations="*"';

const retrieveMultipleRecords = async (
  logicalName: string,
  options = "",
  pageSize = defaultPageSize,
): Promise<ComponentFramework.WebApi.RetrieveMultipleResponse> => {
  const page = await get(`${setOf(logicalName)}${options}`, `${annotations},odata.maxpagesize=${pageSize}`);
  const next = page["@odata.nextLink"];
  // The platform leaves the link undefined on the last page, whatever its type says.
  return { entities: rowsOf(page["value"]), nextLink: typeof next === "string" ? next : "" };
};

const retrieveRecord = async (logicalName: string, id: string, options = ""): Promise<Row> => ({
  ...(await get(`${setOf(logicalName)}(${id})${options}`, annotations)),
});

const idIn = /\(([0-9a-f-]{36})\)$/i;

const createRecord = async (logicalName: string, data: Row): Promise<ComponentFramework.LookupValue> => {
  const { response } = await call(setOf(logicalName), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(data),
  });
  const id = idIn.exec(response.headers.get("odata-entityid") ?? "")?.[1];
  if (id === undefined) throw new Error("The service did not name the row that it made.");
  return { id, entityType: logicalName, name: "" };
};

/** The panel reads its tables and asks for a run; nothing else leads out of this page. */
const refused = (): Promise<never> => Promise.reject(new Error("This page neither changes nor deletes rows."));

export const webApi: WebApi = {
  retrieveMultipleRecords,
  retrieveRecord,
  createRecord,
  updateRecord: refused,
  deleteRecord: refused,
};
