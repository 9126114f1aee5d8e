import { describe, expect, it } from "vitest";
import { channelPlans, omnichannelPlans, prerequisitePlans } from "./channelPlans";
import { grantsOf } from "./grants";

describe("CC.plans", () => {
  it("CC.plans: seven plans with their channels; the three add-ons have a maximum, the others none", () => {
    expect(channelPlans.map(({ product, channels, maximum }) => [product, channels, maximum])).toEqual([
      ["contactCenter", ["digital", "voice"], undefined],
      ["contactCenterDigital", ["digital"], undefined],
      ["contactCenterVoice", ["voice"], undefined],
      ["contactCenterAddOn", ["digital", "voice"], "addOnBoth"],
      ["contactCenterDigitalAddOn", ["digital"], "addOnDigital"],
      ["contactCenterVoiceAddOn", ["voice"], "addOnVoice"],
      ["customerServicePremium", ["digital", "voice"], undefined],
    ]);
  });

  it("CC.plans: add-ons stand on Customer Service Enterprise, at the full or the attach price, and not on Premium", () => {
    expect(prerequisitePlans).toEqual(["customerServiceEnterprise", "customerServiceEnterpriseAttach"]);
  });
});

describe("CC.omnichannel.legacy", () => {
  it("CC.omnichannel.legacy and CC.capability.user: old add-ins bear their channels and count as seats, and accrue nothing of Contact Center's", () => {
    const rows = grantsOf("seed").filter(({ product }) => omnichannelPlans.some((plan) => plan.product === product));
    expect(rows.map(({ product, meter, amount }) => [product, meter, amount])).toEqual([
      ["omnichannelChat", "seatsDigital", 1],
      ["omnichannelMessaging", "seatsDigital", 1],
      ["omnichannelVoice", "seatsVoice", 1],
      ["omnichannelMessagingVoice", "seatsDigital", 1],
      ["omnichannelMessagingVoice", "seatsVoice", 1],
      ["omnichannelVoice", "copilotSessions", 1_000],
    ]);
  });
});
