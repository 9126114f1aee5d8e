/** Customer Service Insights (`CSI.*`). */
import { computes, informs, type Rule } from "./rule";

export const serviceInsightsRules = {
  "CSI.entitlement": computes(
    "Each user licence, separate or part of a service licence, gives 100,000 cases a month; an add-on gives more, and its size is in no source. Who holds a separate and an included one is one user, yet both are added up here.",
    "serviceInsights",
    "Case capacity add-on licensing",
  ),
  "CSI.imported": computes(
    "A workspace takes in the cases of 60 days that its owner can read, and each workspace counts its own, also on the same environment.",
    "serviceInsights",
    "Case capacity add-on licensing",
  ),
  "CSI.table": computes(
    "The capacity needed is what an owner can read times the number of workspaces, and nobody can read more than was created.",
    "serviceInsights",
    "Calculating required case capacity for licensing purposes",
  ),
  "CSI.sample-excluded": computes(
    "The workspace with sample data does not count.",
    "serviceInsights",
    "Calculating required case capacity for licensing purposes",
  ),
  "CSI.created-on": computes(
    "Created in the last 60 days goes by the field mapped to Created On, and by the case's own creation date without a mapping.",
    "serviceInsights",
    "Calculating required case capacity for licensing purposes",
  ),
  "CSI.addons.organisation": informs(
    { meters: ["cases"] },
    "Add-ons serve a whole organisation and no single user; counted here for the tenant, though in 2019 organisation may have meant one environment.",
    "serviceInsights",
    "Case capacity add-on licensing",
  ),
  "CSI.balance": computes(
    "Cases needed are compared with cases owned as they stand; what is over is covered by add-ons or by one user licence for each 100,000.",
    "serviceInsights",
    "Calculating required case capacity for licensing purposes",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
