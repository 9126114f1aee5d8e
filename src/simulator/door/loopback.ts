/** Lets only this machine in: a page in a browser must not reach the tenant under another name (DNS rebinding). */

const names = new Set(["127.0.0.1", "localhost", "[::1]"]);

const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, "");

export const isLoopbackHost = (host: string | undefined): boolean => host !== undefined && names.has(nameOf(host));

/** Requests without an origin come from programs; those with one must come from a page of this machine. */
export const isLoopbackOrigin = (origin: string | undefined): boolean => {
  if (origin === undefined) {
    return true;
  }
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).host);
};
