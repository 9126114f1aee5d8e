/** Where a text stops being JSON. The parser's own messages differ between versions of Node and quote the text. */

type Wanted = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "commaOrEnd";

interface Token {
  readonly text: string;
  /** Of the first character. */
  readonly at: number;
  readonly end: number;
}

const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;
const plainText = /[^"\\\u0000-\u001f]*/y; // eslint-disable-line no-control-regex -- JSON allows no control characters
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const endOf = (pattern: RegExp, source: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
};

/** The end of a text that begins at `at`, or the place of the character that it cannot hold. */
const textEnd = (source: string, at: number): { readonly end: number; readonly whole: boolean } => {
  let end = at + 1;
  for (;;) {
    end = endOf(plainText, source, end) ?? end;
    if (source[end] === '"') return { end: end + 1, whole: true };
    const next = endOf(escaped, source, end);
    if (next === undefined) return { end, whole: false };
    end = next;
  }
};

const tokenAt = (source: string, from: number): Token | { readonly fault: number } => {
  const at = endOf(space, source, from) ?? from;
  const first = source[at] ?? "";
  if (first !== "" && "{}[],:".includes(first)) return { text: first, at, end: at + 1 };
  if (first === '"') {
    const { end, whole } = textEnd(source, at);
    return whole ? { text: '"', at, end } : { fault: end };
  }
  const end = endOf(scalar, source, at);
  return end === undefined ? { fault: at } : { text: "0", at, end };
};

const opening: Readonly<Record<string, Wanted>> = { "{": "keyOrEnd", "[": "valueOrEnd" };

/** What a comma asks for; after the end of the whole there is nothing to come. */
const inNext: Readonly<Record<string, Wanted>> = { "{": "key", "[": "value" };

/** What may follow a token, or `undefined` when the token may not stand here. `open` holds the brackets around it. */
const after = (wanted: Wanted, token: string, open: string[]): Wanted | undefined => {
  const closes = token === "}" ? "{" : "[";
  if (token === "}" || token === "]") {
    const fits = wanted === "commaOrEnd" || wanted === (token === "}" ? "keyOrEnd" : "valueOrEnd");
    return fits && open.pop() === closes ? "commaOrEnd" : undefined;
  }
  if (wanted === "commaOrEnd") return token === "," ? inNext[open.at(-1) ?? ""] : undefined;
  if (wanted === "colon") return token === ":" ? "value" : undefined;
  if (wanted === "key" || wanted === "keyOrEnd") return token === '"' ? "colon" : undefined;
  const inside = opening[token];
  if (inside === undefined) return token === '"' || token === "0" ? "commaOrEnd" : undefined;
  open.push(token);
  return inside;
};

const faultAt = (source: string): number => {
  const open: string[] = [];
  let wanted: Wanted = "value";
  let from = 0;
  for (;;) {
    const token = tokenAt(source, from);
    if ("fault" in token) return token.fault;
    const next: Wanted | undefined = after(wanted, token.text, open);
    if (next === undefined) return token.at;
    wanted = next;
    from = token.end;
  }
};

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Line and column, both from 1, of the first character that does not fit. Only for a text that is not JSON. */
export const placeOfFault = (source: string): Place => {
  const before = source.slice(0, faultAt(source)).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
};
