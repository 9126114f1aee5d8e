import type { ProductId } from "../../catalog/products";
import { omnichannelProducts } from "../../catalog/successors";
import { boughtOf, productFacts, productSubject } from "./bought";
import type { Found, QuotaCheck } from "./check";
import { successorFacts } from "./successorFacts";

type State = "notTold" | "current" | "renewedOnce" | "mustTransition";

/** One more term is possible after the enrolment (CC.omnichannel.legacy). */
const stateAfter = (renewals: number | undefined): State => {
  if (renewals === undefined) return "notTold";
  if (renewals < 1) return "current";
  return renewals < 2 ? "renewedOnce" : "mustTransition";
};

const isUrgent: Readonly<Record<State, boolean>> = {
  notTold: false,
  current: false,
  renewedOnce: true,
  mustTransition: true,
};

const one = (product: ProductId, quantity: number, renewals: number | undefined): Found => {
  const state = stateAfter(renewals);
  return {
    id: `omnichannelTransition:${product}`,
    kind: "omnichannelTransition",
    ...(isUrgent[state] ? {} : { severity: "info" }),
    subjects: [productSubject(product)],
    facts: {
      ...productFacts(product),
      ...{ quantity, state },
      ...(renewals === undefined ? {} : { renewals }),
      ...successorFacts(product),
    },
  };
};

/** Old Omnichannel add-ons, and where they stand on their way to Contact Center. */
export const omnichannelTransition: QuotaCheck = ({ holdings, settings: { declared } }) => {
  const bought = boughtOf(holdings);
  return omnichannelProducts.flatMap((product) => {
    const quantity = bought.get(product);
    return quantity === undefined ? [] : [one(product, quantity, declared.omnichannelRenewals)];
  });
};
