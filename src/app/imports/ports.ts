/** What importing needs from the outside. All calls reject with `StoreError`, or with `SourceError` (cancelled). */
import type { ImportedReading, Instant, Snapshot } from "../../domain";

export interface Undone {
  readonly at: Instant;
  readonly by: string;
}

/** One file that was handed in. */
export interface ImportRecord {
  /** GUID. */
  readonly id: string;
  /** Name of the file without its folder. */
  readonly file: string;
  readonly importedAt: Instant;
  readonly importedBy: string;
  readonly readings: number;
  readonly undone?: Undone;
}

/** Where handed-in readings are kept until somebody takes them back. */
export interface ImportStore {
  /** The newest first; those taken back too. */
  list(signal: AbortSignal): Promise<readonly ImportRecord[]>;
  /** Of all imports that stand, each reading as its file had it. */
  readings(signal: AbortSignal): Promise<readonly ImportedReading[]>;
  /** Writes all or nothing. Rejects with `InputError` when there is no room for so many in one import. */
  add(record: ImportRecord, readings: readonly ImportedReading[], signal: AbortSignal): Promise<void>;
  /** `false` when it does not stand: it is not there, or somebody has taken it back. */
  undo(id: string, undone: Undone, signal: AbortSignal): Promise<boolean>;
}

/** What the last run published. */
export interface PublishedSnapshot {
  /** `undefined` when nothing was published yet. */
  current(signal: AbortSignal): Promise<Snapshot | undefined>;
}
