/** Add-ons held against the maximum that Customer Service Enterprise sets (CC.addon.max). */
import { channelPlans, type ChannelPlan } from "../../catalog/channelPlans";
import type { Holding } from "../owned/entitle";

/** Add-ons of one row of the table, paid and trial alike. */
export const addOnsHeld =
  (maximum: NonNullable<ChannelPlan["maximum"]>) =>
  (holdings: readonly Holding[]): number => {
    const products = new Set<string>(channelPlans.flatMap((plan) => (plan.maximum === maximum ? [plan.product] : [])));
    return holdings.reduce((sum, { product, quantity }) => (products.has(product) ? sum + quantity : sum), 0);
  };
