/** The two ways to buy capacity for cases (CSI.balance). */
import type { ProductId } from "./products";

interface CaseOffers {
  readonly user: ProductId;
  /** Its size is in no source: the customer says it. */
  readonly addOn: ProductId;
}

export const caseOffers: CaseOffers = { user: "serviceInsights", addOn: "serviceInsightsCases" };
