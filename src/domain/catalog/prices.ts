/**
 * List prices as dated illustrations, never offers (CC.price). A product without a row has no known price, and a total
 * with such a product is incomplete, never smaller. They make 945 USD of the example of the guidance (CC.scenario1).
 */
import type { RuleSource } from "../snapshot/snapshot";
import { documents } from "./documents";
import type { ProductId } from "./products";

export interface ListPrice {
  readonly product: ProductId;
  /** Hundredths of the currency, for one unit a month. */
  readonly cents: number;
  readonly currency: "USD";
  readonly per: "user" | "tenant";
  /** Month of the source, `2025-02`; absent when the source does not say. */
  readonly month?: string;
  readonly source: RuleSource;
}

const guidance: RuleSource = { document: documents.contactCenter, section: "Example scenarios" };
const quoted: RuleSource = { document: documents.contactCenterPrices, section: "Standalone prices" };
const faq: RuleSource = { document: documents.faq, section: "Pricing" };

const perUser = (product: ProductId, dollars: number): ListPrice => ({
  ...{ product, cents: dollars * 100, currency: "USD", per: "user", month: "2025-02" },
  source: guidance,
});

const secondHand = (product: ProductId, dollars: number): ListPrice => ({
  ...{ product, cents: dollars * 100, currency: "USD", per: "user" },
  source: quoted,
});

const perTenant = (product: ProductId, dollars: number): ListPrice => ({
  ...{ product, cents: dollars * 100, currency: "USD", per: "tenant", month: "2024-07" },
  source: faq,
});

export const prices: readonly ListPrice[] = [
  perTenant("customerInsightsBase", 1_700),
  perTenant("customerInsightsAttach", 1_000),
  secondHand("contactCenterDigital", 95),
  secondHand("contactCenterVoice", 95),
  perUser("contactCenterDigitalAddOn", 75),
  perUser("contactCenterVoiceAddOn", 75),
  perUser("customerServicePremium", 195),
];

/** The illustration for a product; undefined when none is known. */
export const priceOf = (product: ProductId): ListPrice | undefined => prices.find((price) => price.product === product);
