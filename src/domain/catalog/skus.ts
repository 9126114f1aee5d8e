/**
 * How a product appears among the tenant's licences. Identifiers are lower-case GUIDs of Microsoft's public list.
 *
 * `plans` are the service plans that tell the product from others. A plan may stand in several SKUs - e626a4ec is in
 * three of different models - and then tells nothing alone; `resolveSku` sees that from these very rows.
 * A row without `skuId` is a product whose identifier is not published: it can be recognised by part number or plans only.
 */
import type { RuleSource } from "../snapshot/snapshot";
import { documents } from "./documents";
import type { ProductId } from "./products";
import { customerInsightsSkus, unpublishedCustomerInsights } from "./skus/customerInsights";
import { customerServiceSkus, unpublishedCustomerService } from "./skus/customerService";
import { platformSkus } from "./skus/platform";
import { qualifyingSkus } from "./skus/qualifying";
import type { Row, UnpublishedRow } from "./skus/row";

export interface Sku {
  readonly skuId?: string;
  readonly skuPartNumber?: string;
  readonly product: ProductId;
  readonly plans: readonly string[];
  readonly trial: boolean;
  readonly source: RuleSource;
}

const byPlans = { document: documents.skuList, section: "Service plans expected by the sister product" };
const byPartNumber = { document: documents.publicSkuLists, section: "Part numbers" };

const published = ([skuId, skuPartNumber, product, plans, trial]: Row): Sku => ({
  skuId,
  skuPartNumber,
  product,
  plans,
  trial: trial !== undefined,
  source: { document: documents.skuList, section: skuPartNumber },
});

const unpublished = (row: UnpublishedRow): Sku =>
  "plans" in row
    ? { ...row, trial: false, source: byPlans }
    : { ...row, plans: [], trial: false, source: byPartNumber };

const rows: readonly Sku[] = [
  ...[...customerInsightsSkus, ...customerServiceSkus, ...platformSkus, ...qualifyingSkus].map(published),
  ...[...unpublishedCustomerInsights, ...unpublishedCustomerService].map(unpublished),
];

/** Every row, those with an identifier first. */
export const allSkus = (): readonly Sku[] => rows;

/** Names of SKUs that concern this product's meters; an unknown licence with one deserves a look. */
export const relatedNames =
  /CUSTOMER_INSIGHTS|MARKETING|CONTACT_CENTER|(?:^|_)CS_|CUSTOMER_SERVICE|VIRTUAL_AGENT|CDS_|ROUTING/i;

/** Names of service plans that do. Narrower: every Office plan carries small Dataverse and agent plans along. */
export const relatedPlans = /CUSTOMER_INSIGHTS|MARKETING|CONTACT_CENTER|CUSTOMER_SERVICE|DYN365_CC/i;
