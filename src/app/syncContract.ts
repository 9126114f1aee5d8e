/** What `sync` takes and gives; kept apart so that hosts and tests can be written against it. */
import type { Settings, Snapshot, SourceReport, Tenant, TenantFacts } from "../domain";
import type {
  Clock,
  DecisionSource,
  Footprint,
  ImportSource,
  LicenceSource,
  ProgressListener,
  RunRequest,
  SnapshotStore,
  UsageSource,
} from "./ports";

export interface SyncPorts {
  readonly licences: LicenceSource;
  readonly usage: UsageSource;
  readonly imports: ImportSource;
  readonly store: SnapshotStore;
  /** Absent where nobody decides anything beside the settings. */
  readonly decisions?: DecisionSource;
  readonly clock: Clock;
}

export interface SyncOptions {
  readonly tenant: Tenant;
  readonly run: RunRequest;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  readonly onProgress: ProgressListener;
}

export interface SyncResult {
  readonly snapshot: Snapshot;
  /** What the snapshot was computed from. */
  readonly facts: TenantFacts;
  readonly footprint: Footprint;
  /** Those in force: with the decisions under them. */
  readonly settings: Settings;
  /** Decisions that could not be used, one line each. */
  readonly faults: readonly string[];
  /** `partial` when any source or environment was not read, or a decision could not be used. */
  readonly status: "succeeded" | "partial";
  readonly missing: readonly SourceReport[];
}

export type Sync = (ports: SyncPorts, options: SyncOptions) => Promise<SyncResult>;
