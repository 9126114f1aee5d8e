import { describe, expect, it } from "vitest";
import { guid } from "../../../../test/fixtures/fakeTenant.fixture";
import { bought, foundIn, skuOf } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "doubleUserLicences";
const [digital] = skuOf("contactCenterDigital");
const [voice] = skuOf("contactCenterVoice");
const [both] = skuOf("contactCenter");
const [digitalAddOn] = skuOf("contactCenterDigitalAddOn");
const [voiceAddOn] = skuOf("contactCenterVoiceAddOn");

const plans = { contactCenter: 9, contactCenterDigital: 9, contactCenterVoice: 9 };

describe("CC.usl.counting", () => {
  it("a digital and a voice licence are two user licences, with 250 MB and 2 GB more than the plan with both", () => {
    const seats = [
      ["zoe", digital],
      ["zoe", voice],
      ["ann", voice],
      ["ann", digital],
      ["bea", digital],
      ["cat", voice],
      ["dan", both],
      ["dan", digital],
    ] as const;
    expect(foundIn(kind, bought(plans).withSeats(seats))).toEqual([
      {
        id: "doubleUserLicences:people",
        kind,
        severity: "info",
        rule: "CC.usl.counting",
        subjects: [
          { type: "account", id: "ann", name: "ann" },
          { type: "account", id: "zoe", name: "zoe" },
        ],
        facts: { people: 2, licences: 4, moreDatabase: 500, moreFile: 4_000 },
      },
    ]);
  });

  it("an add-on counts like a plan, and accrues as the policy says", () => {
    const held = { customerServiceEnterprise: 9, contactCenterDigitalAddOn: 9, contactCenterVoiceAddOn: 9 };
    const tenant = bought(held).withSeats([
      ["ann", digitalAddOn],
      ["ann", voiceAddOn],
    ]);
    const facts = { people: 1, licences: 2, moreDatabase: 250, moreFile: 2_000 };
    expect(foundIn(kind, tenant).map((found) => found.facts)).toEqual([facts]);
    const cautious = foundIn(kind, tenant, { policy: { addOnsAccrueDatabase: "false" } });
    expect(cautious.map((found) => found.facts)).toEqual([{ ...facts, moreDatabase: 0 }]);
  });

  it("a trial brings no storage on top", () => {
    const tenant = bought({ contactCenterDigital: 9 })
      .withSku(skuOf("contactCenterVoice"), { enabled: 1, trial: true })
      .withSeats([
        ["ann", digital],
        ["ann", voice],
      ]);
    expect(foundIn(kind, tenant).map(({ facts }) => [facts["moreDatabase"], facts["moreFile"]])).toEqual([[0, 0]]);
  });

  it("names twenty of 21 people and reckons with all", () => {
    const ids = Array.from({ length: 21 }, (_, index) => guid(index + 1));
    const tenant = bought(plans).withSeats(ids.flatMap((id) => [[id, digital] as const, [id, voice] as const]));
    expect(foundIn(kind, tenant).map(({ subjects, facts }) => [subjects.length, facts])).toEqual([
      [20, { people: 21, unnamed: 1, licences: 42, moreDatabase: 5_250, moreFile: 42_000 }],
    ]);
  });

  it("says nothing while the seats are not known", () => {
    expect(foundIn(kind, bought(plans))).toEqual([]);
    const reason = { code: "forbidden" } as const;
    const unread = { kind: "notRead", source: "graph.users", reason } as const;
    expect(foundIn(kind, bought(plans).withFacts({ seats: unread }))).toEqual([]);
  });
});
