/**
 * What the use cases need from the outside. Adapters implement these; every call takes an `AbortSignal` and rejects
 * with `SourceError` (reading) or `StoreError` (writing) for expected trouble.
 */
import type {
  Allocation,
  ApplicationPackage,
  CompanySubscription,
  Currency,
  EntitlementRow,
  Environment,
  ImportedReading,
  InstalledSolution,
  Instant,
  MeterHistory,
  Reason,
  RunPhase,
  RunStatus,
  RunTrigger,
  Seat,
  Settings,
  Snapshot,
  SubscribedSku,
  Tenant,
  TenantCapacity,
} from "../domain";

export interface LicenceSource {
  subscribedSkus(signal: AbortSignal): Promise<readonly SubscribedSku[]>;
  companySubscriptions(signal: AbortSignal): Promise<readonly CompanySubscription[]>;
  /** Who holds which of these SKUs now, each pair once; of all SKUs where it is not known which ones the tenant has. */
  seats(skuIds: ReadonlySet<string> | undefined, signal: AbortSignal): Promise<readonly Seat[]>;
}

/** By environment id; environments for which nothing is set aside are missing. */
export type AllocationsByEnvironment = ReadonlyMap<string, readonly Allocation[]>;

export interface EnvironmentList {
  readonly environments: readonly Environment[];
  /** Why storage is missing from the list, and who gave it instead. */
  readonly lacking?: Reason;
}

export interface UsageSource {
  environments(signal: AbortSignal): Promise<EnvironmentList>;
  tenantCapacity(signal: AbortSignal): Promise<TenantCapacity>;
  currencies(signal: AbortSignal): Promise<readonly Currency[]>;
  /** Of the whole tenant in one answer. */
  allocations(signal: AbortSignal): Promise<AllocationsByEnvironment>;
  applicationPackages(environment: Environment, signal: AbortSignal): Promise<readonly ApplicationPackage[]>;
  entitlements(environment: Environment, signal: AbortSignal): Promise<readonly EntitlementRow[]>;
  /** Solutions of the outbound marketing module only (apis.md 5.3). */
  outboundSolutions(environment: Environment, signal: AbortSignal): Promise<readonly InstalledSolution[]>;
}

/** Figures handed in by the admin. Rejects with a `SourceError` that names line and column of every fault. */
export interface ImportSource {
  readings(signal: AbortSignal): Promise<readonly ImportedReading[]>;
}

export interface DecidedSettings {
  readonly settings: Settings;
  /** Decisions that cannot be used, one line each with the row and what is wrong; the others count. */
  readonly faults: readonly string[];
}

/** What people decided where the product's tables are. */
export interface DecisionSource {
  /** `settings` with the decisions under them. Rejects with `StoreError` where they cannot be read. */
  under(settings: Settings, signal: AbortSignal): Promise<DecidedSettings>;
}

export interface RunProgress {
  readonly phase: RunPhase;
  readonly done: number;
  readonly total: number;
}

export interface RunRequest {
  /** GUID; the id of the snapshot that the run will publish. */
  readonly id: string;
  readonly trigger: RunTrigger;
  readonly requestedBy?: string;
}

export interface RunOutcome {
  readonly status: Exclude<RunStatus, "requested" | "running">;
  /** Code and detail for a person; no secrets. */
  readonly message?: string;
}

export interface Footprint {
  readonly rows: number;
  readonly bytes: number;
}

/** Texts for the next run by name; `undefined` forgets the one of that name, and what is not named stays. */
export type Remembering = ReadonlyMap<string, string | undefined>;

export interface Publication {
  readonly snapshot: Snapshot;
  readonly remembering: Remembering;
}

/** Where snapshots live. Writes are idempotent: a run may be killed anywhere and run again. */
export interface SnapshotStore {
  /** Takes the lease for the tenant or rejects with `LeaseTakenError`. The lease ends by itself when not renewed. */
  begin(tenant: Tenant, run: RunRequest, signal: AbortSignal): Promise<void>;
  /** Writes progress and renews the lease. Cheap to call often: it writes at most once a second. */
  progress(progress: RunProgress, signal: AbortSignal): Promise<void>;
  /**
   * What earlier runs left under this name, as of the snapshot that is the current one. A run that was killed or failed
   * leaves nothing.
   */
  recall(name: string, signal: AbortSignal): Promise<string | undefined>;
  /**
   * Rows first, then the pointer, which makes the snapshot and what is remembered with it current in one step. Resolves
   * with what the product itself now takes of the customer's database.
   */
  publish(publication: Publication, signal: AbortSignal): Promise<Footprint>;
  /** Closes the run and gives the lease back; called whatever happened. */
  end(outcome: RunOutcome): Promise<void>;
  /** Refresh requests that the panel wrote and nobody has taken yet, oldest first. */
  requests(signal: AbortSignal): Promise<readonly RunRequest[]>;
  /** Use of the tenant's meters on the last 400 days, as earlier snapshots said it. */
  history(signal: AbortSignal): Promise<readonly MeterHistory[]>;
}

export interface Clock {
  now(): Instant;
}

/** Told of everything that a person may want to watch. Never awaited. */
export type ProgressListener = (progress: RunProgress) => void;
