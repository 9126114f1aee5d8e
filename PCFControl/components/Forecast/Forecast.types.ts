import type { Forecast, MeterReport } from "../../../src/domain";

export interface ForecastProps {
  readonly report: MeterReport;
  readonly forecast: Forecast;
}
