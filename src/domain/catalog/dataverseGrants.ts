/** Bought Dataverse capacity, in units of 1 GB = 1,000 MB. */
import type { Grant } from "./grant";
import { each, unsized } from "./grantRows";

const gigabyte = 1_000;
const rule = "STO.entitlement.tenant";

/** Rows of this family of products. The unit of the old CRM storage add-on is in no source. */
export const dataverseGrants = (): readonly Grant[] => [
  each("dataverseDatabase", "storageDatabase", gigabyte, rule),
  each("dataverseFile", "storageFile", gigabyte, rule),
  each("dataverseLog", "storageLog", gigabyte, rule),
  unsized("crmStorage", "storageDatabase", rule),
];
