/** Customer Insights - Data (`CI-D.*`). */
import { computes, informs, type Rule } from "./rule";

export const dataRules = {
  "CI-D.unified.base": computes(
    "A Customer Insights base licence, full or attach, gives 100,000 unified people to the tenant.",
    "customerInsights",
    "Entitlement details",
  ),
  "CI-D.unified.packs": computes(
    "Each unified people pack adds 100,000, whatever its tier.",
    "licensingGuide",
    "p. 22",
  ),
  "CI-D.unified.definition": informs(
    { meters: ["unifiedPeople"] },
    "One unified person is one profile after all records of the same person are merged; unknown visitors known by a cookie alone do not count.",
    "customerInsights",
    "Purchase guidance for Dynamics 365 Customer Insights",
  ),
  "CI-D.usage.sum": computes(
    "Unified people in use are the sum of the customers of all Customer Insights - Data instances.",
    "customerInsights",
    "Where can I see my quotas and quota usage?",
  ),
  "CI-D.meters.independent": computes(
    "Interacted people and unified people are two meters, and room in one does not help the other.",
    "customerInsights",
    "Purchase guidance for Dynamics 365 Customer Insights",
  ),
  "CI-D.limits": informs(
    { meters: ["unifiedPeople"] },
    "Data refreshes on schedule 4 times a day, holds 1,000 active segments and measures together, and copies up to 10,000,000 rows of a measure to Dataverse; packs raise none of these.",
    "dataLimits",
    "Service limits",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
