import type { SourceReport } from "../../snapshot/snapshot";
import type { Check } from "./check";

const hour = 3_600_000;

const ageInHours = (source: SourceReport, asOf: string): number =>
  source.asOf === undefined ? 0 : Math.floor((Date.parse(asOf) - Date.parse(source.asOf)) / hour);

/** Sources whose figures are older than the agreed age (DATA.age, `staleAfterHours`). */
export const staleSource: Check = ({ sources, asOf, settings: { staleAfterHours } }) =>
  sources
    .filter((source) => ageInHours(source, asOf) > staleAfterHours)
    .map((source) => ({
      id: `staleSource:${source.source}`,
      kind: "staleSource",
      subjects: [{ type: "source", id: source.source, name: source.source }],
      facts: {
        source: source.source,
        asOf: source.asOf ?? "",
        hours: ageInHours(source, asOf),
        staleAfterHours,
      },
    }));
