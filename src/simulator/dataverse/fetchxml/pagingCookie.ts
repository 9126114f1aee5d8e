import type { Cell } from "../store/cells";
import { element, parseXml } from "../metadata/xml";
import { literal } from "./literal";
import { attribute, badQuery, queryCode } from "./nodes";
import type { RowOrder } from "./shown";

/** Where a page began and ended, in the form that the service gives to callers. */
export interface Bounds {
  readonly page: number;
  readonly first: readonly Cell[];
  readonly last: readonly Cell[];
}

/**
 * The annotation `fetchxmlpagingcookie`: an element whose attribute holds the cookie, percent-encoded twice. `bounds` is
 * undefined where a query cannot be continued behind a row.
 */
export function cookieAnnotation(next: number, orders: readonly RowOrder[], bounds: Bounds | undefined): string {
  const cookie = bounds === undefined ? "" : encoded(encoded(cookieText(orders, bounds)));
  return `<cookie pagenumber="${next}" pagingcookie="${cookie}" istracking="False" />`;
}

/** Percent-encoding in small letters, as the service does it. */
const encoded = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
    .replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase());

function cookieText(orders: readonly RowOrder[], { page, first, last }: Bounds): string {
  const columns = orders.map(({ column }, index) => {
    const ends = [end("last", column.type, last[index]), end("first", column.type, first[index])];
    return `<${column.logicalName} ${ends.join(" ")} />`;
  });
  return `<cookie page="${page}">${columns.join("")}</cookie>`;
}

function end(name: "first" | "last", type: string, cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return `${name}null="1"`;
  const value = type === "guid" || type === "lookup" ? `{${String(cell).toUpperCase()}}` : String(cell);
  return `${name}="${value.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)}"`;
}

/** The values of the last row of the page before. Throws 400 for a cookie of another query. */
export function readCookie(table: string, text: string, orders: readonly RowOrder[]): Omit<Bounds, "first"> {
  const node = element(parseXml(text), "cookie");
  const page = Number(attribute(node, "page"));
  if (!Number.isInteger(page) || page < 1) throw badCookie();
  const last = orders.map(({ column }) => {
    const at = element(node, column.logicalName);
    if (attribute(at, "lastnull") === "1") return null;
    const value = attribute(at, "last");
    if (value === undefined) throw badCookie();
    return literal(table, column, value);
  });
  return { page, last };
}

const badCookie = () => badQuery(queryCode.invalidXml, "The paging cookie is not one of this query.");
