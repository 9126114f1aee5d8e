/** What an import would change, reading by reading. */
import { latestImports, type ImportedReading, type MeterId, type Snapshot, type SourceId } from "../../domain";

/**
 * `new`: no imported figure so far. `changed`, `same`: in place of the one that stands. `older`: one that was measured
 * later stands, or comes with the same file, and stays.
 */
export type Effect = "new" | "changed" | "same" | "older";

interface Told {
  /** As the last snapshot names it; absent where it does not know the environment. */
  readonly environment?: string;
  /** A source that tells this figure itself, so that the imported one does not count. */
  readonly official?: SourceId;
}

export interface Change extends Told {
  readonly environmentId: string;
  readonly meter: MeterId;
  readonly effect: Effect;
  readonly before?: ImportedReading;
  readonly after: ImportedReading;
}

type Latest = ReturnType<typeof latestImports>;

const isSame = (one: ImportedReading, other: ImportedReading): boolean =>
  one.value === other.value && Date.parse(one.measuredAt) === Date.parse(other.measuredAt);

const effectOf = (reading: ImportedReading, before: ImportedReading | undefined, stands: ImportedReading): Effect => {
  if (before !== undefined && isSame(reading, before)) return "same";
  if (!isSame(reading, stands)) return "older";
  return before === undefined ? "new" : "changed";
};

const toldBy = (snapshot: Snapshot | undefined): ((reading: ImportedReading) => Told) => {
  const environments = new Map(snapshot?.environments.map((environment) => [environment.id, environment]));
  return ({ environmentId, meter }) => {
    const environment = environments.get(environmentId);
    const counted = environment?.usage.find((use) => use.meter === meter)?.counted;
    return {
      ...(environment === undefined ? {} : { environment: environment.name }),
      ...(counted?.kind === "known" && counted.confidence === "measured" ? { official: counted.source } : {}),
    };
  };
};

const changeOf = (after: ImportedReading, before: ImportedReading | undefined, stands: ImportedReading) => ({
  environmentId: after.environmentId,
  meter: after.meter,
  effect: effectOf(after, before, stands),
  ...(before === undefined ? {} : { before }),
  after,
});

/** Pure. One change for each reading of the file, in its order. */
export const changesOf = (
  standing: readonly ImportedReading[],
  added: readonly ImportedReading[],
  snapshot: Snapshot | undefined,
): readonly Change[] => {
  const before: Latest = latestImports(standing);
  const stands: Latest = latestImports([...standing, ...added]);
  const told = toldBy(snapshot);
  return added.map((reading) => {
    const { environmentId, meter } = reading;
    const latest = stands(environmentId, meter) ?? reading;
    return { ...changeOf(reading, before(environmentId, meter), latest), ...told(reading) };
  });
};
