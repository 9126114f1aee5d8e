/** What every check gets and gives. */
import type { Instant } from "../../measured";
import type { Settings } from "../../settings";
import type { Environment, EnvironmentFacts } from "../../snapshot/facts";
import type { Finding, MeterReport, SourceReport } from "../../snapshot/snapshot";
import type { Licence } from "../licences";

export interface CheckInput {
  readonly asOf: Instant;
  readonly settings: Settings;
  readonly meters: readonly MeterReport[];
  readonly licences: readonly Licence[];
  readonly sources: readonly SourceReport[];
  /** In the order of the snapshot. */
  readonly environments: readonly Environment[];
  readonly factsOf: (environmentId: string) => EnvironmentFacts | undefined;
}

export type Check = (input: CheckInput) => readonly Finding[];
