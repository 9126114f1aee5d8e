import type { MeterId, MeterReport } from "../../../src/domain";
import type { MonthPoint } from "../Panel/Panel.types";

export interface MeterRowProps {
  readonly report: MeterReport;
  readonly points: readonly MonthPoint[] | undefined;
  readonly onOpen: (meter: MeterId) => void;
}
