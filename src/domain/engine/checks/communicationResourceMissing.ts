import { channelPlans } from "../../catalog/channelPlans";
import { boughtOf, productSubject, unitsOf } from "./bought";
import type { QuotaCheck } from "./check";

/** Plans with voice, and no Azure Communication Services resource declared (CC.acs.required); a question while nobody said either way. */
export const communicationResourceMissing: QuotaCheck = ({ holdings, settings: { declared } }) => {
  if (declared.communicationResource === true) return [];
  const bought = boughtOf(holdings);
  const plans = channelPlans
    .filter(({ product, channels }) => channels.includes("voice") && bought.has(product))
    .map(({ product }) => product);
  if (plans.length === 0) return [];
  const told = declared.communicationResource === false;
  return [
    {
      id: "communicationResourceMissing:voice",
      kind: "communicationResourceMissing",
      ...(told ? {} : { severity: "info" as const }),
      subjects: plans.map(productSubject),
      facts: { licences: unitsOf(plans, bought), declared: told ? "no" : "notTold" },
    },
  ];
};
