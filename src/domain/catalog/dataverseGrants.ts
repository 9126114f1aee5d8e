/** Bought Dataverse capacity, in units of 1 GB = 1,000 MB. */
import type { Grant } from "./grant";
import type { MeterId } from "./meters";
import type { ProductId } from "./products";

const gigabyte = (product: ProductId, meter: MeterId): Grant => ({
  product,
  meter,
  amount: 1_000,
  way: { kind: "each" },
  rule: "STO.entitlement.tenant",
});

/** Rows of this family of products. The unit of the old CRM storage add-on is in no source. */
export const dataverseGrants = (): readonly Grant[] => [
  gigabyte("dataverseDatabase", "storageDatabase"),
  gigabyte("dataverseFile", "storageFile"),
  gigabyte("dataverseLog", "storageLog"),
  {
    product: "crmStorage",
    meter: "storageDatabase",
    amount: 0,
    way: { kind: "unsized" },
    rule: "STO.entitlement.tenant",
  },
];
