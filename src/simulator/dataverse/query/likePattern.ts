import { notImplemented } from "../errors";
import type { MatchMethod } from "./expression";

/**
 * The service hands the text of `contains`, `startswith` and `endswith` to SQL's LIKE: `%` and `_` stand for other
 * characters unless they are in brackets. A class of several characters (`[a-c]`) is not spoken here.
 */
export function likePattern(method: MatchMethod, text: string): string {
  const body = text.replace(/\[([^\]]*)\]|\\/g, (found, bracketed: string | undefined) => {
    if (bracketed === undefined) return `\\${found}`;
    if (bracketed.length !== 1) throw notImplemented(`The wildcard '${found}'`);
    return "%_\\".includes(bracketed) ? `\\${bracketed}` : bracketed;
  });
  return `${method === "startswith" ? "" : "%"}${body}${method === "endswith" ? "" : "%"}`;
}
