import { badRequest } from "../errors";

/** What stands in the parentheses of a path: a GUID, or named values of an alternate key. */
export type Key =
  { readonly kind: "id"; readonly id: string } | { readonly kind: "named"; readonly values: NamedValues };

export type NamedValues = ReadonlyMap<string, string | number | boolean | null>;

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const pair = /\s*([A-Za-z_]\w*)\s*=\s*('(?:[^']|'')*'|[^,'\s]+)\s*(?:,|$)/y;

/** Reads a key, already percent-decoded. */
export function readKey(text: string): Key {
  if (guid.test(text)) return { kind: "id", id: text.toLowerCase() };
  const values = new Map<string, string | number | boolean | null>();
  pair.lastIndex = 0;
  while (pair.lastIndex < text.length) {
    const found = pair.exec(text);
    if (found?.[1] === undefined || found[2] === undefined || values.has(found[1])) throw badKey(text);
    values.set(found[1], literal(found[2]));
  }
  if (values.size === 0) throw badKey(text);
  return { kind: "named", values };
}

const badKey = (text: string) => badRequest(`The key '(${text.slice(0, 200)})' is not valid.`);

function literal(text: string): string | number | boolean | null {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (text === "null") return null;
  if (text === "true" || text === "false") return text === "true";
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
