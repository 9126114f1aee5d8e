import { describe, expect, it } from "vitest";
import { guid } from "../../../../test/fixtures/fakeTenant.fixture";
import { bought, foundIn, skuOf } from "../../../../test/fixtures/mappedTenant.fixture";

const digitalName = "Contact Center Digital Add-on to Customer Service Enterprise";
const voiceName = "Contact Center Voice Add-on to Customer Service Enterprise";

const meterFacts = { unit: "licences", status: "over", read: 0, total: 0 };

describe("CC.addon.prereq", () => {
  it("an add-on without any Customer Service Enterprise is told once", () => {
    const tenant = bought({ contactCenterDigitalAddOn: 3 }).withSeats([["ann", skuOf("contactCenterDigitalAddOn")[0]]]);
    expect(foundIn("prerequisiteMissing", tenant)).toEqual([
      {
        id: "prerequisiteMissing:addOnDigital",
        kind: "prerequisiteMissing",
        severity: "error",
        rule: "CC.addon.prereq",
        subjects: [{ type: "meter", id: "addOnDigital", name: "addOnDigital" }],
        facts: {
          ...{ ...meterFacts, meter: "addOnDigital", owned: 0, used: 3, over: 3 },
          ...{ product: "contactCenterDigitalAddOn", productName: digitalName },
        },
      },
    ]);
    expect(foundIn("addOnMaximum", tenant)).toEqual([]);
    expect(foundIn("channelAdvisory", tenant)).toEqual([]);
  });

  it("the holder of an add-on holds Customer Service Enterprise, full or attach", () => {
    const [enterprise] = skuOf("customerServiceEnterprise");
    const [attach] = skuOf("customerServiceEnterpriseAttach");
    const [digital] = skuOf("contactCenterDigitalAddOn");
    const [voice] = skuOf("contactCenterVoiceAddOn");
    const tenant = bought({
      ...{ customerServiceEnterprise: 5, customerServiceEnterpriseAttach: 5, customerServicePremium: 1 },
      ...{ contactCenterDigitalAddOn: 5, contactCenterVoiceAddOn: 5 },
    }).withSeats([
      ...([
        ["zoe", digital],
        ["ann", digital],
        ["ann", voice],
        ["bea", digital],
        ["bea", enterprise],
      ] as const),
      ...([
        ["cat", voice],
        ["cat", attach],
        ["eva", skuOf("customerServicePremium")[0]],
        ["dan", voice],
      ] as const),
      ...([
        ["dan", guid(404)],
        ["fay", enterprise],
      ] as const),
    ]);
    expect(foundIn("prerequisiteMissing", tenant)).toEqual([
      {
        id: "prerequisiteMissing:contactCenterDigitalAddOn",
        kind: "prerequisiteMissing",
        severity: "error",
        rule: "CC.addon.prereq",
        subjects: [
          { type: "account", id: "ann", name: "ann" },
          { type: "account", id: "zoe", name: "zoe" },
        ],
        facts: { product: "contactCenterDigitalAddOn", productName: digitalName, people: 2 },
      },
      {
        id: "prerequisiteMissing:contactCenterVoiceAddOn",
        kind: "prerequisiteMissing",
        severity: "error",
        rule: "CC.addon.prereq",
        subjects: [{ type: "account", id: "ann", name: "ann" }],
        facts: { product: "contactCenterVoiceAddOn", productName: voiceName, people: 1 },
      },
    ]);
  });

  it("names twenty of 21 people", () => {
    const [digital] = skuOf("contactCenterDigitalAddOn");
    const ids = Array.from({ length: 21 }, (_, index) => guid(index + 1));
    const tenant = bought({ customerServiceEnterprise: 30, contactCenterDigitalAddOn: 30 }).withSeats(
      ids.map((id) => [id, digital] as const),
    );
    expect(foundIn("prerequisiteMissing", tenant).map(({ subjects, facts }) => [subjects.length, facts])).toEqual([
      [20, { product: "contactCenterDigitalAddOn", productName: digitalName, people: 21, unnamed: 1 }],
    ]);
  });

  it("says nothing of people while the seats are not known", () => {
    expect(foundIn("prerequisiteMissing", bought({ customerServiceEnterprise: 5, contactCenterAddOn: 5 }))).toEqual([]);
  });
});
