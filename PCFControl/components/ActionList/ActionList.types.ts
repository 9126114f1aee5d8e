import type { Finding, MeterId, Snapshot } from "../../../src/domain";

export interface ActionListProps {
  readonly snapshot: Snapshot;
  /** Shown in the order given. */
  readonly findings: readonly Finding[];
  readonly onOpen: (meter: MeterId) => void;
}

export interface ActionItemProps {
  readonly finding: Finding;
  readonly snapshot: Snapshot;
  readonly onOpen: (meter: MeterId) => void;
}
