/** Apps whose licences qualify for the attach price of Customer Insights (CI-J.attach.eligibility). */
import type { ProductId } from "./products";

export interface QualifyingApp {
  readonly name: string;
  /** Every licence of these counts for the app. The old plan holds several apps and counts for each. */
  readonly products: readonly ProductId[];
}

/** Licences of one and the same app that the attach price asks for. */
export const attachMinimum = 10;

/** What is sold at the attach price. */
export const attachProducts: readonly ProductId[] = ["customerInsightsAttach"];

export const qualifyingApps: readonly QualifyingApp[] = [
  { name: "Sales", products: ["sales", "customerEngagementPlan"] },
  {
    name: "Customer Service",
    products: [
      "customerServiceEnterprise",
      "customerServiceEnterpriseAttach",
      "customerServiceProfessional",
      "customerServicePremium",
      "customerEngagementPlan",
    ],
  },
  { name: "Field Service", products: ["fieldService", "customerEngagementPlan"] },
  { name: "Finance", products: ["finance"] },
  { name: "Supply Chain Management", products: ["supplyChain"] },
  { name: "Commerce", products: ["commerce"] },
];
