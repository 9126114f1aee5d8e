import { describe, expect, it } from "vitest";
import { bought, foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

describe("CC.addon.max", () => {
  it("advises when a channel has more add-ons than users, each row within its maximum", () => {
    const tenant = bought({
      ...{ customerServiceEnterprise: 10, contactCenterDigitalAddOn: 7 },
      ...{ contactCenterVoiceAddOn: 6, contactCenterAddOn: 4 },
    });
    expect(foundIn("channelAdvisory", tenant)).toEqual([
      {
        id: "channelAdvisory:digital",
        kind: "channelAdvisory",
        severity: "info",
        rule: "CC.addon.max",
        subjects: [
          { type: "meter", id: "addOnDigital", name: "addOnDigital" },
          { type: "meter", id: "addOnBoth", name: "addOnBoth" },
        ],
        facts: { channel: "digital", addOns: 11, single: 7, both: 4, customerService: 10, over: 1 },
      },
    ]);
  });

  it("advises for voice by itself", () => {
    const tenant = bought({ customerServiceEnterprise: 10, contactCenterVoiceAddOn: 10, contactCenterAddOn: 10 });
    expect(foundIn("channelAdvisory", tenant)).toEqual([
      expect.objectContaining({
        id: "channelAdvisory:voice",
        subjects: [
          { type: "meter", id: "addOnVoice", name: "addOnVoice" },
          { type: "meter", id: "addOnBoth", name: "addOnBoth" },
        ],
        facts: { channel: "voice", addOns: 20, single: 10, both: 10, customerService: 10, over: 10 },
      }),
    ]);
  });

  it.each([
    { contactCenterDigitalAddOn: 11, contactCenterAddOn: 1 },
    { contactCenterDigitalAddOn: 1, contactCenterAddOn: 11 },
  ])("does not advise where a row is over already: %o", (addOns) => {
    const tenant = bought({ customerServiceEnterprise: 10, ...addOns });
    expect(foundIn("channelAdvisory", tenant)).toEqual([]);
    expect(foundIn("addOnMaximum", tenant)).toHaveLength(1);
  });

  it("does not add up the two channels: one user may hold both", () => {
    const tenant = bought({
      customerServiceEnterprise: 10,
      contactCenterDigitalAddOn: 10,
      contactCenterVoiceAddOn: 10,
    });
    expect(foundIn("channelAdvisory", tenant)).toEqual([]);
  });
});
