import type { MeterReport } from "../../snapshot/snapshot";
import { possibleDuplicates as duplicatesIn } from "../people/persons";
import type { Check, Found } from "./check";
import { knownFacts, meterSubject } from "./meterFinding";

const without = ({ used }: MeterReport, duplicates: number): Found["facts"] =>
  used.kind === "known" && used.value >= duplicates ? { without: used.value - duplicates } : {};

const finding = (report: MeterReport, duplicates: number): Found => ({
  id: `possibleDuplicates:${report.meter}`,
  kind: "possibleDuplicates",
  subjects: [meterSubject(report)],
  facts: {
    ...{ meter: report.meter, unit: report.unit, ...knownFacts(report), duplicates },
    ...without(report, duplicates),
  },
});

/**
 * Records that count in more than one environment (CI-J.interacted-people.environments): a what-if, for every
 * environment counts for itself. Says nothing when the policy already counts each record once.
 */
export const possibleDuplicates: Check = (input) => {
  if (input.settings.policy.crossEnvironmentDedup !== "none") return [];
  const duplicates = duplicatesIn(input);
  if (duplicates === undefined || duplicates === 0) return [];
  return input.meters.filter(({ meter }) => meter === "interactedPeople").map((report) => finding(report, duplicates));
};
