/** Lets a host look on while requests are sent. Costs a look at an empty set when nobody does. */
import type { HttpRequest, HttpResponse, Send } from "./send";

/** One request and all its tries. Holds neither headers that were sent nor a body. */
export interface WatchedRequest {
  readonly method: string;
  /** Production address with its query. */
  readonly url: string;
  /** Tries so far; 0 when nobody was asked, as for lack of a token. */
  attempts: number;
}

export interface Attempt {
  /** Absent when no whole answer came. */
  readonly status?: number;
  readonly durationMs: number;
  /** Headers by which a service says how busy it is or how long to wait; names in lower case. */
  readonly throttle: Readonly<Record<string, string>>;
}

/** Must not throw. All are called in the asynchronous context of whoever asked. */
export interface RequestWatcher {
  started?(request: WatchedRequest): void;
  tried(request: WatchedRequest, attempt: Attempt): void;
  /** `response` is absent when the request was given up without an answer. */
  ended?(request: WatchedRequest, response: Pick<HttpResponse, "status"> | undefined): void;
}

const watchers = new Set<RequestWatcher>();

/** Gives what ends the watching. */
export function watchRequests(watcher: RequestWatcher): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

const isThrottle = (name: string): boolean => /^(?:retry-after|x-ms-(?:ratelimit|throttle)-.+)$/.test(name);

const throttleOf = ({ headers }: HttpResponse): Attempt["throttle"] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => isThrottle(name)));

const watchedTransport =
  (transport: Send, request: WatchedRequest): Send =>
  async (sent) => {
    const start = performance.now();
    request.attempts += 1;
    const tell = (answer: Omit<Attempt, "durationMs">): void => {
      const attempt = { ...answer, durationMs: Math.round(performance.now() - start) };
      watchers.forEach((watcher) => watcher.tried(request, attempt));
    };
    try {
      const response = await transport(sent);
      tell({ status: response.status, throttle: throttleOf(response) });
      return response;
    } catch (error) {
      tell({ throttle: {} });
      throw error;
    }
  };

/** Sends by `send`, which is given a transport that is watched. */
export async function watched(
  { method, url }: HttpRequest,
  transport: Send,
  send: (transport: Send) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  if (watchers.size === 0) return send(transport);
  const request: WatchedRequest = { method, url, attempts: 0 };
  watchers.forEach((watcher) => watcher.started?.(request));
  let response: HttpResponse | undefined;
  try {
    response = await send(watchedTransport(transport, request));
    return response;
  } finally {
    watchers.forEach((watcher) => watcher.ended?.(request, response));
  }
}
