/** A snapshot as texts that fit a Dataverse column. */
import type { MeterId } from "../catalog/meters";
import type { Measured, Reason } from "../measured";
import type { EncodedPart } from "./parts";
import type { Coverage, EnvironmentReport, EnvironmentUsage, Finding, Snapshot, Subject } from "./snapshot";
import { schemaVersion } from "./snapshot";
import { pieces } from "./pieces";
import { maxPartLength } from "./tables";
import {
  pageSize,
  type WireCore,
  type WireCoverage,
  type WireFinding,
  type WireMeasured,
  type WireMissing,
  type WirePage,
  type WireRun,
  type WireStamp,
  type WireUsage,
} from "./wire";

/** Gives each distinct value an index, in the order in which they come. */
interface Index<T> {
  readonly of: (value: T) => number;
  readonly values: () => readonly T[];
}

const indexed = <T>(): Index<T> => {
  const indexes = new Map<string, number>();
  const values: T[] = [];
  const of = (value: T): number => {
    const key = JSON.stringify(value);
    const index = indexes.get(key) ?? values.push(value) - 1;
    indexes.set(key, index);
    return index;
  };
  return { of, values: () => values };
};

type Place = (environmentId: string) => number | undefined;

const missingRuns = (missing: Coverage["missing"], place: Place, reasons: Index<Reason>): readonly WireMissing[] => {
  const runs: WireMissing[] = [];
  for (const { environmentId, reason } of missing) {
    const at = place(environmentId);
    const why = reasons.of(reason);
    const last = runs.at(-1);
    if (at === undefined) runs.push([environmentId, why]);
    else if (last?.length === 3 && last[0] + last[1] === at && last[2] === why) {
      runs[runs.length - 1] = [last[0], last[1] + 1, why];
    } else runs.push([at, 1, why]);
  }
  return runs;
};

const isRun = (item: WireRun | Subject | undefined): item is WireRun => Array.isArray(item);

const subjectRuns = (subjects: readonly Subject[], same: (subject: Subject) => number | undefined) => {
  const runs: (WireRun | Subject)[] = [];
  for (const subject of subjects) {
    const at = same(subject);
    const last = runs.at(-1);
    if (at === undefined) runs.push(subject);
    else if (isRun(last) && last[0] + last[1] === at) runs[runs.length - 1] = [last[0], last[1] + 1];
    else runs.push([at, 1]);
  }
  return runs;
};

const coreOf = (snapshot: Snapshot, stamps: WireCore["stamps"]): WireCore => {
  const { environments } = snapshot;
  const reasons = indexed<Reason>();
  const places = new Map(environments.map(({ id }, index) => [id, index]));
  const place: Place = (id) => places.get(id);
  const same = ({ type, id, name }: Subject): number | undefined => {
    const at = type === "environment" ? place(id) : undefined;
    return at !== undefined && environments[at]?.name === name ? at : undefined;
  };
  const coverage = ({ missing, ...counts }: Coverage): WireCoverage => ({
    ...counts,
    missing: missingRuns(missing, place, reasons),
  });
  const finding = (item: Finding): WireFinding => ({ ...item, subjects: subjectRuns(item.subjects, same) });
  return {
    ...snapshot,
    coverage: coverage(snapshot.coverage),
    meters: snapshot.meters.map((meter) => ({ ...meter, coverage: coverage(meter.coverage) })),
    findings: snapshot.findings.map(finding),
    stamps,
    environments: environments.length,
    reasons: reasons.values(),
  };
};

interface PageIndexes {
  readonly meters: Index<MeterId>;
  readonly stamps: Index<WireStamp>;
  readonly reasons: Index<Reason>;
}

const measured = (figure: Measured, { stamps, reasons }: PageIndexes): WireMeasured => {
  if (figure.kind === "unlimited") return null;
  if (figure.kind === "unknown") return reasons.of(figure.reason);
  return [figure.value, stamps.of([figure.asOf, figure.source, figure.confidence])];
};

const usageRow = (usage: EnvironmentUsage, indexes: PageIndexes): WireUsage => [
  indexes.meters.of(usage.meter),
  measured(usage.counted, indexes),
  usage.actual ?? null,
  usage.exclusion ?? null,
  usage.state ?? null,
];

interface Page {
  readonly text: string;
  readonly stamps: readonly WireStamp[];
}

const pageOf = (environments: readonly EnvironmentReport[]): Page => {
  const indexes: PageIndexes = { meters: indexed(), stamps: indexed(), reasons: indexed() };
  const rows = environments.map((environment) => ({
    ...environment,
    usage: environment.usage.map((usage) => usageRow(usage, indexes)),
  }));
  const page: WirePage = {
    schemaVersion,
    meters: indexes.meters.values(),
    reasons: indexes.reasons.values(),
    environments: rows,
  };
  return { text: JSON.stringify(page), stamps: indexes.stamps.values() };
};

/** The pages of a run of environments, halved until each fits. Throws when one environment alone does not. */
const fitting = (environments: readonly EnvironmentReport[]): readonly Page[] => {
  const page = pageOf(environments);
  const { length } = page.text;
  if (length <= maxPartLength) return [page];
  const [only, ...others] = environments;
  if (only !== undefined && others.length === 0) {
    throw new RangeError(`Environment ${only.id} takes ${length} characters, more than a part.`);
  }
  const half = Math.ceil(environments.length / 2);
  return [...fitting(environments.slice(0, half)), ...fitting(environments.slice(half))];
};

const pagesOf = (environments: readonly EnvironmentReport[]): readonly Page[] => {
  const pages: Page[] = [];
  for (let start = 0; start < environments.length; start += pageSize) {
    pages.push(...fitting(environments.slice(start, start + pageSize)));
  }
  return pages;
};

/**
 * The core, in as many parts as it takes, then the pages of environments. No text is longer than `maxPartLength`
 * characters. Put together again by `decode`; one part alone is not a snapshot.
 */
export const encode = (snapshot: Snapshot): readonly EncodedPart[] => {
  const pages = pagesOf(snapshot.environments);
  const core = coreOf(
    snapshot,
    pages.map(({ stamps }) => stamps),
  );
  return [
    ...pieces(JSON.stringify(core)).map((text) => ({ kind: "core" as const, text })),
    ...pages.map(({ text }) => ({ kind: "environments" as const, text })),
  ];
};
