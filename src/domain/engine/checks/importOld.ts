import { findingThresholds } from "../../catalog/findingThresholds";
import type { Instant, Known } from "../../measured";
import type { EnvironmentReport, MeterReport } from "../../snapshot/snapshot";
import type { Check, CheckInput, Found } from "./check";
import { meterSubject } from "./meterFinding";

const day = 86_400_000;

interface Old {
  readonly environment: EnvironmentReport;
  readonly measuredAt: Instant;
}

const isOld = ({ source, asOf: measuredAt }: Known, asOf: Instant): boolean =>
  source === "import.csv" && Date.parse(asOf) - Date.parse(measuredAt) > findingThresholds.importOldDays * day;

const oldReadings = (meter: MeterReport["meter"], { environmentReports, asOf }: CheckInput): readonly Old[] =>
  environmentReports.flatMap((environment) =>
    environment.usage.flatMap((usage) =>
      usage.meter === meter && usage.counted.kind === "known" && isOld(usage.counted, asOf)
        ? [{ environment, measuredAt: usage.counted.asOf }]
        : [],
    ),
  );

const oldestOf = (first: Old, others: readonly Old[]): Instant =>
  others.reduce(
    (oldest, { measuredAt }) => (Date.parse(measuredAt) < Date.parse(oldest) ? measuredAt : oldest),
    first.measuredAt,
  );

const one = (report: MeterReport, input: CheckInput): readonly Found[] => {
  const old = oldReadings(report.meter, input);
  const [first, ...others] = old;
  if (first === undefined) return [];
  const oldest = oldestOf(first, others);
  return [
    {
      id: `importOld:${report.meter}`,
      kind: "importOld",
      subjects: [
        meterSubject(report),
        ...old.map(({ environment: { id, name } }) => ({ type: "environment" as const, id, name })),
      ],
      facts: {
        ...{ meter: report.meter, unit: report.unit, environments: old.length, oldest },
        days: Math.floor((Date.parse(input.asOf) - Date.parse(oldest)) / day),
        olderThanDays: findingThresholds.importOldDays,
      },
    },
  ];
};

/** Meters whose figure rests on readings that were handed in long ago and still count (DATA.age). */
export const importOld: Check = (input) => input.meters.flatMap((report) => one(report, input));
