import type { MeterReport, Snapshot } from "../../../src/domain";
import type { History } from "../Panel/Panel.types";

export interface MeterDetailProps {
  readonly snapshot: Snapshot;
  readonly report: MeterReport;
  readonly history: History;
  readonly onBack: () => void;
}
