import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { badRequest, wrongMethod } from "../errors";
import { failure } from "../failure";
import type { Session } from "../session";
import { apiRoot } from "../session";
import type { ApiRequest, Reply } from "../wire";
import { preferences } from "../wire";
import type { InnerRequest } from "./innerRequest";
import { readInner, resolved } from "./innerRequest";
import type { WrittenPart } from "./multipart";
import { boundaryOf, headerLines, malformed, readParts, writeParts } from "./multipart";

type Answer = (session: Session, request: ApiRequest) => Reply;
type Item = { readonly single: InnerRequest } | { readonly changeSet: readonly InnerRequest[] };

const largestBatch = 1_000;

/** `POST $batch`: requests in order; a change set is one transaction. Stops at the first failure unless told otherwise. */
export function runBatch(session: Session, request: ApiRequest, answer: Answer): Reply {
  if (request.method !== "POST") throw wrongMethod(request.method);
  const items = readItems(request);
  const goesOn = preferences(request).has("odata.continue-on-error");
  const parts: WrittenPart[] = [];
  for (const item of items) {
    const { part, status } = "single" in item ? runSingle(session, item.single, answer) : runSet(session, item, answer);
    parts.push(part);
    if (status >= 400 && !goesOn) return batchReply(status, parts);
  }
  return batchReply(200, parts);
}

function readItems(request: ApiRequest): readonly Item[] {
  const boundary = boundaryOf(request.header("content-type"));
  if (boundary === undefined) throw malformed("The content type of a batch must be multipart/mixed with a boundary.");
  const items = readParts(request.body, boundary).map((part): Item => {
    const inner = boundaryOf(part.headers.get("content-type"));
    return inner === undefined
      ? { single: readInner(part) }
      : { changeSet: readParts(part.content, inner).map(readInner) };
  });
  const all = items.flatMap((item) => ("single" in item ? [item.single] : item.changeSet));
  if (all.length > largestBatch)
    throw badRequest(`A batch may hold at most ${largestBatch} requests; this one has ${all.length}.`);
  items.forEach(checkItem);
  return items;
}

function checkItem(item: Item): void {
  if ("single" in item) return;
  const ids = item.changeSet.map((inner) => inner.contentId);
  if (item.changeSet.some((inner) => inner.method === "GET"))
    throw malformed("A change set may not hold a GET request.");
  if (ids.includes(undefined)) throw badRequest("Content-ID header not present for a request of a change set.");
  if (new Set(ids).size !== ids.length) throw badRequest("A Content-ID occurs twice in a change set.");
}

interface Outcome {
  readonly status: number;
  readonly part: WrittenPart;
}

function runSingle(session: Session, inner: InnerRequest, answer: Answer): Outcome {
  try {
    return outcome(answer(session, innermost(session, inner, new Map())), inner);
  } catch (error) {
    return outcome(failure(error), inner);
  }
}

function runSet(session: Session, { changeSet }: { changeSet: readonly InnerRequest[] }, answer: Answer): Outcome {
  const references = new Map<string, string>();
  let current: InnerRequest | undefined;
  try {
    const parts = session.store.atomically(() =>
      changeSet.map((inner) => {
        current = inner;
        const reply = answer(session, innermost(session, inner, references));
        const address = reply.headers["OData-EntityId"];
        if (inner.contentId !== undefined && address !== undefined) references.set(inner.contentId, address);
        return outcome(reply, inner).part;
      }),
    );
    return { status: 200, part: setPart(parts) };
  } catch (error) {
    // Rows that were put in place within the set are gone again.
    session.filled.clear();
    return outcome(failure(error), current);
  }
}

function innermost(session: Session, inner: InnerRequest, references: ReadonlyMap<string, string>): ApiRequest {
  const request = resolved(inner, references, apiRoot(session));
  if (/^(\$|%24)batch$/i.test(request.path)) throw badRequest("A batch may not hold another batch.");
  return request;
}

const setPart = (parts: readonly WrittenPart[]): WrittenPart => {
  const boundary = `changesetresponse_${randomUUID()}`;
  return { headers: { "Content-Type": `multipart/mixed; boundary=${boundary}` }, content: writeParts(parts, boundary) };
};

function outcome(reply: Reply, inner: InnerRequest | undefined): Outcome {
  const id = inner?.contentId;
  const headers = { "Content-Type": "application/http", "Content-Transfer-Encoding": "binary" };
  const line = `HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status] ?? ""}\r\n`;
  return {
    status: reply.status,
    part: {
      headers: id === undefined ? headers : { ...headers, "Content-ID": id },
      content: `${line}${headerLines(reply.headers)}\r\n${reply.body ?? ""}`,
    },
  };
}

function batchReply(status: number, parts: readonly WrittenPart[]): Reply {
  const boundary = `batchresponse_${randomUUID()}`;
  return {
    status,
    headers: { "Content-Type": `multipart/mixed; boundary=${boundary}`, "OData-Version": "4.0" },
    body: writeParts(parts, boundary),
  };
}
