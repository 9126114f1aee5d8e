import type { Reason, Snapshot } from "../../../src/domain";
import type { MissingRow } from "./Sources.types";

/** These say that there is no figure to read, or no meter to count it in; the environment itself was read. */
const noGap: ReadonlySet<Reason["code"]> = new Set(["noDataverse", "noReading", "notBound", "notInCatalogue"]);

/** Environments of which something was not read, each once and with its first reason. */
export function missingEnvironments(snapshot: Snapshot): readonly MissingRow[] {
  const names = new Map(snapshot.environments.map(({ id, name }) => [id, name]));
  const reasons = new Map<string, Reason>();
  for (const coverage of [snapshot.coverage, ...snapshot.meters.map((meter) => meter.coverage)]) {
    for (const { environmentId, reason } of coverage.missing) {
      if (!noGap.has(reason.code) && !reasons.has(environmentId)) reasons.set(environmentId, reason);
    }
  }
  return [...reasons].map(([environmentId, reason]) => ({
    environmentId,
    name: names.get(environmentId) ?? environmentId,
    reason,
  }));
}
