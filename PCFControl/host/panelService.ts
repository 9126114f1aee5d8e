import type { PanelService, Reading } from "../components/Panel/Panel.types";
import { readHistory } from "./history";
import { createSnapshotReader } from "./readSnapshot";
import { followOpenRun, requestRefresh, type RefreshHost } from "./requestRefresh";

const noTenant: Reading = { kind: "trouble", trouble: { kind: "noTenant" } };

/** A record that is not saved yet has no tenant: nothing to read, nothing to ask for. */
function createEmptyService(now: () => Date): PanelService {
  return {
    now,
    load: () => Promise.resolve(noTenant),
    hasNewer: () => Promise.resolve(false),
    history: () => Promise.resolve({}),
    refresh: () => Promise.resolve(),
    follow: () => Promise.resolve(),
  };
}

export function createPanelService(host: RefreshHost): PanelService {
  if (host.tenantId === "") return createEmptyService(host.now);
  const reader = createSnapshotReader(host.api, host.tenantId);
  return {
    now: host.now,
    load: reader.read,
    hasNewer: async () => {
      const pointer = await reader.pointer();
      return typeof pointer === "string" && pointer !== reader.lastRead();
    },
    history: () => readHistory(host.api, host.tenantId, host.now()),
    refresh: (report, signal) => requestRefresh(host, report, signal),
    follow: (report, signal) => followOpenRun(host, report, signal),
  };
}

/** Waits, and stops waiting when the signal says so. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}
