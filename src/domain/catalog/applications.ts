/** Application packages and solutions that tell what is installed in an environment. */
import type { MeterId } from "./meters";
import type { EnvironmentType, PackageState } from "../snapshot/facts";
import type { RuleSource } from "../snapshot/snapshot";
import { documents } from "./documents";

export interface Marker {
  readonly uniqueName: string;
  readonly meters: readonly MeterId[];
  readonly source: RuleSource;
}

const recorded = { document: documents.applicationPackages, section: "environment application packages" };

/** Packages. The complete package is that of the outbound era and holds the real-time application too. */
export const packageMarkers: readonly Marker[] = [
  { uniqueName: "DynamicsMKT_AnchorSolution", meters: ["installJourneys"], source: recorded },
  {
    uniqueName: "MicrosoftDynamics_MktCompleteAnchorSolution",
    meters: ["installJourneys", "installOutbound"],
    source: recorded,
  },
  { uniqueName: "msdyn_CustomerInsightsAnchor", meters: ["installData"], source: recorded },
];

/** Template of a self-service trial; in an environment of type trial it shows a trial installation. */
export const trialMarkers: readonly Omit<Marker, "meters">[] = [
  { uniqueName: "MicrosoftDynamics_MktPlaceholder2AnchorSolution", source: recorded },
];

/** Solutions: the core of the outbound module. */
export const solutionMarkers: readonly Marker[] = [
  {
    uniqueName: "MicrosoftDynamics_Marketing",
    meters: ["installOutbound"],
    source: { document: documents.marketingSolutions, section: "Outbound marketing" },
  },
];

/** Whether a rule asks for the package. */
export const isAskedFor = (uniqueName: string): boolean =>
  [...packageMarkers, ...trialMarkers].some((marker) => marker.uniqueName.toLowerCase() === uniqueName.toLowerCase());

/** States in which a package takes its slot: from the start of the installation on, failed ones included (CI-J.install.failed). */
export const holdingStates: readonly PackageState[] = [
  "Installed",
  "InstallFailed",
  "Installing",
  "InstallRequested",
  "InstallScheduled",
  "InstallRetrying",
];

/** Installations here are matter of the trial's own licence and take no paid slot (CI-J.trial.limits). */
export const trialTypes: readonly EnvironmentType[] = ["trial"];
