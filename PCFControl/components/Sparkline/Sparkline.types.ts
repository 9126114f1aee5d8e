import type { MeterReport } from "../../../src/domain";
import type { MonthPoint } from "../Panel/Panel.types";

export interface SparklineProps {
  readonly report: MeterReport;
  readonly points: readonly MonthPoint[];
}
