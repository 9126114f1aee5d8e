import { badOption, badRequest, notImplemented } from "../errors";

/** Options of the real service that are refused by name instead of as unknown ones. */
const later: Readonly<Record<string, string>> = {
  savedQuery: "A saved query",
  userQuery: "A user query",
  $search: "The query option $search",
};

/** Splits a query string. Each option once, each of the allowed ones; anything else is refused, never passed over. */
export function readParameters(query: string, allowed: ReadonlySet<string>): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const part of query.split("&").filter((item) => item !== "")) {
    const [name, value] = splitOption(part);
    if (!allowed.has(name)) throw refusal(name);
    if (parameters.has(name)) throw badRequest(`Query option '${name}' was specified more than once.`);
    parameters.set(name, value);
  }
  return parameters;
}

export const noOptions: ReadonlySet<string> = new Set();

function refusal(name: string): Error {
  const known = later[name];
  if (known !== undefined) return notImplemented(known);
  return name === "$skip" ? badRequest("Skip Clause is not supported in CRM") : badOption(name);
}

function splitOption(part: string): [string, string] {
  const at = part.indexOf("=");
  const [name, value] = at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
  return [decoded(name), decoded(value)];
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", "%20"));
  } catch {
    throw badRequest(`The text '${text.slice(0, 100)}' is not percent-encoded UTF-8.`);
  }
}
