/** Opens and closes the port of a tenant, on loopback only. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Handler } from "./door";

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === "object" && address !== null ? address.port : 0;

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Answers under way have this long to finish. */
const patienceMs = 2_000;

/** Lets answers under way finish and drops connections that only wait. */
const stop = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    const end = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close((error) => {
      clearInterval(sweep);
      clearTimeout(end);
      if (error === undefined) {
        resolve();
      } else {
        reject(error);
      }
    });
    server.closeIdleConnections();
  });

/** Rejects with Node's own error when the port is taken. */
export const listen = (enter: Handler, port: number): Promise<Listening> => {
  const answer = getRequestListener(enter);
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve({ port: portOf(server.address()), close: () => stop(server) });
    });
  });
};
