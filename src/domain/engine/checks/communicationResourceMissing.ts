import { channelPlans } from "../../catalog/channelPlans";
import { boughtOf, productSubject } from "./bought";
import type { QuotaCheck } from "./check";

/** Plans with voice, and no Azure Communication Services resource declared (CC.acs.required); a question while nobody said either way. */
export const communicationResourceMissing: QuotaCheck = ({ holdings, settings: { declared } }) => {
  if (declared.communicationResource === true) return [];
  const bought = boughtOf(holdings);
  const plans = channelPlans.filter(({ product, channels }) => channels.includes("voice") && bought.has(product));
  if (plans.length === 0) return [];
  const told = declared.communicationResource === false;
  return [
    {
      id: "communicationResourceMissing:voice",
      kind: "communicationResourceMissing",
      ...(told ? {} : { severity: "info" as const }),
      subjects: plans.map(({ product }) => productSubject(product)),
      facts: {
        licences: plans.reduce((sum, { product }) => sum + (bought.get(product) ?? 0), 0),
        declared: told ? "no" : "notTold",
      },
    },
  ];
};
