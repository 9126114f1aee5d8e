/**
 * How a snapshot is written. What repeats is said once: reasons and time stamps stand in a list and are named by their
 * index, and environments that follow each other are a run. 5,000 environments missing for one reason are one entry.
 * The time stamps of all pages stand in the core, so that a page whose figures did not change keeps its text.
 */
import type { MeterId } from "../catalog/meters";
import type { Confidence, Instant, Reason, SourceId } from "../measured";
import type { Coverage, EnvironmentReport, Exclusion, Finding, MeterReport, Snapshot, Subject } from "./snapshot";

/** `[first environment, how many, reason]`, or `[environment id, reason]` for one that the snapshot does not list. */
export type WireMissing = readonly [number, number, number] | readonly [string, number];

/** `[first environment, how many]`. */
export type WireRun = readonly [number, number];

export interface WireCoverage extends Omit<Coverage, "missing"> {
  readonly missing: readonly WireMissing[];
}

export interface WireMeter extends Omit<MeterReport, "coverage"> {
  readonly coverage: WireCoverage;
}

export interface WireFinding extends Omit<Finding, "subjects"> {
  readonly subjects: readonly (WireRun | Subject)[];
}

export interface WireCore extends Omit<Snapshot, "coverage" | "meters" | "findings" | "environments"> {
  readonly coverage: WireCoverage;
  readonly meters: readonly WireMeter[];
  readonly findings: readonly WireFinding[];
  readonly reasons: readonly Reason[];
  /** One list for each page of environments that belongs to this core. */
  readonly stamps: readonly (readonly WireStamp[])[];
  /** How many environments the pages hold. */
  readonly environments: number;
}

export type WireStamp = readonly [Instant, SourceId, Confidence];

/** `[value, stamp of the page]` when known, the index of the reason when unknown, `null` when unlimited. */
export type WireMeasured = readonly [number, number] | number | null;

/** `[meter, counted, actual, exclusion, state]`; the last three are `null` where there is nothing to say. */
export type WireUsage = readonly [number, WireMeasured, number | null, Exclusion | null, string | null];

export interface WireEnvironment extends Omit<EnvironmentReport, "usage"> {
  readonly usage: readonly WireUsage[];
}

export interface WirePage {
  readonly schemaVersion: number;
  readonly meters: readonly MeterId[];
  readonly reasons: readonly Reason[];
  readonly environments: readonly WireEnvironment[];
}

/** Environments on one page. */
export const pageSize = 250;
