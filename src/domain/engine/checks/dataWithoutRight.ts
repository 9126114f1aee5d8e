import type { ProductId } from "../../catalog/products";
import type { RuleId } from "../../catalog/rules";
import type { EnvironmentReport, MeterReport, Subject } from "../../snapshot/snapshot";
import { boughtOf, unitsOf } from "./bought";
import type { Found, QuotaCheck } from "./check";
import { meterFinding } from "./meterFinding";

const standalone: readonly ProductId[] = ["marketingBase", "marketingAttach", "marketingBusiness"];

const holdsData = ({ usage }: EnvironmentReport): boolean =>
  usage.some(({ meter, counted }) => meter === "installData" && counted.kind === "known" && counted.value > 0);

const subjectOf = ({ id, name }: EnvironmentReport): Subject => ({ type: "environment", id, name });

const found = (report: MeterReport, marketing: number, environments: readonly EnvironmentReport[]): Found => {
  const base = meterFinding("dataWithoutRight", report);
  const rule: RuleId = base.facts["owned"] === 0 && marketing > 0 ? "CI-J.legacy.no-data" : "CI-J.install.limit";
  return {
    ...base,
    rule,
    subjects: [...base.subjects, ...environments.filter(holdsData).map(subjectOf)],
    facts: { ...base.facts, marketing },
  };
};

/** Customer Insights - Data installed more often than licences allow; standalone Marketing allows none. */
export const dataWithoutRight: QuotaCheck = ({ meters, holdings, environmentReports = [] }) => {
  const marketing = unitsOf(standalone, boughtOf(holdings));
  return meters
    .filter(({ meter, status }) => meter === "installData" && status === "over")
    .map((report) => found(report, marketing, environmentReports));
};
