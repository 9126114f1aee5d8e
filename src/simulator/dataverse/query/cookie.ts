import { badRequest } from "../errors";
import type { Cell } from "../store/cells";

/** Where a page ended. Opaque to callers: they follow the link. */
export interface Cookie {
  readonly page: number;
  readonly last: readonly Cell[];
}

export function writeCookie({ page, last }: Cookie): string {
  const content = Buffer.from(JSON.stringify(last)).toString("base64url");
  return encodeURIComponent(`<cookie pagenumber="${page}" pagingcookie="${content}" istracking="False" />`);
}

const shape = /^<cookie pagenumber="(\d+)" pagingcookie="([\w-]*)" istracking="False" \/>$/;

/** Reads a cookie back; `terms` is the number of values it must hold. */
export function readCookie(text: string, terms: number): Cookie {
  const [, page = "", content = ""] = shape.exec(text) ?? [];
  const last = parse(Buffer.from(content, "base64url").toString());
  if (last?.length !== terms) throw badRequest("The paging cookie is not one of this query.");
  return { page: Number(page), last };
}

function parse(text: string): readonly Cell[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(isCell) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === "string" || typeof value === "number";
