import type { MeterId, Snapshot } from "../../../src/domain";

export interface FindingsProps {
  readonly snapshot: Snapshot;
  readonly onOpen: (meter: MeterId) => void;
}
