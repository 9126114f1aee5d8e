/** `quota-panel serve`: the panel on this machine, kept fresh as `sync --schedule` would. */
import { stay } from "../../stay";
import { openTelemetry } from "../../telemetry/openTelemetry";
import { builtAssets } from "../../web/assets";
import { freePortFrom, PortTakenError, startPanelServer } from "../../web/server";
import type { Outcome } from "../exitCodes";
import { createLog } from "../log";
import { logWatcher } from "../logWatcher";
import { logRequests } from "../showRequests";
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
  const telemetry = await openTelemetry(process.env);
  const log = createLog();
  if (options.verbose) logRequests(log);
  const server = await startPanelServer({ home: composition.home, assets: builtAssets(), port }).catch(offerFreePort);
  try {
    const tenant = await composition.tenant(signal);
    const config = await composition.settled(signal);
    process.stdout.write(`${messages.serving(server.address)}\n${messages.stays}\n`);
    const seen = { ...composition, ports: telemetry.ports(composition.ports) };
    await stay({ composition: seen, config, tenant, signal, watcher: logWatcher(log), around: telemetry.around });
  } finally {
    await server.close();
    await telemetry.close();
  }
  return "done";
};
