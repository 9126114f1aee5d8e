import { isStorageMeter, poolOf, typesWithoutStorage, type StorageMeterId } from "../../catalog/storage";
import type { Instant } from "../../measured";
import type { Environment } from "../../snapshot/facts";
import type { MeterReport } from "../../snapshot/snapshot";
import type { Check, CheckInput, Found } from "./check";
import { meterSubject } from "./meterFinding";
import { skuGroups } from "./skuSubjects";

type Official = NonNullable<MeterReport["official"]>;
type Part = "ratedMore" | "defaultAllowance" | "excludedTypes";

const hour = 3_600_000;

const partOf = ({ type }: Environment): Part => {
  if (typesWithoutStorage.includes(type)) return "excludedTypes";
  return type === "default" ? "defaultAllowance" : "ratedMore";
};

interface Excess {
  readonly part: Part;
  readonly amount: number;
}

/** What the admin center charges an environment beyond what counts here. */
const excessOf = (
  environment: Environment,
  meter: StorageMeterId,
  countedIn: ReadonlyMap<string, number>,
): readonly Excess[] => {
  const reading = environment.storage.find(({ pool }) => pool === poolOf[meter]);
  const counted = countedIn.get(environment.id);
  if (reading === undefined || counted === undefined) return [];
  return [{ part: partOf(environment), amount: reading.rated - counted }];
};

const countedBy = (meter: StorageMeterId, { environmentReports }: CheckInput): ReadonlyMap<string, number> =>
  new Map(
    environmentReports.flatMap(({ id, usage }) => {
      const counted = usage.find((item) => item.meter === meter)?.counted;
      return counted?.kind === "known" ? [[id, counted.value] as const] : [];
    }),
  );

const sumOf = (excesses: readonly Excess[], part?: Part): number =>
  excesses.reduce((sum, excess) => (part === undefined || excess.part === part ? sum + excess.amount : sum), 0);

const hoursApart = (one: Instant, other: Instant): number =>
  Math.floor(Math.abs(Date.parse(one) - Date.parse(other)) / hour);

/** The parts add up to the difference. */
const usedFacts = (
  report: MeterReport,
  meter: StorageMeterId,
  official: Official,
  input: CheckInput,
): Found["facts"] => {
  if (report.used.kind !== "known") return {};
  const { value: used, asOf } = report.used;
  const countedIn = countedBy(meter, input);
  const excesses = input.environments.flatMap((environment) => excessOf(environment, meter, countedIn));
  const usedDifference = official.used - used;
  return {
    ...{ used, usedOfficial: official.used, usedDifference },
    ratedMore: sumOf(excesses, "ratedMore"),
    defaultAllowance: sumOf(excesses, "defaultAllowance"),
    excludedTypes: sumOf(excesses, "excludedTypes"),
    unexplained: usedDifference - sumOf(excesses),
    hoursApart: hoursApart(official.asOf, asOf),
  };
};

/** Licences that the catalogue does not know can bring storage too. */
const ownedFacts = ({ contributions }: MeterReport, official: Official, input: CheckInput): Found["facts"] => {
  if (input.facts.subscribedSkus.kind === "notRead") return {};
  const lines = contributions.filter(({ note }) => note !== "adminCenterDifference");
  const catalogue = lines.reduce((sum, { amount }) => sum + amount, 0);
  const licencesOutside = skuGroups(input.licences, ({ resolved }) => resolved.grade === "unknown").length;
  return { catalogue, ownedOfficial: official.owned, ownedDifference: official.owned - catalogue, licencesOutside };
};

const differs = (facts: Found["facts"]): boolean =>
  (facts["usedDifference"] ?? 0) !== 0 || (facts["ownedDifference"] ?? 0) !== 0;

const one = (report: MeterReport, input: CheckInput): readonly Found[] => {
  const { meter, official, unit } = report;
  if (official === undefined || !isStorageMeter(meter)) return [];
  const facts = { ...ownedFacts(report, official, input), ...usedFacts(report, meter, official, input) };
  if (!differs(facts)) return [];
  return [
    {
      id: `adminCenterDiffers:${meter}`,
      kind: "adminCenterDiffers",
      subjects: [meterSubject(report)],
      facts: { meter, unit, ...facts, measuredAt: official.asOf },
    },
  ];
};

/** Storage pools of which the admin center says something else than licences and environments add up to. */
export const adminCenterDiffers: Check = (input) => input.meters.flatMap((report) => one(report, input));
