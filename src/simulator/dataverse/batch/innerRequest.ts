import { badRequest } from "../errors";
import type { ApiRequest } from "../wire";
import type { Part } from "./multipart";
import { malformed, readHeaders, splitHead } from "./multipart";

/** A request inside a batch, before references to earlier ones are put in. */
export interface InnerRequest {
  readonly contentId?: string;
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const requestLine = /^([A-Z]+) (\S.*?) HTTP\/1\.1$/;

export function readInner(part: Part): InnerRequest {
  if (part.headers.get("content-type")?.startsWith("application/http") !== true) {
    throw malformed("A part of the batch is neither a request nor a change set.");
  }
  const { head, content } = splitHead(part.content);
  const [line = "", ...headers] = head;
  const [, method, url] = requestLine.exec(line) ?? [];
  if (method === undefined || url === undefined)
    throw malformed(`The request line '${line.slice(0, 100)}' is invalid.`);
  const contentId = part.headers.get("content-id");
  const request = { method, url, headers: readHeaders(headers), body: content };
  return contentId === undefined ? request : { ...request, contentId };
}

/** Addresses of the rows that earlier requests of the change set made, by Content-ID. */
export type References = ReadonlyMap<string, string>;

/** The request with references resolved and its address cut down to what follows the API's root. */
export function resolved(inner: InnerRequest, references: References, apiRoot: string): ApiRequest {
  const url = inner.url.replace(/^\/?\$(\d\w*)/, (_, id: string) => referenced(references, id));
  const bound = /("[^"]+@odata\.bind"\s*:\s*")\$(\w+)(")/g;
  const body = inner.body.replace(
    bound,
    (_, before: string, id: string, after: string) => before + referenced(references, id) + after,
  );
  const [path = "", ...query] = relative(url, apiRoot).split("?");
  return { method: inner.method, path, query: query.join("?"), header: (name) => inner.headers.get(name), body };
}

function referenced(references: References, id: string): string {
  const url = references.get(id);
  if (url === undefined) throw badRequest(`Content-ID Reference: '$${id}' does not exist in the batch context.`);
  return url;
}

function relative(url: string, apiRoot: string): string {
  if (url.toLowerCase().startsWith(apiRoot.toLowerCase())) return url.slice(apiRoot.length);
  if (/^https?:/i.test(url)) throw badRequest(`'${url.slice(0, 200)}' is not an address of this organization.`);
  return url.replace(/^\/(?:api\/data\/v9\.\d\/)?/, "");
}
