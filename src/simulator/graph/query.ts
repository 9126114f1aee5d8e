/** Reads the query options of a Graph request. An option that an endpoint does not offer is refused, never ignored. */
import { Refused } from "../wire/refusal";

const refuse = (option: string): Refused =>
  new Refused(400, "Request_UnsupportedQuery", `Query option '${option}' is not supported by this resource.`);

/** The query when it holds offered options only, each once. */
export const queryOf = (url: string, offered: readonly string[]): URLSearchParams => {
  const query = new URL(url).searchParams;
  for (const name of query.keys()) {
    if (!offered.includes(name)) {
      throw refuse(name);
    }
    if (query.getAll(name).length > 1) {
      throw new Refused(400, "BadRequest", `Query option '${name}' was specified more than once.`);
    }
  }
  return query;
};

/** Properties named by `$select`; `undefined` when the option is absent. */
export const selectOf = (
  query: URLSearchParams,
  type: string,
  properties: readonly string[],
): readonly string[] | undefined => {
  const text = query.get("$select");
  if (text === null) {
    return undefined;
  }
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !properties.includes(name));
  if (unknown !== undefined) {
    throw new Refused(
      400,
      "BadRequest",
      `Could not find a property named '${unknown}' on type 'microsoft.graph.${type}'.`,
    );
  }
  return names;
};

export const pick = (
  row: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, unknown>> => Object.fromEntries(names.map((name) => [name, row[name]]));

/** `$top` from 1 to 999, 100 when absent. */
export const topOf = (query: URLSearchParams): number => {
  const text = query.get("$top") ?? "100";
  const size = /^\d+$/.test(text) ? Number(text) : 0;
  if (size < 1 || size > 999) {
    throw new Refused(
      400,
      "Request_BadRequest",
      `Invalid page size specified: '${text}'. Must be between 1 and 999 inclusive.`,
    );
  }
  return size;
};

/** Whether the answer carries `@odata.count`; the option needs the header `ConsistencyLevel: eventual`. */
export const countOf = (query: URLSearchParams, consistencyLevel: string | undefined): boolean => {
  const text = query.get("$count");
  if (text === null || text === "false") {
    return false;
  }
  if (text !== "true") {
    throw new Refused(400, "BadRequest", `Invalid value '${text}' for $count query option found.`);
  }
  if (consistencyLevel?.toLowerCase() !== "eventual") {
    throw new Refused(400, "Request_UnsupportedQuery", "$count needs the request header 'ConsistencyLevel: eventual'.");
  }
  return true;
};
