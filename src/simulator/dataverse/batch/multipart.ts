import { badPayload } from "../errors";

/** One part of a multipart message. Header names are in lower case. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly content: string;
}

/** The boundary that a `multipart/mixed` content type names; undefined for other types. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const [, quotedValue, plain] =
    /^multipart\/mixed\s*;.*\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? "") ?? [];
  return quotedValue ?? plain;
}

/** Splits a message. Lines must end with CR and LF, as the service demands. */
export function readParts(text: string, boundary: string): readonly Part[] {
  const pieces = `\r\n${text}`.split(`\r\n--${boundary}`);
  const parts = pieces.slice(1, -1);
  if (parts.length === 0 || pieces.at(-1)?.startsWith("--") !== true) {
    throw malformed("The message has no parts, or no closing boundary, or its lines do not end with CR LF.");
  }
  return parts.map(readPart);
}

function readPart(piece: string): Part {
  const [, rest] = /^[ \t]*\r\n(.*)$/s.exec(piece) ?? [];
  if (rest === undefined) throw malformed("A boundary is not on a line of its own.");
  const { head, content } = splitHead(rest);
  return { headers: readHeaders(head), content };
}

/** What stands before the first empty line, as lines, and what stands after it. */
export function splitHead(text: string): { readonly head: readonly string[]; readonly content: string } {
  const end = text.startsWith("\r\n") ? 0 : text.indexOf("\r\n\r\n");
  const head = (end < 0 ? text : text.slice(0, end)).split("\r\n").filter((line) => line !== "");
  return { head, content: end < 0 ? "" : text.slice(end + (end === 0 ? 2 : 4)) };
}

export function readHeaders(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(":");
      if (at < 1 || line.includes("\n")) throw malformed(`The message header '${line.slice(0, 100)}' is invalid.`);
      return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
}

export const malformed = (message: string) => badPayload("", `Microsoft.OData.ODataException: ${message}`);

export interface WrittenPart {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string;
}

export const writeParts = (parts: readonly WrittenPart[], boundary: string): string =>
  [
    ...parts.map((part) => `--${boundary}\r\n${headerLines(part.headers)}\r\n${part.content}\r\n`),
    `--${boundary}--\r\n`,
  ].join("");

export const headerLines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
