import type { EnvironmentType, Exclusion, MeterReport, Reason, Snapshot } from "../../../src/domain";

export interface WhoUsesItProps {
  readonly snapshot: Snapshot;
  readonly report: MeterReport;
}

/** One environment as a user of one meter. */
export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly type: EnvironmentType;
  readonly region: string;
  /** What counts against the pool; `undefined` when not read. */
  readonly counted: number | undefined;
  /** Share of what the tenant uses. */
  readonly share: number | undefined;
  readonly actual: number | undefined;
  readonly exclusion: Exclusion | undefined;
  readonly missing: Reason | undefined;
  readonly state: string | undefined;
}
