import { dayOf, daysBetween } from "../../calendar";
import { legacyOffers } from "../../catalog/cutOverDates";
import type { ProductId } from "../../catalog/products";
import type { Day } from "../../snapshot/activity";
import { boughtOf, productFacts, productSubject } from "./bought";
import type { Found, QuotaCheck } from "./check";
import { successorFacts } from "./successorFacts";

const { contractedBefore, endingBy } = legacyOffers;

/** Where a day stands, and how many days are left there. */
const phaseOf = (today: Day): Found["facts"] => {
  if (today < contractedBefore) return { phase: "renewableOnce", days: daysBetween(today, contractedBefore) };
  return today < endingBy ? { phase: "lastTerm", days: daysBetween(today, endingBy) } : { phase: "over" };
};

const one = (product: ProductId, quantity: number, today: Day): Found => {
  const phase = phaseOf(today);
  return {
    id: `legacyRenewal:${product}`,
    kind: "legacyRenewal",
    ...(today < contractedBefore ? { severity: "info" } : {}),
    subjects: [productSubject(product)],
    facts: { ...productFacts(product), quantity, ...phase, contractedBefore, endingBy, ...successorFacts(product) },
  };
};

/** Offers from before September 2023: renewable once, then in their last term, then over (CI-J.legacy.renewal). Days are UTC. */
export const legacyRenewal: QuotaCheck = ({ asOf, holdings }) => {
  const bought = boughtOf(holdings);
  const today = dayOf(asOf, "UTC");
  return legacyOffers.products.flatMap((product) => {
    const quantity = bought.get(product);
    return quantity === undefined ? [] : [one(product, quantity, today)];
  });
};
