import type { DataverseError } from "./errors";

/** One request, from HTTP or from a part of a batch. */
export interface ApiRequest {
  readonly method: string;
  /** What follows `/api/data/v9.2/`, still percent-encoded. */
  readonly path: string;
  /** What follows `?`, still percent-encoded; empty when there is none. */
  readonly query: string;
  /** Value of a header, its name in lower case. */
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const jsonType = "application/json; odata.metadata=minimal";

export const jsonReply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { "Content-Type": jsonType, "OData-Version": "4.0", ...headers },
  body: JSON.stringify(body),
});

export const emptyReply = (headers: Readonly<Record<string, string>> = {}): Reply => ({
  status: 204,
  headers: { "OData-Version": "4.0", ...headers },
});

export const errorReply = (error: DataverseError): Reply =>
  jsonReply(error.status, { error: { code: error.code, message: error.message } }, error.headers);

/** Values of the `Prefer` header: `odata.maxpagesize=50, return=representation` as a map. */
export function preferences(request: ApiRequest): ReadonlyMap<string, string> {
  const header = request.header("prefer");
  if (header === undefined) return noPreferences;
  const items = header.match(/[^,;\s=]+(?:\s*=\s*(?:"[^"]*"|[^,;\s]+))?/g) ?? [];
  return new Map(items.map(preference));
}

const noPreferences: ReadonlyMap<string, string> = new Map();

function preference(item: string): [string, string] {
  const [name = "", ...value] = item.split("=");
  return [name.trim().toLowerCase(), value.join("=").trim().replaceAll('"', "")];
}
