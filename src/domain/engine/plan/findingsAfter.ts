/** Findings before and after a plan. */
import type { MeterId } from "../../catalog/meters";
import type { RuleId } from "../../catalog/rules";
import { segmentMembers, serviceLimits } from "../../catalog/serviceLimits";
import type { Instant } from "../../measured";
import type { Change } from "../../snapshot/plan";
import type { Finding, MeterReport } from "../../snapshot/snapshot";
import { quotaChecks } from "../checks";
import type { Found, QuotaInput } from "../checks/check";
import { findingsOf } from "../findings";
import { licenceReports } from "../licences/licenceReports";
import { unknownAppsOf } from "../licences/unknownApps";
import type { Standing, Tenure } from "./standing";
import { messagesOf } from "./usedAfter";

interface Limit {
  readonly id: string;
  readonly meter: MeterId;
  readonly amount: number;
  readonly rule: RuleId;
  readonly asked: (campaign: Campaign) => number;
}

type Campaign = Extract<Change, { kind: "campaign" }>;

/** What the service refuses of a campaign, whatever the licence allows (CI-J.fair-use). */
const limits: readonly Limit[] = [
  { ...segmentMembers, id: "segmentMembers", asked: ({ segment }) => segment },
  { ...serviceLimits.interactionsPerMonth, id: "interactionsPerMonth", asked: messagesOf },
];

const beyond = ({ id, meter, amount, rule }: Limit, used: number): Found => ({
  ...{ id: `serviceLimitExceeded:plan:${id}`, kind: "serviceLimitExceeded", rule },
  subjects: [{ type: "meter", id: meter, name: meter }],
  facts: { limit: id, amount, used, over: used - amount },
});

/** Of several campaigns the largest is told. */
const ofCampaigns = (changes: readonly Change[]): readonly Found[] => {
  const campaigns = changes.flatMap((change) => (change.kind === "campaign" ? [change] : []));
  return limits.flatMap((limit) => {
    const used = Math.max(0, ...campaigns.map(limit.asked));
    return used > limit.amount ? [beyond(limit, used)] : [];
  });
};

/** What the checks that need no new reading say of a position. */
const checked = (standing: Standing, tenure: Tenure, meters: readonly MeterReport[], asOf: Instant) => {
  const { snapshot, installed } = standing;
  const { holdings, licences, owned } = tenure;
  const input: QuotaInput = {
    ...{ asOf, settings: snapshot, meters, holdings, licences },
    licenceReports: licenceReports(licences, owned.lines),
    ...{ unknownApps: unknownAppsOf(licences), environmentReports: installed },
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
