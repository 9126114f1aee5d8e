import { describe, expect, it } from "vitest";
import { grantsOf } from "../../catalog/grants";
import type { MeterId } from "../../catalog/meters";
import type { ProductId } from "../../catalog/products";
import { defaultSettings, type Policy } from "../../settings";
import { entitle, type Holding } from "./entitle";

type Bought = Partial<Record<ProductId, number>>;

interface Given {
  readonly policy?: Partial<Policy>;
  readonly asOf?: string;
  readonly trial?: boolean;
}

const holdings = (bought: Bought, trial: boolean): readonly Holding[] =>
  (Object.keys(bought) as ProductId[]).map((product) => ({
    product,
    skuPartNumber: product,
    grade: "exact",
    trial,
    quantity: bought[product] ?? 0,
    inGrace: 0,
    subscriptions: 1,
  }));

const lines = (bought: Bought, { policy = {}, asOf = "2026-11-22T00:00:00Z", trial = false }: Given = {}) =>
  entitle(holdings(bought, trial), {
    grants: grantsOf("seed"),
    edition: "seed",
    policy: { ...defaultSettings.policy, ...policy },
    overrides: [],
    asOf,
  });

/** What is owned, by meter; meters without a line are left out. */
const owned = (bought: Bought, given: Given = {}): Partial<Record<MeterId, number>> => {
  const totals: Partial<Record<MeterId, number>> = {};
  for (const { meter, contribution } of lines(bought, given)) {
    totals[meter] = (totals[meter] ?? 0) + contribution.amount;
  }
  return totals;
};

const base = {
  interactedPeople: 10_000,
  monthlyInteractions: 100_000,
  unifiedPeople: 100_000,
  storageDatabase: 45_000,
  storageFile: 60_000,
  storageLog: 4_000,
  installOutbound: 4,
  installJourneys: 0,
  installData: 0,
};

describe("CI-J.interacted-people.base", () => {
  it("gives 10,000 people and 4 outbound slots with one base, full or attach", () => {
    expect(owned({ customerInsightsBase: 1 })).toEqual(base);
    expect(owned({ customerInsightsAttach: 1 })).toEqual(base);
  });

  it("sums several bases, or counts one with basePeopleStacking = once", () => {
    const three = { customerInsightsBase: 2, customerInsightsAttach: 1 };
    expect(owned(three)).toMatchObject({ interactedPeople: 30_000, unifiedPeople: 300_000 });
    expect(owned(three, { policy: { basePeopleStacking: "once" } })).toMatchObject({
      interactedPeople: 10_000,
      unifiedPeople: 100_000,
      monthlyInteractions: 100_000,
    });
  });
});

describe("CI-J.interacted-people.packs", () => {
  it.each([
    [{ customerInsightsBase: 1, interactedPeopleT1: 4 }, 30_000],
    [{ customerInsightsBase: 1, interactedPeopleT1: 8 }, 50_000],
    [{ customerInsightsBase: 1, interactedPeopleT2: 11 }, 120_000],
    [{ customerInsightsBase: 1, interactedPeopleT2: 24 }, 250_000],
    [{ customerInsightsBase: 1, interactedPeopleT3: 5 }, 260_000],
  ])("%o gives %i", (bought, people) => {
    expect(owned(bought).interactedPeople).toBe(people);
  });
});

describe("CI-J.interactions.monthly", () => {
  it("gives ten interactions for each person owned, line by line", () => {
    const bought = { customerInsightsBase: 1, interactedPeopleT1: 2 };
    const monthly = lines(bought).filter(({ meter }) => meter === "monthlyInteractions");
    expect(
      monthly.map(({ contribution: { product, quantity, perUnit, amount, rule } }) => ({
        product,
        quantity,
        perUnit,
        amount,
        rule,
      })),
    ).toEqual([
      {
        product: "customerInsightsBase",
        quantity: 1,
        perUnit: 100_000,
        amount: 100_000,
        rule: "CI-J.interactions.monthly",
      },
      {
        product: "interactedPeopleT1",
        quantity: 2,
        perUnit: 50_000,
        amount: 100_000,
        rule: "CI-J.interactions.monthly",
      },
    ]);
  });
});

describe("CI-D.unified.base and CI-D.unified.packs", () => {
  it("gives 500,000 with one base and four packs", () => {
    expect(owned({ customerInsightsBase: 1, unifiedPeopleT1: 4 }).unifiedPeople).toBe(500_000);
    expect(owned({ customerInsightsBase: 1, unifiedPeopleT2: 19 }).unifiedPeople).toBe(2_000_000);
  });
});

