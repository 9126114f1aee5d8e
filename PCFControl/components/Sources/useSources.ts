import type { Reason, Snapshot } from "../../../src/domain";
import type { MissingRow } from "./Sources.types";
import type { Locale } from "../Locale/Locale.types";

/** Environments that any meter misses, each once and with its first reason. */
export function missingEnvironments(snapshot: Snapshot): readonly MissingRow[] {
  const names = new Map(snapshot.environments.map(({ id, name }) => [id, name]));
  const reasons = new Map<string, Reason>();
  for (const coverage of [snapshot.coverage, ...snapshot.meters.map((meter) => meter.coverage)]) {
    for (const { environmentId, reason } of coverage.missing) {
      // An environment without Dataverse has nothing to read; that is no gap.
      if (reason.code !== "noDataverse" && !reasons.has(environmentId)) reasons.set(environmentId, reason);
    }
  }
  return [...reasons].map(([environmentId, reason]) => ({
    environmentId,
    name: names.get(environmentId) ?? environmentId,
    reason,
  }));
}

/** Reason and next step as two sentences. */
export const reasonWords = (reason: Reason, locale: Locale): string =>
  `${locale.text(`reason_${reason.code}`)} ${locale.find(`reason_${reason.code}_next`) ?? ""}`.trim();
