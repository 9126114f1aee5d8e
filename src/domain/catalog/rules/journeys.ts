/** People, interactions and speed of Customer Insights - Journeys (`CI-J.*`). */
import { computes, finds, informs, type Rule } from "./rule";

export const journeysRules = {
  "CI-J.interacted-people.base": computes(
    "A Customer Insights base licence, full or attach, gives 10,000 interacted people to the tenant.",
    "customerInsights",
    "Entitlement details",
  ),
  "CI-J.interacted-people.packs": computes(
    "Each interacted people pack adds its own size: 5,000 in tier 1, 10,000 in tier 2, 50,000 in tier 3.",
    "licensingGuide",
    "p. 22",
  ),
  "CI-J.interacted-people.definition": computes(
    "Every record that had an interaction in the last 12 months counts once, whatever its table and however many interactions it had.",
    "customerInsights",
    "What is an interacted person?",
  ),
  "CI-J.interacted-people.window": computes(
    "A person stops counting when 12 months have passed since the last interaction; a renewal changes nothing in that.",
    "customerInsights",
    "How long is a person considered interacted?",
  ),
  "CI-J.interacted-people.deleted": computes(
    "A record that is deleted, or no longer written to, still counts until its 12 months are over.",
    "oldPurchase",
    "Quota",
  ),
  "CI-J.interacted-people.environments": computes(
    "Interacted people of every environment count, of every type, and are summed over the tenant.",
    "customerInsights",
    "Which interacted people count against my quota?",
  ),
  "CI-J.quota.not-per-install": computes(
    "Installing the app in more environments adds no quota.",
    "customerInsights",
    "Do I get the base quota for each application install?",
  ),
  "CI-J.interactions.monthly": computes(
    "Up to ten interactions a month for each interacted person that is owned, in a pool for the tenant.",
    "customerInsights",
    "What is my monthly interaction quota?",
  ),
  "CI-J.interactions.counting": computes(
    "Outbound messages on every channel are interactions, and so are inbound actions such as a sent form; the monthly meter of the product names outbound messages.",
    "customerInsights",
    "What is an interaction?",
  ),
  "CI-J.interactions.peak": computes(
    "Own enough interacted people for the month with the most interactions, not for an average month.",
    "customerInsights",
    "One month of the year I send more than the 10x interactions per month allowed",
  ),
  "CI-J.fair-use": computes(
    "Whatever the licence allows, an environment is served up to 300,000,000 interactions a month and 10,000,000 a day, 10,000,000 members of a segment that starts a journey, 2,500 triggers a minute, 500,000,000 rows of a synchronised table, and 3,000 dynamic and 10,000 static segments.",
    "fairUse",
    "Service limits",
  ),
  "CI-J.throughput": computes(
    "Messages go out at 140,000 an hour, and at 500,000 with 10,000,000 contacts of old Marketing licences, 500,000 interacted people of Customer Insights, or the sending burst add-on.",
    "customerInsights",
    "Entitlement details",
  ),
  "CI-J.quota-page": informs(
    { meters: ["interactedPeople", "monthlyInteractions"] },
    "The product's own page (Settings > Advanced settings > Other settings > Quota limits) shows this environment's use and sums all others as Other orgs in your tenant; org means environment there.",
    "quotaManagement",
    "Quota limits",
  ),
  "CI-J.geo.visibility": finds(
    "Up to 14 June 2024 a licence showed in the tenant's home geography only, unless the tenant was multi-geo; since then it shows everywhere.",
    "customerInsights",
    "Why can't I see my licenses in geos other than my home tenant geo?",
  ),
  "CI-J.sms": finds(
    "Text messages need an account with a provider; the licence brings neither numbers nor delivery.",
    "customerInsights",
    "Purchase guidance for Dynamics 365 Customer Insights",
  ),
  "CI-J.attach.eligibility": finds(
    "The attach price needs ten or more licences of one qualifying app; nine of each of two apps are not enough.",
    "purchase",
    "Attach price",
  ),
  "CI-J.table-licence": informs(
    { meters: ["interactedPeople"] },
    "Tables and operations that belong to another app, such as Sales or Service, need that app's licence, also from an app of your own.",
    "customerInsights",
    "Customer Insights licensing key points",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
