/** What keeps an eye on runs. */
import type { SyncPorts } from "../../app/syncContract";
import type { AroundRun } from "../stay";

export interface Telemetry {
  readonly around: AroundRun;
  /** Ports whose questions to sources are seen. */
  ports(ports: SyncPorts): SyncPorts;
  /** Sends what is left. Does not reject, and waits a few seconds at most. */
  close(): Promise<void>;
}
