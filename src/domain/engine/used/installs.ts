/** Installations that take a slot, per environment. */
import {
  holdingStates,
  packageMarkers,
  solutionMarkers,
  trialMarkers,
  trialTypes,
  type Marker,
} from "../../catalog/applications";
import type { MeterId } from "../../catalog/meters";
import type { Known, Measured, Reason } from "../../measured";
import type { Environment, EnvironmentFacts } from "../../snapshot/facts";
import type { EnvironmentUsage } from "../../snapshot/snapshot";
import { sameName } from "../names";

const installMeters = ["installOutbound", "installJourneys", "installData"] as const satisfies readonly MeterId[];
type InstallMeter = (typeof installMeters)[number];

type Finding =
  | { readonly kind: "held"; readonly measured: Known; readonly state: string }
  | { readonly kind: "free"; readonly measured: Known }
  | { readonly kind: "unknown"; readonly reason: Reason };

const notAsked: Finding = { kind: "unknown", reason: { code: "sourceNotRead" } };

const figure = (
  value: number,
  read: { readonly asOf: string; readonly source: "powerplatform.applicationPackages" | "dataverse.solutions" },
): Known => ({
  kind: "known",
  value,
  asOf: read.asOf,
  source: read.source,
  confidence: "measured",
});

const inPackages = (names: readonly string[], facts: EnvironmentFacts | undefined): Finding => {
  const packages = facts?.packages;
  if (packages === undefined) return notAsked;
  if (packages.kind === "notRead") return { kind: "unknown", reason: packages.reason };
  const source = { asOf: packages.asOf, source: "powerplatform.applicationPackages" } as const;
  const mine = packages.value.filter((item) => names.some((name) => sameName(name, item.uniqueName)));
  const state = holdingStates.find((holding) => mine.some((item) => item.state === holding));
  return state === undefined
    ? { kind: "free", measured: figure(0, source) }
    : { kind: "held", measured: figure(1, source), state };
};

const inSolutions = (names: readonly string[], facts: EnvironmentFacts | undefined): Finding => {
  const solutions = facts?.solutions;
  if (solutions === undefined) return notAsked;
  if (solutions.kind === "notRead") return { kind: "unknown", reason: solutions.reason };
  const source = { asOf: solutions.asOf, source: "dataverse.solutions" } as const;
  const there = solutions.value.some((item) => names.some((name) => sameName(name, item.uniqueName)));
  return there
    ? { kind: "held", measured: figure(1, source), state: "Installed" }
    : { kind: "free", measured: figure(0, source) };
};

/** One source that says "held" is enough; "free" needs all of them. */
const combine = (one: Finding, other: Finding): Finding => {
  const ranks: Readonly<Record<Finding["kind"], number>> = { held: 0, unknown: 1, free: 2 };
  return ranks[other.kind] < ranks[one.kind] ? other : one;
};

const namesFor = (markers: readonly Marker[], meter: MeterId): readonly string[] =>
  markers.filter((marker) => marker.meters.includes(meter)).map((marker) => marker.uniqueName);

const findingFor = (meter: InstallMeter, facts: EnvironmentFacts | undefined): Finding => {
  const solutions = namesFor(solutionMarkers, meter);
  const packages = inPackages(namesFor(packageMarkers, meter), facts);
  return solutions.length === 0 ? packages : combine(packages, inSolutions(solutions, facts));
};

const counted = (finding: Finding): Measured =>
  finding.kind === "unknown" ? { kind: "unknown", reason: finding.reason } : finding.measured;

const stateOf = (finding: Finding): { readonly state?: string } =>
  finding.kind === "held" ? { state: finding.state } : {};

const isTrial = (environment: Environment): boolean => trialTypes.includes(environment.type);

const slotUsage = (
  meter: InstallMeter,
  environment: Environment,
  facts: EnvironmentFacts | undefined,
): EnvironmentUsage => {
  const finding = findingFor(meter, facts);
  if (isTrial(environment) && finding.kind === "held") {
    const none = { ...finding.measured, value: 0 };
    return { meter, counted: none, actual: 1, exclusion: "typeNotCounted", ...stateOf(finding) };
  }
  return { meter, counted: counted(finding), ...stateOf(finding) };
};

/** A trial environment counts when any of the applications, or the trial's template, is in it. */
const trialUsage = (facts: EnvironmentFacts | undefined): EnvironmentUsage => {
  const names = [...packageMarkers, ...trialMarkers].map((marker) => marker.uniqueName);
  const finding = inPackages(names, facts);
  return { meter: "trialEnvironments", counted: counted(finding), ...stateOf(finding) };
};

/**
 * What one environment with Dataverse takes of the installation meters. Installations in trial environments take no paid
 * slot: they show their actual 1 and count 0, and the environment counts against the trial licences instead.
 */
export const installUsage = (
  environment: Environment,
  facts: EnvironmentFacts | undefined,
): readonly EnvironmentUsage[] => [
  ...installMeters.map((meter) => slotUsage(meter, environment, facts)),
  ...(isTrial(environment) ? [trialUsage(facts)] : []),
];
