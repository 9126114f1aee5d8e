/**
 * The one transport: every request of the product leaves here, along its route and through the queue of its origin.
 * It sends once; waiting and trying again is the pipeline's business, so a slot is held only while a request is under way.
 */
import { setMaxListeners } from "node:events";
import PQueue from "p-queue";
import { exchange, isNear } from "./exchange";
import type { HttpRequest, HttpResponse } from "./message";
import type { Route } from "./routes";

export type { HttpRequest, HttpResponse };

/** Rejects with `NetworkError` when no whole answer came, with the signal's reason when cancelled. */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** No whole answer came: no name, no connection, no time left, or a connection that closed early. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
}

/**
 * Requests under way at once. The origins are those of apis.md sections 1, 3, 4 and 7; `total` is over all of them.
 * Power Platform and Entra publish no such limit, so these are chosen to be polite and Retry-After is obeyed; Dataverse
 * refuses a user with about fifty (section 4, service protection), and section 4 advises 4 to 8.
 */
export interface Concurrency {
  readonly identity: number;
  readonly graph: number;
  readonly bap: number;
  readonly powerPlatform: number;
  /** For each organisation. */
  readonly dataverse: number;
  readonly total: number;
}

export const defaultConcurrency: Concurrency = {
  identity: 16,
  graph: 8,
  bap: 8,
  powerPlatform: 24,
  dataverse: 8,
  total: 64,
};

const families: readonly (readonly [RegExp, keyof Concurrency])[] = [
  [/^login\.|^169\.254\.|\.vault\.(?:azure|usgovcloudapi)\./, "identity"],
  [/^(?:dod-)?graph\.|graph\.chinacloudapi/, "graph"],
  [/(?:^|\.)api\.bap\./, "bap"],
  [/(?:^|\.)api\.(?:[a-z]+\.)?(?:powerplatform|appsplatform)\./, "powerPlatform"],
];

const familyOf = (host: string): keyof Concurrency =>
  families.find(([pattern]) => pattern.test(host))?.[1] ?? "dataverse";

export interface TransportOptions {
  readonly route: Route;
  readonly concurrency?: Partial<Concurrency>;
  /** Longest time for one attempt, the body included. */
  readonly timeoutMs?: number;
}

export function createTransport({ route, concurrency, timeoutMs = 60_000 }: TransportOptions): Send {
  const limits = { ...defaultConcurrency, ...concurrency };
  const everything = new PQueue({ concurrency: limits.total });
  const queueOf = originQueues(limits);
  return (request) => {
    // A signal may end many requests that were sent side by side; that is no leak.
    setMaxListeners(0, request.signal);
    const { signal } = request;
    const address = secured(route(request.url));
    const attempt = () => withinTime(request, address, timeoutMs);
    return queueOf(new URL(request.url)).add(() => everything.add(attempt, { signal }), { signal });
  };
}

function originQueues(limits: Concurrency): (url: URL) => PQueue {
  const queues = new Map<string, PQueue>();
  return ({ origin, hostname }) => {
    const known = queues.get(origin);
    if (known) return known;
    const queue = new PQueue({ concurrency: limits[familyOf(hostname)] });
    queues.set(origin, queue);
    return queue;
  };
}

/** Tokens and secrets travel in these requests: plain HTTP is for this machine and its metadata service only. */
function secured(address: string): string {
  const { protocol, hostname, origin } = new URL(address);
  if (protocol === "https:" || (protocol === "http:" && isNear(hostname))) return address;
  throw new NetworkError(`Refused to send to ${origin}: the connection is not encrypted.`);
}

async function withinTime(request: HttpRequest, address: string, timeoutMs: number): Promise<HttpResponse> {
  const attempt = new AbortController();
  const cancel = () => {
    attempt.abort(request.signal.reason);
  };
  request.signal.addEventListener("abort", cancel, { once: true });
  const timer = setTimeout(() => {
    attempt.abort(new NetworkError(`No answer within ${timeoutMs / 1000} s.`));
  }, timeoutMs);
  try {
    return await exchange(request, address, attempt.signal);
  } catch (error) {
    if (attempt.signal.aborted) throw attempt.signal.reason;
    throw new NetworkError(networkDetail(error), { cause: error });
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener("abort", cancel);
  }
}

/** Some errors keep their story in the cause. */
function networkDetail(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return "The connection failed.";
  const code = "code" in cause && typeof cause.code === "string" ? ` (${cause.code})` : "";
  return `The connection failed: ${cause.message || "no details"}${code}.`;
}