describe("CI-J.legacy", () => {
  it("CI-J.legacy.base: 10,000 people each, and nothing of Customer Insights - Data (CI-J.legacy.no-data)", () => {
    expect(owned({ marketingBase: 2 })).toEqual({
      interactedPeople: 20_000,
      monthlyInteractions: 200_000,
      storageDatabase: 0,
      storageFile: 0,
      storageLog: 0,
      installOutbound: 2,
      installJourneys: 0,
    });
  });

  it("CI-J.legacy.no-transfer: old and new are summed, also with basePeopleStacking = once", () => {
    const both = { marketingBase: 2, customerInsightsBase: 2 };
    expect(owned(both).interactedPeople).toBe(40_000);
    expect(owned(both, { policy: { basePeopleStacking: "once" } }).interactedPeople).toBe(20_000);
  });

  it("CI-J.legacy.new-packs: new packs add to the old base", () => {
    expect(owned({ marketingBase: 1, interactedPeopleT1: 1, interactedPeopleT3: 1 }).interactedPeople).toBe(65_000);
  });

  it("CI-J.legacy.contact-packs: the size is in no source, so the line is there with 0 and says so", () => {
    const [line] = lines({ marketingContactsT3: 5 }).filter(({ meter }) => meter === "interactedPeople");
    expect(line?.contribution).toMatchObject({ quantity: 5, perUnit: 0, amount: 0, note: "sizeNotKnown" });
  });

  it("CI-J.legacy.ci-standalone: 100,000 profiles and no interacted people", () => {
    const given = owned({ legacyInsightsBase: 1 });
    expect(given.unifiedPeople).toBe(100_000);
    expect(given.interactedPeople).toBeUndefined();
  });
});

describe("CI-STO.base-once", () => {
  it.each([
    [{ customerInsightsBase: 1 }],
    [{ customerInsightsBase: 3 }],
    [{ customerInsightsBase: 2, customerInsightsAttach: 1 }],
  ])("%o gives the storage of one base", (bought) => {
    expect(owned(bought)).toMatchObject({ storageDatabase: 45_000, storageFile: 60_000, storageLog: 4_000 });
  });

  it("names the licensing guide as the source of the number and gives nothing without a base", () => {
    const [line] = lines({ customerInsightsBase: 2 }).filter(({ meter }) => meter === "storageDatabase");
    expect(line?.contribution).toMatchObject({
      quantity: 2,
      perUnit: 45_000,
      once: true,
      amount: 45_000,
      rule: "CI-STO.base-once",
      source: {
        document: "Dynamics 365 Licensing Guide, July 2026 (read through a public digest)",
        section: "p. 23 and p. 63",
      },
    });
    expect(owned({}).storageDatabase).toBeUndefined();
  });
});

describe("CI-STO.packs", () => {
  it("gives 80 GB database, 110 GB file and 4 GB log with a base, two unified packs and five T3", () => {
    expect(owned({ customerInsightsBase: 1, unifiedPeopleT1: 2, interactedPeopleT3: 5 })).toMatchObject({
      storageDatabase: 80_000,
      storageFile: 110_000,
      storageLog: 4_000,
    });
  });

  it.each([
    ["floor50k", 2_000],
    ["t3only", 1_000],
    ["prorata", 2_400],
  ] as const)("pools T1 to T3 by interactedPackStorage = %s", (reading, database) => {
    const bought = { interactedPeopleT1: 4, interactedPeopleT2: 5, interactedPeopleT3: 1 };
    const given = owned(bought, { policy: { interactedPackStorage: reading } });
    expect(given).toMatchObject({ storageDatabase: database, storageFile: 2 * database });
  });

  it("puts a whole block on the line that completes it", () => {
    const rows = lines({ interactedPeopleT1: 4, interactedPeopleT2: 4 }).filter(
      ({ meter }) => meter === "storageDatabase",
    );
    expect(rows.map(({ contribution: { product, amount, note } }) => ({ product, amount, note }))).toEqual([
      { product: "interactedPeopleT2", amount: 0, note: "wholeBlocksOnly" },
      { product: "interactedPeopleT1", amount: 1_000, note: "wholeBlocksOnly" },
    ]);
  });
});

