/** Storage that comes with Customer Insights (`CI-STO.*`). */
import { computes, type Rule } from "./rule";

export const insightsStorageRules = {
  "CI-STO.base-once": computes(
    "The storage of the base offer comes once to a tenant, however many base licences it owns.",
    "customerInsights",
    "Entitlement details",
  ),
  "CI-STO.packs": computes(
    "Packs add storage: 15 GB database and 20 GB file for 100,000 unified people, 1 GB database and 2 GB file for 50,000 interacted people.",
    "licensingGuide",
    "p. 63, note 4",
  ),
  "CI-STO.legacy": computes(
    "The storage of the standalone Marketing and Customer Insights licences is in no source.",
    "readingFigures",
    "What is not known",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
