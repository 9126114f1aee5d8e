/** Licences from before September 2023 (`CI-J.legacy.*`). */
import { computes, finds, type Rule } from "./rule";

export const legacyMarketingRules = {
  "CI-J.legacy.base": computes(
    "A standalone Marketing licence gives 10,000 active contacts, now called interacted people, to the tenant.",
    "purchase",
    "Standalone licences",
  ),
  "CI-J.legacy.contact-packs": computes(
    "Old packs of additional contacts add to the quota, but their size is in no source.",
    "publicSkuLists",
    "Marketing additional contacts",
  ),
  "CI-J.legacy.new-packs": computes(
    "A tenant with standalone Marketing may add the new interacted people packs, and they add to its quota.",
    "customerInsights",
    "Purchase guidance for Dynamics 365 Customer Insights",
  ),
  "CI-J.legacy.no-data": finds(
    "Standalone Marketing gives no right to install Customer Insights - Data and no unified people.",
    "customerInsights",
    "Purchase guidance for Dynamics 365 Customer Insights",
  ),
  "CI-J.legacy.no-transfer": computes(
    "What the new base licence gives does not pass to the old licences; who owns both has the sum of both.",
    "customerInsights",
    "Purchase guidance for Dynamics 365 Customer Insights",
  ),
  "CI-J.legacy.ci-standalone": computes(
    "The old standalone Customer Insights licence gives 100,000 profiles and no interacted people.",
    "getLicence",
    "Standalone licences",
  ),
  "CI-J.legacy.renewal": finds(
    "The old licences could be renewed once more by contract before 1 September 2025, for a term that ends by 1 September 2027.",
    "faq",
    "Renewing standalone licences",
  ),
  "CI-J.legacy.interactions": computes(
    "Ten interactions a month also go with each contact that standalone Marketing owns.",
    "quotaManagement",
    "Interactions",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
