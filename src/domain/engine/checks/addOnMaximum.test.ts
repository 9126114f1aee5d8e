import { describe, expect, it } from "vitest";
import { bought, foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const digitalName = "Contact Center Digital Add-on to Customer Service Enterprise";
const voiceName = "Contact Center Voice Add-on to Customer Service Enterprise";
const bothName = "Contact Center Add-on to Customer Service Enterprise";

const meterFacts = { unit: "licences", status: "over", read: 0, total: 0 };

describe("CC.addon.max", () => {
  it("11 Voice add-ons with 10 Customer Service Enterprise are over by 1", () => {
    expect(foundIn("addOnMaximum", bought({ customerServiceEnterprise: 10, contactCenterVoiceAddOn: 11 }))).toEqual([
      {
        id: "addOnMaximum:addOnVoice",
        kind: "addOnMaximum",
        severity: "error",
        rule: "CC.addon.max",
        subjects: [{ type: "meter", id: "addOnVoice", name: "addOnVoice" }],
        facts: {
          ...{ ...meterFacts, meter: "addOnVoice", owned: 10, used: 11, over: 1 },
          ...{ product: "contactCenterVoiceAddOn", productName: voiceName },
        },
      },
    ]);
  });

  it("3 and 7 of 10 are fine (scenario 1)", () => {
    const tenant = bought({
      ...{ customerServiceEnterprise: 10, customerServicePremium: 1 },
      ...{ contactCenterDigitalAddOn: 3, contactCenterVoiceAddOn: 7 },
    });
    expect(foundIn("addOnMaximum", tenant)).toEqual([]);
    expect(foundIn("channelAdvisory", tenant)).toEqual([]);
    expect(foundIn("prerequisiteMissing", tenant)).toEqual([]);
  });

  it("holds each row by itself", () => {
    const tenant = bought({
      ...{ customerServiceEnterprise: 4, customerServiceEnterpriseAttach: 1 },
      ...{ contactCenterDigitalAddOn: 6, contactCenterVoiceAddOn: 5, contactCenterAddOn: 7 },
    });
    expect(foundIn("addOnMaximum", tenant).map(({ id, facts }) => [id, facts["productName"], facts["over"]])).toEqual([
      ["addOnMaximum:addOnDigital", digitalName, 1],
      ["addOnMaximum:addOnBoth", bothName, 2],
    ]);
    expect(foundIn("overQuota", tenant)).toEqual([]);
  });

  it("says nothing while the licences are not known", () => {
    const tenant = bought({ contactCenterVoiceAddOn: 11 }).without("subscribedSkus", "forbidden");
    expect(foundIn("addOnMaximum", tenant)).toEqual([]);
    expect(foundIn("channelAdvisory", tenant)).toEqual([]);
    expect(foundIn("prerequisiteMissing", tenant)).toEqual([]);
  });
});
