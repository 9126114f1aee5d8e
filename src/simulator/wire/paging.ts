/** Pages of a list. The token in a next link is opaque to the reader and bound to the list it came from. */
import { isRecord, jsonOf, numberOf } from "./values";

export interface Page<T> {
  readonly items: readonly T[];
  /** Token of the next page; absent on the last one. */
  readonly next?: string;
}

const tokenOf = (list: string, offset: number): string =>
  Buffer.from(JSON.stringify({ list, offset })).toString("base64url");

/** Where a page begins; `undefined` for a token that this list never gave out. */
export const offsetOf = (list: string, token: string | undefined): number | undefined => {
  if (token === undefined) {
    return 0;
  }
  const value = jsonOf(Buffer.from(token, "base64url").toString("utf8"));
  return isRecord(value) && value["list"] === list ? numberOf(value["offset"]) : undefined;
};

/** The page of `size` rows at `offset`. */
export const pageOf = <T>(list: string, all: readonly T[], offset: number, size: number): Page<T> => {
  const items = all.slice(offset, offset + size);
  const end = offset + items.length;
  return end < all.length ? { items, next: tokenOf(list, end) } : { items };
};

/** The same address on the production origin with the token of the next page. */
export const nextLink = (origin: string, path: string, query: URLSearchParams, token: string): string => {
  const parameters = [...query].filter(([name]) => name !== "$skiptoken");
  const text = [...parameters, ["$skiptoken", token] as const]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  return `${origin}${path}?${text}`;
};
