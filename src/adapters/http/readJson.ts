/** The door: text of an answer in, a value of a known shape out. */
import * as v from "valibot";
import { ShapeError, endpointName, statusError } from "./errors";
import type { HttpResponse, Send } from "./send";

type Schema<T> = v.GenericSchema<unknown, T>;

/** Rejects with `SourceError` by status and with `ShapeError` when the body is cut off or has another shape. */
export function readJson<T>(schema: Schema<T>, response: HttpResponse, endpoint: string): T {
  if (response.status < 200 || response.status > 299) throw statusError(response, endpoint);
  const result = v.safeParse(schema, parseText(response.body, endpoint), { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ShapeError(endpoint, v.getDotPath(issue) ?? "", `expected ${issue.expected ?? "another value"}`);
}

function parseText(text: string, endpoint: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ShapeError(endpoint, "", endedEarly(text) ? "the answer ended early" : "not JSON", { cause });
  }
}

/** JSON that opened and did not close; anything else was never JSON (a sign-in page, a proxy's message). */
const endedEarly = (text: string): boolean => text.trim() === "" || /^\s*[[{]/.test(text);

export interface JsonRequest<T> {
  readonly url: string;
  readonly schema: Schema<T>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** `GET` and parse. */
export async function getJson<T>(send: Send, { url, schema, headers, signal }: JsonRequest<T>): Promise<T> {
  const request = { method: "GET", url, headers: { accept: "application/json", ...headers }, signal } as const;
  return readJson(schema, await send(request), endpointName("GET", url));
}
