/** What Customer Service, Customer Service Insights and Copilot Studio give. */
import { prerequisitePlans } from "./channelPlans";
import { documents } from "./documents";
import type { Grant } from "./grant";
import { each, unsized } from "./grantRows";
import type { ProductId } from "./products";

/** One add-on of each row for every Customer Service Enterprise licence. Premium is none: it bears both channels already. */
const addOnMaxima = (product: ProductId): readonly Grant[] =>
  (["addOnDigital", "addOnVoice", "addOnBoth"] as const).map((meter) => each(product, meter, 1, "CC.addon.max"));

/** A line of its own, off by default; never for Premium, whose Contact Center part brings its routes. */
const ownRoutes = (product: ProductId): Grant => ({
  ...each(product, "recordRoutes", 50, "CC.routes"),
  source: { document: documents.licensingGuide, section: "p. 25" },
  when: { customerServiceRoutes: "true" },
});

/** User licences that bear Customer Service Insights, by themselves or as a part (CSI.entitlement). */
const insightsUsers: readonly ProductId[] = [
  "serviceInsights",
  "customerServiceEnterprise",
  "customerServiceEnterpriseAttach",
  "customerServicePremium",
  "customerEngagementPlan",
];

/** Rows of this family of products. */
export const customerServiceGrants = (): readonly Grant[] => [
  ...prerequisitePlans.flatMap((product) => [...addOnMaxima(product), ownRoutes(product)]),
  ...insightsUsers.map((product) => each(product, "cases", 100_000, "CSI.entitlement")),
  unsized("serviceInsightsCases", "cases", "CSI.entitlement"),
  each("copilotStudio", "copilotMessages", 25_000, "CC.routes.copilot-studio"),
  each("omnichannelVoice", "copilotSessions", 1_000, "CC.pva.exclusive"),
  unsized("powerVirtualAgents", "copilotSessions", "CC.pva.exclusive"),
];
