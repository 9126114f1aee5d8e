import type { MeterStatus } from "../../../src/domain";

export interface StatusLabelProps {
  readonly status: MeterStatus;
}
