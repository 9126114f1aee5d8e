/** What `npm start` runs once everything is built: the simulated tenant, a real sync against it, and the panel. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LeaseTakenError } from "../../app/errors";
import { sync } from "../../app/sync";
import type { SyncResult } from "../../app/syncContract";
import { simulatorRoute } from "../../adapters/http/routes";
import type { RunningTenant } from "../../simulator/contracts";
import { profileNames, UnknownProfileError } from "../../simulator/profiles";
import { startTenant } from "../../simulator/server";
import { errorLines } from "../cli/errorText";
import { exitCodes, outcomeOfError } from "../cli/exitCodes";
import { interruption } from "../cli/interrupt";
import { messages } from "../cli/messages";
import { progressView } from "../cli/progress";
import { textReport } from "../cli/report";
import { compose, type Composition } from "../compose";
import type { Config } from "../config/config";
import { stay } from "../stay";
import { builtAssets } from "../web/assets";
import { freePortFrom, PortTakenError, startPanelServer, type PanelServer } from "../web/server";
import { demoConfig } from "./demoConfig";
import { terminalWatcher } from "./terminalWatcher";

export interface DemoOptions {
  readonly profile: string;
  readonly port: number;
  /** Profile `large` only. */
  readonly environments?: number;
  /** Absolute path; each profile keeps its tables in a folder of its own below it. */
  readonly stateFolder: string;
}

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const stateDir = ({ stateFolder, profile, environments }: DemoOptions): string =>
  join(stateFolder, environments === undefined ? profile : `${profile}-${environments}`);

const openTenant = (options: DemoOptions): Promise<RunningTenant> => {
  const { profile, environments } = options;
  if (!profileNames.includes(profile)) throw new UnknownProfileError(profile);
  const size = environments === undefined ? {} : { environments };
  return startTenant({ profile, ...size, stateDir: stateDir(options) });
};

const commandWith = ({ profile, environments }: DemoOptions, port: number): string =>
  [
    "npm start --",
    ...(profile === "contoso" ? [] : ["--profile", profile]),
    ...(environments === undefined ? [] : ["--environments", environments]),
    "--port",
    port,
  ].join(" ");

const listen = async (composition: Composition, options: DemoOptions): Promise<PanelServer> => {
  const { port } = options;
  try {
    return await startPanelServer({ home: composition.home, assets: builtAssets(), port });
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error;
    const free = await freePortFrom(port + 1);
    throw free === undefined ? error : new PortTakenError(port, commandWith(options, free));
  }
};

interface Demo {
  readonly config: Config;
  readonly composition: Composition;
  readonly signal: AbortSignal;
}

const syncOnce = async ({ config, composition, signal }: Demo): Promise<SyncResult> => {
  const view = progressView(process.stdout);
  try {
    const { tenant, settings } = config;
    const run = { id: randomUUID(), trigger: "commandLine", requestedBy: "npm start" } as const;
    return await sync(composition.ports, { tenant, run, settings, signal, onProgress: view.report });
  } finally {
    view.end();
  }
};

const retryPause = 2_000;

/** A start that was killed leaves its lease behind until it runs out; waiting is all there is to do. */
const syncWhenFree = async (demo: Demo): Promise<SyncResult> => {
  let isSaid = false;
  for (;;) {
    try {
      return await syncOnce(demo);
    } catch (error) {
      if (!(error instanceof LeaseTakenError)) throw error;
      if (!isSaid) write(messages.waiting(error.holder, error.until));
      isSaid = true;
      await sleep(retryPause, undefined, { signal: demo.signal });
    }
  }
};

const show = async (demo: Demo, server: PanelServer): Promise<void> => {
  write(textReport(await syncWhenFree(demo)));
  write(`\n${messages.serving(server.address)}\n${messages.stays}`);
  await stay({ ...demo, tenant: demo.config.tenant, watcher: terminalWatcher(process.stdout) });
};

const runWith = async (tenant: RunningTenant, options: DemoOptions, signal: AbortSignal): Promise<void> => {
  const composition = compose(demoConfig(tenant), simulatorRoute(tenant.base));
  const server = await listen(composition, options);
  try {
    write(messages.simulating(tenant.profile.tenantName, tenant.profile.environments.length, tenant.base));
    const config = await composition.settled(signal);
    await show({ config, composition, signal }, server);
  } finally {
    await server.close();
  }
};

const run = async (options: DemoOptions, signal: AbortSignal): Promise<void> => {
  const tenant = await openTenant(options);
  try {
    await runWith(tenant, options, signal);
  } finally {
    await tenant.close();
  }
};

/** Runs until Ctrl-C; resolves with the exit code. */
export const startDemo = async (options: DemoOptions): Promise<number> => {
  const signal = interruption();
  try {
    await run(options, signal);
    return exitCodes.done;
  } catch (error) {
    if (signal.aborted) return exitCodes.done;
    if (error instanceof UnknownProfileError) {
      process.stderr.write(`${error.message}\n`);
      return exitCodes.usage;
    }
    const outcome = outcomeOfError(error, signal);
    process.stderr.write(`${errorLines(error, outcome).join("\n")}\n`);
    return exitCodes[outcome];
  }
};
