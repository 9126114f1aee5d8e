/**
 * The one place that decides where an origin goes. Everybody else speaks to production origins; the simulator profile
 * sends every one of them to loopback and lets nothing else through, so a test cannot reach the internet.
 */

/** Gives the address to call for a production URL, or throws `BlockedOriginError`. */
export type Route = (url: string) => string;

export class BlockedOriginError extends Error {
  override readonly name = "BlockedOriginError";
  constructor(readonly origin: string) {
    super(`No route leads to ${origin}.`);
  }
}

/** Real hosts: nothing is rewritten. */
export const directRoute: Route = (url) => url;

const simulatedHosts = [
  /^login\.microsoftonline\.com$/,
  /^graph\.microsoft\.com$/,
  /^api\.bap\.microsoft\.com$/,
  /^api\.powerplatform\.com$/,
  /^[a-z0-9-]+\.crm\d*\.dynamics\.com$/,
];

/**
 * Everything to one loopback server, the production host as first path segment:
 * `https://graph.microsoft.com/v1.0/users` becomes `{base}/graph.microsoft.com/v1.0/users`.
 */
export const simulatorRoute =
  (base: string): Route =>
  (url) => {
    const { protocol, host, origin, pathname, search } = new URL(url);
    if (protocol !== "https:" || !simulatedHosts.some((pattern) => pattern.test(host))) {
      throw new BlockedOriginError(origin);
    }
    return `${base}/${host}${pathname}${search}`;
  };
