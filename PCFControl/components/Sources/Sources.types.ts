import type { Reason, Snapshot } from "../../../src/domain";

export interface SourcesProps {
  readonly snapshot: Snapshot;
}

/** An environment that at least one meter misses. */
export interface MissingRow {
  readonly environmentId: string;
  readonly name: string;
  readonly reason: Reason;
}
