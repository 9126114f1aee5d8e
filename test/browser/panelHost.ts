/** A simulated tenant, synced, with the panel served on it and a process that answers its Refresh. */
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { sync } from "../../src/app/sync";
import type { Snapshot } from "../../src/domain";
import { compose } from "../../src/hosts/compose";
import { demoConfig } from "../../src/hosts/demo/demoConfig";
import { stay, type Watcher } from "../../src/hosts/stay";
import { startPanelServer } from "../../src/hosts/web/server";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";

const out = fileURLToPath(new URL("../../out", import.meta.url));
const platform = join(dirname(createRequire(import.meta.url).resolve("pcf-start/package.json")), "lib");
const assets = { page: join(out, "web"), control: join(out, "controls", "PCFControl"), platform };

export interface PanelHost {
  readonly address: string;
  readonly tenant: RunningTenant;
  /** What the first sync published. */
  readonly snapshot: Snapshot;
  close(): Promise<void>;
}

const quiet: Watcher = {
  started: () => undefined,
  progressed: () => undefined,
  ended: () => undefined,
  failed: () => undefined,
  unreachable: () => undefined,
  planned: () => undefined,
};

const firstSync = async (config: ReturnType<typeof demoConfig>, composition: ReturnType<typeof compose>) => {
  const run = { id: randomUUID(), trigger: "commandLine" } as const;
  const { signal } = new AbortController();
  const { tenant, settings } = config;
  const { snapshot } = await sync(composition.ports, { tenant, run, settings, signal, onProgress: () => undefined });
  return snapshot;
};

export const startPanelHost = async (profile: string): Promise<PanelHost> => {
  const tenant = await startTenant({ profile });
  const config = demoConfig(tenant);
  const composition = compose(config, simulatorRoute(tenant.base));
  const snapshot = await firstSync(config, composition);
  const server = await startPanelServer({ home: composition.home, assets, port: 0 });
  const ending = new AbortController();
  const options = { composition, config, tenant: config.tenant, signal: ending.signal, watcher: quiet };
  const staying = stay(options);
  return {
    address: server.address,
    tenant,
    snapshot,
    close: async () => {
      ending.abort();
      await staying;
      await server.close();
      await tenant.close();
    },
  };
};