describe("CC.storage, CC.routes and CC.voice", () => {
  it("CC.storage.log, CC.storage.file and CC.storage.database: 35 GB database, 220 GB file, 200 GB log and 5,000 routes with 100 Digital", () => {
    expect(owned({ contactCenterDigital: 100 })).toEqual({
      storageDatabase: 35_000,
      storageFile: 220_000,
      storageLog: 200_000,
      recordRoutes: 5_000,
      seatsDigital: 100,
    });
  });

  it("CC.voice.voicebot and CC.voice.call-intelligence: 200,000 and 600,000 minutes and no routes with 100 Voice", () => {
    expect(owned({ contactCenterVoice: 100 })).toEqual({
      storageDatabase: 35_000,
      storageFile: 3_520_000,
      storageLog: 200_000,
      voicebotMinutes: 200_000,
      callIntelligenceMinutes: 600_000,
      seatsVoice: 100,
    });
  });

  it("CC.storage.file: 10 Voice give 370 GB; 5 with both and 5 Digital give 205 GB; both is 35, not 37", () => {
    expect(owned({ contactCenterVoice: 10 }).storageFile).toBe(370_000);
    expect(owned({ contactCenter: 5, contactCenterDigital: 5 }).storageFile).toBe(205_000);
  });

  it("CC.storage.database: the 10 GB come once, whatever the plans; one licence gives 10.25 GB", () => {
    expect(owned({ contactCenterDigital: 1 }).storageDatabase).toBe(10_250);
    expect(owned({ contactCenterDigital: 1, contactCenterVoice: 1 }).storageDatabase).toBe(10_500);
  });

  it("CC.routes and CC.voice: packs of 10,000 routes and 500 minutes", () => {
    expect(owned({ contactCenterDigital: 100, unifiedRouting: 1 }).recordRoutes).toBe(15_000);
    expect(owned({ voicebotMinutes: 3, callIntelligenceMinutes: 2 })).toEqual({
      voicebotMinutes: 1_500,
      callIntelligenceMinutes: 1_000,
    });
  });

  const scenario = {
    customerServiceEnterprise: 10,
    contactCenterDigitalAddOn: 3,
    contactCenterVoiceAddOn: 7,
    customerServicePremium: 1,
  };

  it("CC.scenario1", () => {
    expect(owned(scenario)).toEqual({
      storageDatabase: 12_750,
      storageFile: 306_000,
      storageLog: 22_000,
      recordRoutes: 200,
      voicebotMinutes: 16_000,
      callIntelligenceMinutes: 48_000,
      seatsDigital: 4,
      seatsVoice: 8,
      addOnDigital: 10,
      addOnVoice: 10,
      addOnBoth: 10,
      cases: 1_100_000,
    });
  });

  it("CC.usl.counting: addOnsAccrueDatabase = false leaves out what the add-ons accrue", () => {
    expect(owned(scenario, { policy: { addOnsAccrueDatabase: "false" } })).toMatchObject({
      storageDatabase: 10_250,
      storageFile: 306_000,
      storageLog: 2_000,
    });
  });
});

describe("STO.entitlement.tenant", () => {
  const both = { customerInsightsBase: 1, contactCenterDigital: 100 };

  it("counts the largest default, shows the other with 0, and sums both with tenantDefault = sum", () => {
    expect(owned(both)).toMatchObject({ storageDatabase: 70_000, storageFile: 260_000 });
    expect(owned(both, { policy: { tenantDefault: "sum" } })).toMatchObject({
      storageDatabase: 80_000,
      storageFile: 280_000,
    });
    const database = lines(both).filter(({ meter }) => meter === "storageDatabase");
    expect(database.map(({ contribution: { product, amount, note } }) => [product, amount, note])).toEqual([
      ["customerInsightsBase", 45_000, undefined],
      ["contactCenterDigital", 0, "largerBaseCounts"],
      ["contactCenterDigital", 25_000, undefined],
    ]);
  });

  it("adds 1 GB = 1,000 MB for each capacity add-on", () => {
    expect(owned({ dataverseDatabase: 3, dataverseFile: 2, dataverseLog: 1 })).toEqual({
      storageDatabase: 3_000,
      storageFile: 2_000,
      storageLog: 1_000,
    });
  });
});

describe("CI-J.install", () => {
  it("CI-J.install.outbound: 1 legacy, 2 application add-ons and 1 base give 7", () => {
    const bought = {
      marketingBase: 1,
      marketingApplication: 1,
      marketingSandboxApplication: 1,
      customerInsightsBase: 1,
    };
    expect(owned(bought).installOutbound).toBe(7);
  });

  const mixed = { customerInsightsBase: 2, marketingBase: 1, marketingApplication: 1, legacyInsightsBase: 1 };

  it("CI-J.install.limit: counted until 2024-06-29", () => {
    expect(owned(mixed, { asOf: "2024-06-29T23:59:59Z" })).toMatchObject({ installJourneys: 10, installData: 12 });
  });

  it("CI-J.install.limit: lifted from 2024-06-30, inclusive", () => {
    const rows = lines(mixed, { asOf: "2024-06-30T00:00:00Z" }).filter(({ meter }) => meter === "installJourneys");
    expect(rows.map(({ contribution: { amount, note } }) => [amount, note])).toEqual([
      [0, "unlimited"],
      [0, "unlimited"],
      [0, "unlimited"],
    ]);
  });
});

describe("CI-J.trial.limits", () => {
  it("keeps a trial's quota apart and gives one environment for each trial subscription", () => {
    const rows = lines({ customerInsightsBase: 1 }, { trial: true });
    expect(owned({ customerInsightsBase: 1 }, { trial: true })).toEqual({
      ...Object.fromEntries(Object.keys(base).map((meter) => [meter, 0])),
      trialEnvironments: 1,
    });
    expect(rows.find(({ meter }) => meter === "interactedPeople")?.contribution).toMatchObject({
      quantity: 1,
      perUnit: 10_000,
      amount: 0,
      trial: true,
      note: "trialNotCounted",
    });
  });

  it("does not take the thousands of units of a free trial for so many licences", () => {
    expect(owned({ customerInsightsTrial: 10_000 }, { trial: true })).toEqual({ trialEnvironments: 1 });
  });

  it("gives a bought licence no trial environment", () => {
    expect(owned({ customerInsightsBase: 1 }).trialEnvironments).toBeUndefined();
  });
});
