/** The panel on this machine: one server on loopback for the page, the control and the way to the home environment. */
import { serve, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import { assets, type AssetFolders } from "./assets";
import { forwarding, type Home } from "./forward";
import { ownHostOnly, ownPageOnly, notKept, securityHeaders } from "./guard";

export interface PanelServerOptions {
  readonly home: Home;
  readonly assets: AssetFolders;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface PanelServer {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  close(): Promise<void>;
}

/** Another program listens on the port. */
export class PortTakenError extends Error {
  override readonly name = "PortTakenError";
  constructor(
    readonly port: number,
    /** The command that would take the next free one. */
    readonly instead?: string,
  ) {
    super(`Port ${port} is taken.`);
  }
}

const loopback = "127.0.0.1";

const isTaken = (error: Error): boolean => "code" in error && error.code === "EADDRINUSE";

const listening = (app: Hono, port: number): Promise<{ readonly server: ServerType; readonly port: number }> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: loopback, port }, (info) => {
      resolve({ server, port: info.port });
    });
    server.once("error", (error: Error) => reject(isTaken(error) ? new PortTakenError(port) : error));
  });

const closed = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });

/** Rejects with `PortTakenError`, or throws `AssetsMissingError` when the page was not built. */
export const startPanelServer = async (options: PanelServerOptions): Promise<PanelServer> => {
  let served = options.port;
  const app = new Hono();
  app.use(securityHeaders, notKept);
  app.use(ownHostOnly(() => served));
  app.use("/api/*", ownPageOnly);
  app.route("/", forwarding(options.home));
  app.route("/", assets(options.assets));
  const { server, port } = await listening(app, options.port);
  served = port;
  return { address: `http://${loopback}:${port}`, close: () => closed(server) };
};

/** The first free port from `port` on, or `undefined` when the next hundred are taken. */
export const freePortFrom = async (port: number): Promise<number | undefined> => {
  for (let candidate = port; candidate < Math.min(port + 100, 65_536); candidate++) {
    const free = await listening(new Hono(), candidate).catch(() => undefined);
    if (free === undefined) continue;
    await closed(free.server);
    return candidate;
  }
  return undefined;
};
