/** From parts back to a snapshot, or a refusal. Nothing is ever half read. */
import type { Measured, Reason } from "../measured";
import { isObject } from "./check";
import type { EncodedPart } from "./parts";
import type { Coverage, EnvironmentReport, EnvironmentUsage, Finding, Snapshot, Subject } from "./snapshot";
import { schemaVersion } from "./snapshot";
import { coreCheck, pageCheck } from "./wireChecks";
import type {
  WireCore,
  WireCoverage,
  WireFinding,
  WireMeasured,
  WireMissing,
  WirePage,
  WireStamp,
  WireUsage,
} from "./wire";

/** `newer`: written by a later version, update the reader. `older`: by an earlier one, sync again. `broken`: not whole. */
export type RefusalCode = "newer" | "older" | "broken";

export type Decoded =
  | { readonly kind: "snapshot"; readonly snapshot: Snapshot }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly detail: string };

/** Our own way out of the depth of a part; never leaves this file. */
class Broken extends Error {
  override readonly name = "Broken";
}

const at = <T>(list: readonly T[], index: number, what: string): T => {
  const value = list[index];
  if (value === undefined) throw new Broken(`There is no ${what} ${index}.`);
  return value;
};

const parse = (text: string, what: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Broken(`The ${what} is not whole.`, { cause });
  }
};

const range = (start: number, length: number): readonly number[] => Array.from({ length }, (_, index) => start + index);

type Environments = readonly EnvironmentReport[];

/** No run is longer than the list that it runs through. */
const run = (environments: Environments, start: number, length: number): Environments => {
  if (start + length > environments.length) throw new Broken(`There is no environment ${start + length - 1}.`);
  return range(start, length).map((index) => at(environments, index, "environment"));
};

const missingOf = (row: WireMissing, environments: Environments, reasons: readonly Reason[]): Coverage["missing"] => {
  if (row.length === 2) return [{ environmentId: row[0], reason: at(reasons, row[1], "reason") }];
  const reason = at(reasons, row[2], "reason");
  return run(environments, row[0], row[1]).map(({ id }) => ({ environmentId: id, reason }));
};

const isRun = (item: readonly [number, number] | Subject): item is readonly [number, number] => Array.isArray(item);

const findingOf = (finding: WireFinding, environments: Environments): Finding => ({
  ...finding,
  subjects: finding.subjects.flatMap((item): readonly Subject[] =>
    isRun(item)
      ? run(environments, item[0], item[1]).map(({ id, name }) => ({ type: "environment", id, name }))
      : [item],
  ),
});

/** A page with its time stamps, which the core keeps. */
interface StampedPage extends WirePage {
  readonly stamps: readonly WireStamp[];
}

const measuredOf = (figure: WireMeasured, page: StampedPage): Measured => {
  if (figure === null) return { kind: "unlimited" };
  if (typeof figure === "number") return { kind: "unknown", reason: at(page.reasons, figure, "reason") };
  const [value, stamp] = figure;
  const [asOf, source, confidence] = at(page.stamps, stamp, "stamp");
  return { kind: "known", value, asOf, source, confidence };
};

const usageOf = ([meter, counted, actual, exclusion, state]: WireUsage, page: StampedPage): EnvironmentUsage => ({
  meter: at(page.meters, meter, "meter"),
  counted: measuredOf(counted, page),
  ...(actual === null ? {} : { actual }),
  ...(exclusion === null ? {} : { exclusion }),
  ...(state === null ? {} : { state }),
});

const environmentsOf = (page: StampedPage): Environments =>
  page.environments.map((environment) => ({
    ...environment,
    usage: environment.usage.map((usage) => usageOf(usage, page)),
  }));

const pagesOf = (parts: readonly EncodedPart[], stamps: WireCore["stamps"]): readonly StampedPage[] => {
  const isPage = pageCheck();
  if (parts.length !== stamps.length) throw new Broken(`There are ${parts.length} pages of ${stamps.length}.`);
  return parts.map(({ text }, index) => {
    const page = parse(text, `page ${index + 1} of environments`);
    if (!isPage(page)) throw new Broken(`Page ${index + 1} of environments has another shape.`);
    return { ...page, stamps: at(stamps, index, "list of stamps") };
  });
};

const snapshotOf = (core: WireCore, environments: Environments): Snapshot => {
  const { stamps: _stamps, reasons, environments: _count, ...kept } = core;
  const coverage = ({ missing, ...counts }: WireCoverage): Coverage => ({
    ...counts,
    missing: missing.flatMap((row) => missingOf(row, environments, reasons)),
  });
  return {
    ...kept,
    coverage: coverage(core.coverage),
    meters: core.meters.map((meter) => ({ ...meter, coverage: coverage(meter.coverage) })),
    findings: core.findings.map((finding) => findingOf(finding, environments)),
    environments,
  };
};

const refused = (code: RefusalCode, detail: string): Decoded => ({ kind: "refused", code, detail });

const whole = (core: unknown, pages: readonly EncodedPart[]): Snapshot => {
  if (!coreCheck()(core)) throw new Broken("The core has another shape.");
  const environments = pagesOf(pages, core.stamps).flatMap(environmentsOf);
  if (environments.length !== core.environments) {
    throw new Broken(`There are ${environments.length} environments of ${core.environments}.`);
  }
  return snapshotOf(core, environments);
};

const versionOf = (core: unknown): number => {
  const version = isObject(core) ? core["schemaVersion"] : undefined;
  if (typeof version !== "number") throw new Broken("The core does not say its version.");
  return version;
};

const attempt = (parts: readonly EncodedPart[]): Decoded => {
  const ofKind = (kind: EncodedPart["kind"]) => parts.filter((part) => part.kind === kind);
  const text = ofKind("core")
    .map((part) => part.text)
    .join("");
  const core = parse(text, "core");
  const version = versionOf(core);
  const detail = `Version ${version}; this reader knows ${schemaVersion}.`;
  if (version > schemaVersion) return refused("newer", detail);
  if (version < schemaVersion) return refused("older", detail);
  return { kind: "snapshot", snapshot: whole(core, ofKind("environments")) };
};

/** All parts of one snapshot, in the order in which `encode` gave them. `detail` is for the person who mends it. */
export const decode = (parts: readonly EncodedPart[]): Decoded => {
  try {
    return attempt(parts);
  } catch (error) {
    if (error instanceof Broken) return refused("broken", error.message);
    throw error;
  }
};
