import { describe, expect, it } from "vitest";
import { channelPlans, prerequisitePlans } from "./channelPlans";

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
