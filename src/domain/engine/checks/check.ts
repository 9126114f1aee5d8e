/** What every check gets and gives. */
import type { RuleId } from "../../catalog/rules";
import type { Instant } from "../../measured";
import type { Settings } from "../../settings";
import type { Environment, EnvironmentFacts, TenantFacts } from "../../snapshot/facts";
import type { EnvironmentReport, Finding, LicenceReport, MeterReport, SourceReport } from "../../snapshot/snapshot";
import type { Holding } from "../owned/entitle";
import type { Licence } from "../licences/licences";

/** What a purchase or a plan can change. A check that needs no more than this runs in the planner too. */
export interface QuotaInput {
  readonly asOf: Instant;
  readonly settings: Pick<Settings, "edition" | "policy" | "overrides" | "declared">;
  readonly meters: readonly MeterReport[];
  /** In the order of the catalogue; only what gives quota. */
  readonly holdings: readonly Holding[];
  /** As they stand on the day, resolved, with their reports. */
  readonly licences: readonly Licence[];
  readonly licenceReports: readonly LicenceReport[];
  /** SKUs in force that are Dynamics 365 by their name and that the catalogue does not know; absent: not counted. */
  readonly unknownApps?: number;
  /** Where installations are, when the environments themselves are at hand. */
  readonly environmentReports?: readonly EnvironmentReport[];
}

export interface CheckInput extends QuotaInput {
  readonly settings: Settings;
  readonly facts: TenantFacts;
  readonly sources: readonly SourceReport[];
  /** In the order of the snapshot, with their reports beside them. */
  readonly environments: readonly Environment[];
  readonly environmentReports: readonly EnvironmentReport[];
  readonly factsOf: (environmentId: string) => EnvironmentFacts | undefined;
}

/** A finding without what is the same for all of its kind. `severity` and `rule` only where they differ from the kind's. */
export type Found = Pick<Finding, "id" | "kind" | "subjects" | "facts"> & {
  readonly severity?: Finding["severity"];
  readonly rule?: RuleId;
};

/** Two checks of one kind may not give the same id: it begins with the kind and names the subject. */
export type QuotaCheck = (input: QuotaInput) => readonly Found[];
export type Check = (input: CheckInput) => readonly Found[];
