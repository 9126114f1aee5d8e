/** One request on the wire. Connections are kept; what leaves this machine goes through the proxy of the environment, if any. */
import { Agent, EnvHttpProxyAgent, interceptors, request as send, type Dispatcher } from "undici";
import { isLinkLocal } from "./clouds";
import type { HttpRequest, HttpResponse } from "./message";

const loopback = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * This machine, or the metadata service beside it, which gives tokens to managed identities over plain HTTP: the one
 * exception to "HTTPS only". No proxy may ever see what is asked there.
 */
export const isNear = (hostname: string): boolean => loopback.has(hostname) || isLinkLocal(hostname);

/** Made when first needed: a process that never leaves the machine needs no proxy. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const near = once(() => new Agent());
/** `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; long lists come compressed. */
const far = once(() => new EnvHttpProxyAgent().compose(interceptors.decompress()));

const dispatcherFor = (address: string): { readonly dispatcher: Dispatcher; readonly encodings: string } =>
  isNear(new URL(address).hostname)
    ? { dispatcher: near(), encodings: "identity" }
    : { dispatcher: far(), encodings: "gzip, deflate" };

const plainHeaders = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
    ),
  );

/**
 * Rejects when no whole answer came. A redirect would leave the route table, so it is handed back like any other answer.
 */
export async function exchange(request: HttpRequest, address: string, signal: AbortSignal): Promise<HttpResponse> {
  const { method, headers, body = null } = request;
  const { dispatcher, encodings } = dispatcherFor(address);
  const sent = { "accept-encoding": encodings, ...headers };
  const response = await send(address, { method, headers: sent, body, signal, dispatcher });
  return {
    status: response.statusCode,
    headers: plainHeaders(response.headers),
    body: await response.body.text(),
  };
}
