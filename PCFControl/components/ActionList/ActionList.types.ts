import type { Finding, MeterId, Severity, Snapshot } from "../../../src/domain";

export interface ActionListProps {
  readonly snapshot: Snapshot;
  /** How many to show; all when absent. */
  readonly limit?: number;
  readonly only?: Severity;
  readonly onOpen: (meter: MeterId) => void;
}

export interface ActionItemProps {
  readonly finding: Finding;
  readonly snapshot: Snapshot;
  readonly onOpen: (meter: MeterId) => void;
}
