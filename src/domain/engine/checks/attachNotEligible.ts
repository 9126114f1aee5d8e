import { attachMinimum, attachProducts, qualifyingApps } from "../../catalog/qualifyingApps";
import type { ProductId } from "../../catalog/products";
import { boughtOf, productSubject, unitsOf } from "./bought";
import type { Found, QuotaCheck } from "./check";

interface AppLicences {
  readonly app: string;
  readonly licences: number;
}

/** The app with the most licences; licences of two apps never add up. */
const largestApp = (bought: ReadonlyMap<ProductId, number>): AppLicences =>
  qualifyingApps
    .map(({ name, products }) => ({ app: name, licences: unitsOf(products, bought) }))
    .reduce((largest, next) => (next.licences > largest.licences ? next : largest), { app: "", licences: 0 });

const found = (attached: readonly ProductId[], attach: number, largest: AppLicences, unknownApps: number): Found => ({
  id: "attachNotEligible:attach",
  kind: "attachNotEligible",
  ...(unknownApps > 0 ? { severity: "info" } : {}),
  subjects: attached.map(productSubject),
  facts: {
    ...{ attach, needed: attachMinimum, largest: largest.licences, unknownApps },
    ...(largest.licences > 0 ? { app: largest.app } : {}),
  },
});

/**
 * Licences at the attach price without ten of one qualifying app (CI-J.attach.eligibility). Where a licence that the catalogue does not know could
 * be of such an app, it is only worth a look.
 */
export const attachNotEligible: QuotaCheck = ({ holdings, unknownApps = 0 }) => {
  const bought = boughtOf(holdings);
  const attached = attachProducts.filter((product) => bought.has(product));
  const largest = largestApp(bought);
  if (attached.length === 0 || largest.licences >= attachMinimum) return [];
  return [found(attached, unitsOf(attached, bought), largest, unknownApps)];
};
