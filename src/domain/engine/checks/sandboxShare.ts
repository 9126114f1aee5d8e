import { findingThresholds } from "../../catalog/findingThresholds";
import { isRuleId } from "../../catalog/rules";
import type { EnvironmentType } from "../../snapshot/facts";
import type { EnvironmentReport, MeterReport } from "../../snapshot/snapshot";
import type { Check, CheckInput, Found } from "./check";
import { meterSubject } from "./meterFinding";

const testTypes = ["sandbox", "developer", "trial"] as const satisfies readonly EnvironmentType[];

interface Share {
  readonly environment: EnvironmentReport;
  readonly people: number;
}

const sharesOf = (meter: MeterReport["meter"], { environmentReports }: CheckInput): readonly Share[] =>
  environmentReports
    .filter(({ type }) => testTypes.some((testType) => testType === type))
    .flatMap((environment) =>
      environment.usage.flatMap(({ meter: own, counted }) =>
        own === meter && counted.kind === "known" && counted.value > 0 ? [{ environment, people: counted.value }] : [],
      ),
    );

const sum = (shares: readonly Share[]): number => shares.reduce((total, { people }) => total + people, 0);

const byType = (shares: readonly Share[]): Found["facts"] =>
  Object.fromEntries(
    testTypes.map((type) => [type, sum(shares.filter(({ environment }) => environment.type === type))]),
  );

const one = (report: MeterReport, input: CheckInput): readonly Found[] => {
  if (report.used.kind !== "known") return [];
  const { value: used } = report.used;
  const shares = sharesOf(report.meter, input);
  const people = sum(shares);
  if (people === 0 || 100 * people < findingThresholds.sandboxSharePercent * used) return [];
  return [
    {
      id: `sandboxShare:${report.meter}`,
      kind: "sandboxShare",
      ...(isRuleId(report.rule) ? { rule: report.rule } : {}),
      subjects: [
        meterSubject(report),
        ...shares.map(({ environment: { id, name } }) => ({ type: "environment" as const, id, name })),
      ],
      facts: {
        ...{ meter: report.meter, unit: report.unit, used, people, environments: shares.length },
        ...{ percent: Math.floor((100 * people) / used), thresholdPercent: findingThresholds.sandboxSharePercent },
        ...byType(shares),
      },
    },
  ];
};

/** People of whom a good part lives where nobody sells (CI-J.interacted-people.environments): every type counts. */
export const sandboxShare: Check = (input) =>
  input.meters.filter(({ unit }) => unit === "people").flatMap((report) => one(report, input));
