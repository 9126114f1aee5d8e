/** Installations and trials of Customer Insights (`CI-J.install.*` and what goes with them). */
import { computes, finds, informs, type Rule } from "./rule";

export const installRules = {
  "CI-J.install.limit": computes(
    "From 30 June 2024 a paid licence sets no limit on Journeys (real-time) and Data installations; earlier, four of each with a base licence.",
    "customerInsights",
    "Entitlement details",
  ),
  "CI-J.install.outbound": computes(
    "Outbound marketing may be installed once for each legacy Marketing licence or application add-on, and four times for each Customer Insights base.",
    "customerInsights",
    "Entitlement details",
  ),
  "CI-J.install.decoupled": informs(
    { meters: ["installOutbound", "installJourneys", "installData"] },
    "Since September 2023 a licence belongs to the tenant and to no installation; changing the type of licence is no reason to uninstall anything.",
    "customerInsights",
    "Licenses vs. applications",
  ),
  "CI-J.install.failed": finds(
    "An installation takes its slot when it starts, and a failed one keeps it.",
    "setup",
    "Troubleshooting",
  ),
  "CI-J.install.copy": informs(
    { meters: ["interactedPeople", "installJourneys"] },
    "Copying an environment copies its records but not the history of interactions: the copy starts at 0 interacted people, and a copy onto an environment erases that one's history.",
    "copyRestore",
    "Interaction data",
  ),
  "CI-J.listing.noise": finds(
    "Every self-service trial leaves a listing for good, and a listing is not a licence: only subscriptions count.",
    "customerInsights",
    "Why do I see so many listings of Dynamics 365 Marketing",
  ),
  "CI-J.trial.limits": computes(
    "A trial licence allows one trial environment, and its quota does not add to what is paid for. The environment takes 10,000 contacts, 1,000 emails, 100 inbox previews and 1,000 website visits a month, 100 live segments, and for a form page 5 users and 100 views a day.",
    "customerInsights",
    "Entitlement details",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
