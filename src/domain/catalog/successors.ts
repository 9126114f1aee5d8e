/** What takes the place of offers that end (CI-J.legacy.renewal, CC.omnichannel.legacy). */
import type { ProductId } from "./products";

export const successors: Partial<Readonly<Record<ProductId, ProductId>>> = {
  marketingBase: "customerInsightsBase",
  marketingAttach: "customerInsightsAttach",
  legacyInsightsBase: "customerInsightsBase",
  legacyInsightsAttach: "customerInsightsAttach",
  omnichannelVoice: "contactCenterVoiceAddOn",
  omnichannelChat: "contactCenterDigitalAddOn",
  omnichannelMessaging: "contactCenterDigitalAddOn",
  omnichannelMessagingVoice: "contactCenterAddOn",
};

/** Old add-ons of Omnichannel for Customer Service. */
export const omnichannelProducts: readonly ProductId[] = [
  "omnichannelVoice",
  "omnichannelChat",
  "omnichannelMessaging",
  "omnichannelMessagingVoice",
];
