/**
 * The one place that decides where an origin goes. Everybody else speaks to production origins; the simulator profile
 * sends every one of them to loopback and lets nothing else through, so a test cannot reach the internet.
 */
import { isLinkLocal } from "./clouds";

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

/** Sign-in, Graph, BAP, Power Platform, Dataverse and Key Vault of every cloud (`clouds`). */
const simulatedHosts = [
  /^login\.microsoftonline\.(?:com|us)$|^login\.(?:chinacloudapi|partner\.microsoftonline)\.cn$/,
  /^graph\.microsoft\.(?:com|us)$|^dod-graph\.microsoft\.us$|^microsoftgraph\.chinacloudapi\.cn$/,
  /^api\.bap\.(?:microsoft\.com|appsplatform\.us|partner\.microsoftonline\.cn)$|^(?:gov|high)\.api\.bap\.microsoft\.us$/,
  /^api\.(?:powerplatform\.com|appsplatform\.us|powerplatform\.partner\.microsoftonline\.cn)$/,
  /^api\.(?:gov|high)\.powerplatform\.microsoft\.us$/,
  /^[a-z0-9-]+\.crm\d*\.(?:dynamics\.com|microsoftdynamics\.us|appsplatform\.us|dynamics\.cn)$/,
  /^[a-z0-9-]+\.vault\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)$/,
];

const isSimulated = ({ protocol, host, hostname }: URL): boolean =>
  protocol === "https:"
    ? simulatedHosts.some((pattern) => pattern.test(host))
    : protocol === "http:" && isLinkLocal(hostname);

/**
 * Everything to one loopback server, the production host as first path segment:
 * `https://graph.microsoft.com/v1.0/users` becomes `{base}/graph.microsoft.com/v1.0/users`.
 */
export const simulatorRoute =
  (base: string): Route =>
  (url) => {
    const asked = new URL(url);
    if (!isSimulated(asked)) throw new BlockedOriginError(asked.origin);
    return `${base}/${asked.host}${asked.pathname}${asked.search}`;
  };
