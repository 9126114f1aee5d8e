/**
 * Who may talk to the local page. The server holds a token of the tenant, so a page of another origin must neither read
 * through it (DNS rebinding: the Host header) nor write through it (forged requests: Origin and Sec-Fetch-Site).
 */
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** Fluent's style engine and React write style elements and attributes; scripts and connections are this server's own. */
export const securityHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // Plain HTTP on this machine: there is nothing to pin.
  strictTransportSecurity: false,
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
});

/** After an update the page must not run an old bundle from the browser's cache. */
export const notKept: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-cache");
};

const hostNames = ["127.0.0.1", "localhost"];

/** Only the names of this machine with the port that is served. */
export const ownHostOnly =
  (port: () => number): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header("host")?.toLowerCase();
    const known = hostNames.some((name) => host === `${name}:${port()}`);
    if (!known) return context.text("This server answers to 127.0.0.1 and localhost only.", 403);
    return next();
  };

const isForeignSite = (site: string | undefined): boolean =>
  site !== undefined && site !== "same-origin" && site !== "none";

const isWrite = (method: string): boolean => method !== "GET" && method !== "HEAD";

/** Data goes to this page alone; a write must say that it comes from it. */
export const ownPageOnly: MiddlewareHandler = async (context, next) => {
  const { req } = context;
  const refused = () => context.text("Only the page of this server may ask for this.", 403);
  if (isForeignSite(req.header("sec-fetch-site"))) return refused();
  if (isWrite(req.method) && req.header("origin") !== new URL(req.url).origin) return refused();
  return next();
};
