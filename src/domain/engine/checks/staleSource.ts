import type { Instant } from "../../measured";
import type { Check } from "./check";

const hour = 3_600_000;

const ageInHours = (measuredAt: Instant, asOf: Instant): number =>
  Math.floor((Date.parse(asOf) - Date.parse(measuredAt)) / hour);

/** Sources whose figures are older than the agreed age `staleAfterHours` (DATA.age). */
export const staleSource: Check = ({ sources, asOf: now, settings: { staleAfterHours } }) =>
  sources.flatMap(({ source, asOf }) => {
    if (asOf === undefined) return [];
    const hours = ageInHours(asOf, now);
    if (hours <= staleAfterHours) return [];
    return [
      {
        id: `staleSource:${source}`,
        kind: "staleSource",
        subjects: [{ type: "source", id: source, name: source }],
        facts: { source, asOf, hours, staleAfterHours },
      },
    ];
  });
