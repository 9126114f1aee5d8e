/** Which channels a plan bears, and which plans are add-ons to Customer Service Enterprise (CC.plans). */
import type { Channel } from "../snapshot/seats";
import type { MeterId } from "./meters";
import type { ProductId } from "./products";

export interface ChannelPlan {
  readonly product: ProductId;
  readonly channels: readonly Channel[];
  /** Meter of the add-on's maximum; absent for plans that need no other licence. */
  readonly maximum?: Extract<MeterId, "addOnDigital" | "addOnVoice" | "addOnBoth">;
}

/** All seven plans; all of them count as Contact Center user licences (CC.usl.counting). */
export const channelPlans: readonly ChannelPlan[] = [
  { product: "contactCenter", channels: ["digital", "voice"] },
  { product: "contactCenterDigital", channels: ["digital"] },
  { product: "contactCenterVoice", channels: ["voice"] },
  { product: "contactCenterAddOn", channels: ["digital", "voice"], maximum: "addOnBoth" },
  { product: "contactCenterDigitalAddOn", channels: ["digital"], maximum: "addOnDigital" },
  { product: "contactCenterVoiceAddOn", channels: ["voice"], maximum: "addOnVoice" },
  { product: "customerServicePremium", channels: ["digital", "voice"] },
];

/** What the add-ons need: one for each of them (CC.addon.prereq). Premium bears both channels and is none of these. */
export const prerequisitePlans: readonly ProductId[] = ["customerServiceEnterprise", "customerServiceEnterpriseAttach"];

/**
 * The old add-ins bear their channels to the end of their term, and nothing that a Contact Center licence accrues
 * (CC.omnichannel.legacy).
 */
export const omnichannelPlans: readonly ChannelPlan[] = [
  { product: "omnichannelChat", channels: ["digital"] },
  { product: "omnichannelMessaging", channels: ["digital"] },
  { product: "omnichannelVoice", channels: ["voice"] },
  { product: "omnichannelMessagingVoice", channels: ["digital", "voice"] },
];

/** Every plan whose holder may work with its channels (CC.capability.user). */
export const channelBearers: readonly ChannelPlan[] = [...channelPlans, ...omnichannelPlans];
