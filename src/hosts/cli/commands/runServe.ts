/** `quota-panel serve`: the panel on this machine, kept fresh as `sync --schedule` would. */
import { stay } from "../../stay";
import { builtAssets } from "../../web/assets";
import { freePortFrom, PortTakenError, startPanelServer } from "../../web/server";
import type { Outcome } from "../exitCodes";
import { createLog } from "../log";
import { logWatcher } from "../logWatcher";
import { messages } from "../messages";
import type { ServeOptions } from "../program";
import { openSession } from "./session";

const offerFreePort = async (error: unknown): Promise<never> => {
  if (!(error instanceof PortTakenError)) throw error;
  const free = await freePortFrom(error.port + 1);
  throw free === undefined ? error : new PortTakenError(error.port, `quota-panel serve --port ${free}`);
};

/** Ends with an interruption only. */
export const runServe = async (options: ServeOptions, signal: AbortSignal): Promise<Outcome> => {
  const composition = openSession(options);
  const { port } = options;
  const server = await startPanelServer({ home: composition.home, assets: builtAssets(), port }).catch(offerFreePort);
  try {
    const tenant = await composition.tenant(signal);
    const config = await composition.settled(signal);
    process.stdout.write(`${messages.serving(server.address)}\n${messages.stays}\n`);
    await stay({ composition, config, tenant, signal, watcher: logWatcher(createLog()) });
  } finally {
    await server.close();
  }
  return "done";
};
