/** Findings before and after a plan. */
import { furtherLimits } from "../../catalog/serviceLimits";
import type { Instant } from "../../measured";
import type { Change } from "../../snapshot/plan";
import type { Finding, MeterReport } from "../../snapshot/snapshot";
import { quotaChecks } from "../checks";
import type { Found, QuotaInput } from "../checks/check";
import { findingsOf } from "../findings";
import { unknownAppsOf } from "../unknownApps";
import type { Standing, Tenure } from "./standing";

const limit = "segmentMembers";

/** The service refuses a larger segment, whatever the licence allows (CI-J.fair-use). */
const largeSegment = (segment: number): Found => {
  const { amount, rule } = furtherLimits[limit];
  return {
    ...{ id: `serviceLimitExceeded:plan:${limit}`, kind: "serviceLimitExceeded", rule },
    subjects: [{ type: "meter", id: "interactedPeople", name: "interactedPeople" }],
    facts: { limit, amount, used: segment, over: segment - amount },
  };
};

const ofCampaigns = (changes: readonly Change[]): readonly Found[] => {
  const segments = changes.flatMap((change) => (change.kind === "campaign" ? [change.segment] : []));
  const largest = Math.max(0, ...segments);
  return largest > furtherLimits[limit].amount ? [largeSegment(largest)] : [];
};

/** What the checks that need no new reading say of a position. */
const checked = (standing: Standing, { holdings, licences }: Tenure, meters: readonly MeterReport[], asOf: Instant) => {
  const { snapshot } = standing;
  const input: QuotaInput = {
    ...{ asOf, settings: snapshot, meters, holdings },
    ...{ unknownApps: unknownAppsOf(licences), environmentReports: snapshot.environments },
  };
  return quotaChecks.flatMap((check) => check(input));
};

/** Ids of findings that a plan can make go. */
export const movableFindings = (standing: Standing): ReadonlySet<string> => {
  const { snapshot, today } = standing;
  return new Set(checked(standing, today, snapshot.meters, snapshot.asOf).map(({ id }) => id));
};

export interface FindingsAfter {
  readonly findings: readonly Finding[];
  readonly appear: readonly Finding[];
  readonly go: readonly Finding[];
}

export interface After {
  readonly tenure: Tenure;
  readonly reports: readonly MeterReport[];
  readonly asOf: Instant;
  readonly changes: readonly Change[];
}

/** Findings that rest on a reading of the tenant stay as they are. */
export const findingsAfter = (standing: Standing, movable: ReadonlySet<string>, after: After): FindingsAfter => {
  const { snapshot, acknowledgements } = standing;
  const found = [...checked(standing, after.tenure, after.reports, after.asOf), ...ofCampaigns(after.changes)];
  const moved = findingsOf(found, { acknowledgements, policy: snapshot.policy }, after.asOf);
  const ids = new Set(moved.map(({ id }) => id));
  const known = new Set(snapshot.findings.map(({ id }) => id));
  return {
    findings: [...moved, ...snapshot.findings.filter(({ id }) => !movable.has(id))],
    appear: moved.filter(({ id }) => !known.has(id)),
    go: snapshot.findings.filter(({ id }) => movable.has(id) && !ids.has(id)),
  };
};
