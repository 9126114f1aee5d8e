/** Rules that hold for every product (`GEN.*`). */
import { computes, finds, informs, type Rule } from "./rule";

export const generalRules = {
  "GEN.scope.tenant": computes(
    "What licences give is pooled within one tenant, and nothing crosses from one tenant to another.",
    "customerInsights",
    "Purchase guidance for Dynamics 365 Customer Insights",
  ),
  "GEN.licence.active": computes(
    "Only active subscriptions grant quota; units in the grace period still count and are marked at risk.",
    "licenceUnits",
    "prepaidUnits",
  ),
  "GEN.licence.lag": finds(
    "A purchase can take up to 24 hours to show in the product's own quota; after that it is a matter for support.",
    "purchase",
    "Step 4",
  ),
  "GEN.licence.where": informs(
    { meters: ["interactedPeople", "unifiedPeople"] },
    "Customer Insights is licensed to the tenant and stands in the admin center under Billing > Your Products; the page Licenses lists seats only.",
    "customerInsights",
    "Check current license ownership",
  ),
  "GEN.capacity.change": informs(
    { meters: ["interactedPeople", "unifiedPeople"] },
    "People capacity can be raised at any time and lowered only on the anniversary of the agreement.",
    "faq",
    "Changing capacity",
  ),
  "GEN.reset.monthly": computes(
    "Monthly amounts start again on the first of the month, and what was not used is lost.",
    "customerInsights",
    "Entitlement details",
  ),
  "GEN.catalog.edition": computes(
    "What a licence grants belongs to a dated edition of the catalogue, which the customer chooses and every report names.",
    "readingFigures",
    "Editions",
  ),
  "GEN.enforcement.advisory": finds(
    "Licences are owed whether or not the product checks for them.",
    "contactCenter",
    "Licensing requirements and technical enforcement",
  ),
  "GEN.restricted-tables": finds(
    "Creating, changing or deleting rows of a restricted table needs the licence of the Dynamics 365 app behind it; reading does not.",
    "contactCenter",
    "Restricted Dataverse tables requiring Dynamics 365 licenses",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
