import type { MeterReport } from "../../../src/domain";

export interface WhyThisNumberProps {
  readonly report: MeterReport;
}
