/** Applications as an environment lists them, and the solutions that come with them (apis.md 3.3, 5.3). */
import type { ProfileEnvironment } from "../contracts";

type Package = ProfileEnvironment["packages"][number];
type Solution = ProfileEnvironment["solutions"][number];

const journeys = "DynamicsMKT_AnchorSolution";
const outbound = "MicrosoftDynamics_MktCompleteAnchorSolution";
const trialTemplate = "MicrosoftDynamics_MktPlaceholder2AnchorSolution";

const named = (uniqueName: string, name: string, state = "Installed"): Package => ({ uniqueName, name, state });

export const packages = {
  journeys: named(journeys, "Dynamics 365 Customer Insights - Journeys"),
  outbound: named(outbound, "Dynamics 365 Customer Insights - Journeys (with outbound marketing)"),
  outboundFailed: {
    ...named(outbound, "Dynamics 365 Customer Insights - Journeys (with outbound marketing)", "InstallFailed"),
    lastError: "A dependency could not be imported: MicrosoftDynamics_MktPortalsLink.",
  },
  trial: named(trialTemplate, "Dynamics 365 Customer Insights - Journeys Trial"),
  data: named("msdyn_CustomerInsightsAnchor", "Dynamics 365 Customer Insights - Data"),
  contactCenter: named("msdyn_TransformContactCenterAnchor", "Dynamics 365 Contact Center"),
  omnichannel: named("OmnichannelPrimeAnchor", "Omnichannel for Customer Service"),
} satisfies Record<string, Package>;

/** Every environment lists what could be installed; such a listing means nothing (CI-J.listing.noise). */
export const listed: readonly Package[] = [
  named("Dynamics365Marketing_SolutionOnly_DummySolution", "Dynamics 365 Marketing - Solution only", "None"),
  named("MicrosoftDynamics_StandardDataAnchorSolution", "Dynamics 365 Marketing base data", "None"),
  named("MicrosoftDynamics_PortalDataAnchorSolution", "Dynamics 365 Marketing portal data", "None"),
  named("UnifiedRoutingPrimeAnchor", "Unified Routing", "None"),
  named("msdyn_CustomerServiceTrialAnchor", "Dynamics 365 Customer Service Trial", "None"),
];

const solution = (uniqueName: string, friendlyName: string, version: string): Solution => ({
  uniqueName,
  friendlyName,
  version,
});

export const platformSolutions: readonly Solution[] = [
  solution("System", "System Solution", "9.2.26103.158"),
  solution("Active", "Active Solution", "1.0"),
  solution("Default", "Default Solution", "1.0"),
];

export const outboundSolutions: readonly Solution[] = [
  solution("MicrosoftDynamics_Marketing", "Dynamics 365 Marketing", "1.35.10103.1049"),
  solution("MicrosoftDynamics_MktIntegration", "Dynamics 365 Marketing Integration", "1.35.10103.1049"),
  solution("MicrosoftDynamics_MktEmailTemplates", "Dynamics 365 Marketing Email Templates", "1.35.10103.1049"),
  solution("MicrosoftDynamics_EventManagement", "Event Management", "1.35.10103.1049"),
];

export const realTimeSolutions: readonly Solution[] = [
  solution("msdynmkt_JourneysAnchor", "Customer Insights - Journeys", "1.1.38813.80"),
];

/** Everything that an environment with these packages answers for `packages` and `solutions`. */
export const installed = (...chosen: readonly Package[]): Pick<ProfileEnvironment, "packages" | "solutions"> => {
  const names = chosen.filter((one) => one.state === "Installed").map((one) => one.uniqueName);
  const taken = new Set(chosen.map((one) => one.uniqueName));
  const catalogue = Object.values(packages).filter((one) => one.state === "Installed" && !taken.has(one.uniqueName));
  return {
    packages: [...chosen, ...catalogue.map((one) => ({ ...one, state: "None" })), ...listed],
    solutions: [
      ...platformSolutions,
      ...(names.includes(outbound) ? outboundSolutions : []),
      ...(names.includes(journeys) ? realTimeSolutions : []),
    ],
  };
};
