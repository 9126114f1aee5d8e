import type { MeterId, Snapshot } from "../../../src/domain";
import type { History } from "../Panel/Panel.types";

export interface OverviewProps {
  readonly snapshot: Snapshot;
  readonly history: History;
  readonly onOpen: (meter: MeterId) => void;
  readonly onAllFindings: () => void;
}
