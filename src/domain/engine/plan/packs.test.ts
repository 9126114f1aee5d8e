import { describe, expect, it } from "vitest";
import { fakeTenant, packageOf, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import {
  add,
  changeOf,
  known,
  packSize,
  planned,
  priceOverride,
  reportOf,
  snapshotOf,
  withReport,
} from "../../../../test/fixtures/plans.fixture";
import type { MeterId, Override, PackAdvice, Snapshot } from "../..";

const using = (tenant: FakeTenant, meter: MeterId, value: number, overrides: readonly Override[] = []) =>
  withReport(snapshotOf(tenant.withEnvironment("a"), { overrides }), meter, {
    used: known(value),
    coverage: { read: 1, total: 1, missing: [] },
  });

const adviceFor = (snapshot: Snapshot, meter: MeterId, ...bought: readonly (readonly [string, number])[]) =>
  planned(snapshot, ...bought.map(([product, quantity]) => add(product, quantity))).packs.find(
    (item) => item.meter === meter,
  );

const packsOf = (advice: PackAdvice | undefined) => advice?.packs.map(({ product, quantity }) => [product, quantity]);

const oneBase = () => fakeTenant().withSku("customerInsightsAttach");
const people = (need: number, ...bought: readonly (readonly [string, number])[]) =>
  packsOf(adviceFor(using(oneBase(), "interactedPeople", need), "interactedPeople", ...bought));
const profiles = (need: number, ...bought: readonly (readonly [string, number])[]) =>
  packsOf(adviceFor(using(oneBase(), "unifiedPeople", need), "unifiedPeople", ...bought));

describe("CI-J.interacted-people.packs", () => {
  it.each([
    [10_001, "interactedPeopleT1", 1],
    [15_000, "interactedPeopleT1", 1],
    [15_001, "interactedPeopleT1", 2],
    [30_000, "interactedPeopleT1", 4],
    [50_000, "interactedPeopleT1", 8],
    [50_001, "interactedPeopleT2", 5],
    [120_000, "interactedPeopleT2", 11],
    [250_000, "interactedPeopleT2", 24],
    [250_001, "interactedPeopleT3", 5],
    [255_000, "interactedPeopleT3", 5],
    [260_001, "interactedPeopleT3", 6],
    [1_000_000_010_000, "interactedPeopleT3", 20_000_000],
  ])("a need of %d asks for %s, %d of them", (need, product, quantity) => {
    expect(people(need)).toEqual([[product, quantity]]);
  });

  it("tells everything of an advice", () => {
    expect(adviceFor(using(oneBase(), "interactedPeople", 255_000), "interactedPeople")).toEqual({
      meter: "interactedPeople",
      lacking: 245_000,
      packs: [
        { product: "interactedPeopleT3", productName: "Customer Insights Interacted People T3 (50,000)", quantity: 5 },
      ],
      owned: 260_000,
      cost: { cents: 0, currency: "USD", complete: false, missing: ["interactedPeopleT3"] },
      rule: "CI-J.interacted-people.packs",
    });
  });

  it("says nothing to what is not over", () => {
    expect(people(10_000)).toBeUndefined();
  });

  it("counts packs that are there towards the range of a tier", () => {
    expect(people(60_000, ["interactedPeopleT1", 4])).toEqual([["interactedPeopleT2", 4]]);
    expect(people(50_000, ["interactedPeopleT1", 4])).toEqual([["interactedPeopleT1", 4]]);
    expect(people(50_001, ["interactedPeopleT1", 4])).toEqual([["interactedPeopleT2", 4]]);
    expect(people(115_000, ["interactedPeopleT2", 10])).toEqual([["interactedPeopleT2", 1]]);
    expect(people(80_000, ["interactedPeopleT1", 4], ["interactedPeopleT2", 2])).toEqual([["interactedPeopleT2", 3]]);
    expect(people(240_001, ["interactedPeopleT2", 23])).toEqual([["interactedPeopleT2", 1]]);
    expect(people(250_001, ["interactedPeopleT2", 24])).toEqual([["interactedPeopleT3", 5]]);
    expect(people(310_001, ["interactedPeopleT3", 6])).toEqual([["interactedPeopleT3", 1]]);
    expect(people(111_000, ["interactedPeopleT3", 2])).toEqual([["interactedPeopleT2", 4]]);
  });

  it("goes by price when every price is known", () => {
    const prices = (t1: number, t2: number, t3: number) => [
      priceOverride("interactedPeopleT1", t1),
      priceOverride("interactedPeopleT2", t2),
      priceOverride("interactedPeopleT3", t3),
    ];
    const cheapest = (overrides: readonly Override[]) =>
      adviceFor(using(oneBase(), "interactedPeople", 50_000, overrides), "interactedPeople");
    expect(packsOf(cheapest(prices(100, 199, 300)))).toEqual([["interactedPeopleT2", 4]]);
    expect(packsOf(cheapest(prices(100, 200, 161)))).toEqual([["interactedPeopleT1", 8]]);
    expect(packsOf(cheapest(prices(100, 200, 159)))).toEqual([["interactedPeopleT3", 5]]);
    expect(packsOf(cheapest(prices(100, 199, 300).slice(0, 2)))).toEqual([["interactedPeopleT1", 8]]);
    expect(cheapest(prices(100, 199, 300))?.cost).toMatchObject({ cents: 796, currency: "USD", complete: true });
  });

  it("takes the customer's pack size", () => {
    const size = [packSize("interactedPeopleT1", "interactedPeople", 6_000)];
    const advice = adviceFor(using(oneBase(), "interactedPeople", 58_000, size), "interactedPeople");
    expect([packsOf(advice), advice?.owned]).toEqual([[["interactedPeopleT1", 8]], 58_000]);
  });

  it("does not count trials", () => {
    const trial = oneBase().withSku("interactedPeopleT3", { enabled: 5, trial: true });
    const advice = adviceFor(using(trial, "interactedPeople", 30_000), "interactedPeople");
    expect(packsOf(advice)).toEqual([["interactedPeopleT1", 4]]);
  });
});

describe("CI-J.interactions.monthly", () => {
  it("is raised by people packs alone", () => {
    const advice = adviceFor(using(oneBase(), "monthlyInteractions", 260_000), "monthlyInteractions");
    expect(advice).toMatchObject({ lacking: 160_000, owned: 300_000, rule: "CI-J.interactions.monthly" });
    expect(packsOf(advice)).toEqual([["interactedPeopleT1", 4]]);
    expect(packsOf(adviceFor(using(oneBase(), "monthlyInteractions", 500_001), "monthlyInteractions"))).toEqual([
      ["interactedPeopleT2", 5],
    ]);
  });
});

describe("people packs for people and interactions", () => {
  const both = (interacted: number, interactions: number) => {
    const snapshot = withReport(using(oneBase(), "interactedPeople", interacted), "monthlyInteractions", {
      used: known(interactions),
      coverage: { read: 1, total: 1, missing: [] },
    });
    return planned(snapshot).packs.map((advice) => [advice.meter, advice.lacking, packsOf(advice)]);
  };

  it.each([
    [10_001, 100_001, "interactedPeople", 1, ["interactedPeopleT1", 1]],
    [30_000, 299_990, "interactedPeople", 20_000, ["interactedPeopleT1", 4]],
    [15_001, 150_000, "interactedPeople", 5_001, ["interactedPeopleT1", 2]],
    [15_000, 150_001, "monthlyInteractions", 50_001, ["interactedPeopleT1", 2]],
    [10_001, 500_001, "monthlyInteractions", 400_001, ["interactedPeopleT2", 5]],
    [10_001, 100_000, "interactedPeople", 1, ["interactedPeopleT1", 1]],
    [10_000, 100_001, "monthlyInteractions", 1, ["interactedPeopleT1", 1]],
  ] as const)("%d people and %d interactions are bought for once, for %s", (people, interactions, ...advice) => {
    const [meter, lacking, packs] = advice;
    expect(both(people, interactions)).toEqual([[meter, lacking, [packs]]]);
  });

  it("leaves a need apart that these packs do not serve", () => {
    const snapshot = withReport(using(oneBase(), "interactedPeople", 10_001), "unifiedPeople", {
      used: known(100_001),
      coverage: { read: 1, total: 1, missing: [] },
    });
    expect(planned(snapshot).packs.map(({ meter }) => meter)).toEqual(["interactedPeople", "unifiedPeople"]);
  });
});

describe("CI-D.unified.packs", () => {
  it.each([
    [100_001, "unifiedPeopleT1", 1],
    [500_000, "unifiedPeopleT1", 4],
    [500_001, "unifiedPeopleT2", 5],
    [650_000, "unifiedPeopleT2", 6],
    [2_000_000, "unifiedPeopleT2", 19],
    [2_000_001, "unifiedPeopleT3", 20],
  ])("a need of %d asks for %s, %d of them", (need, product, quantity) => {
    expect(profiles(need)).toEqual([[product, quantity]]);
  });

  it("fills a tier's minimum with what is there", () => {
    expect(profiles(500_001, ["unifiedPeopleT1", 4])).toEqual([["unifiedPeopleT2", 4]]);
    expect(profiles(500_001, ["unifiedPeopleT2", 4])).toEqual([["unifiedPeopleT2", 1]]);
    expect(adviceFor(using(oneBase(), "unifiedPeople", 650_000), "unifiedPeople")?.rule).toBe("CI-D.unified.packs");
  });
});

describe("CC.routes", () => {
  it("one pack covers 5,001 routes of 100 Digital licences", () => {
    const routes = (used: number) =>
      adviceFor(using(fakeTenant().withSku("contactCenterDigital", 100), "recordRoutes", used), "recordRoutes");
    expect(routes(5_000)).toBeUndefined();
    expect(routes(5_001)).toMatchObject({ lacking: 1, owned: 15_000, rule: "CC.routes" });
    expect(packsOf(routes(5_001))).toEqual([["unifiedRouting", 1]]);
    expect(packsOf(routes(15_000))).toEqual([["unifiedRouting", 1]]);
    expect(packsOf(routes(15_001))).toEqual([["unifiedRouting", 2]]);
  });
});

describe.each([
  ["CC.voice.voicebot", "voicebotMinutes", 200_000],
  ["CC.voice.call-intelligence", "callIntelligenceMinutes", 600_000],
] as const)("%s", (rule, meter, included) => {
  it.each([
    [1, 1],
    [500, 1],
    [501, 2],
  ])("%d minutes more than included are %d increments", (more, quantity) => {
    const voice = using(fakeTenant().withSku("contactCenterVoice", 100), meter, included + more);
    const advice = adviceFor(voice, meter);
    expect(advice).toMatchObject({ rule, lacking: more, owned: included + 500 * quantity });
    expect(packsOf(advice)).toEqual([[meter, quantity]]);
  });
});

describe("CC.storage.more", () => {
  const stored = (database: number, file: number, log: number, overrides: readonly Override[] = []) =>
    planned(
      snapshotOf(
        fakeTenant()
          .withSku("dataverseDatabase", 10)
          .withSku("dataverseFile", 10)
          .withSku("dataverseLog", 10)
          .withEnvironment("a", { database, file, log }),
        { overrides },
      ),
    ).packs.map(({ meter, lacking, owned, packs }) => [
      meter,
      lacking,
      owned,
      ...packs.map(({ quantity }) => quantity),
    ]);

  it.each([
    ["a megabyte is a whole add-on", [10_001, 0, 0], [["storageDatabase", 1, 11_000, 1]]],
    ["a gigabyte is one", [11_000, 0, 0], [["storageDatabase", 1_000, 11_000, 1]]],
    ["a megabyte more is two", [11_001, 0, 0], [["storageDatabase", 1_001, 12_000, 2]]],
    ["what sisters lend is not lacking", [5_000, 16_000, 10_000], [["storageFile", 1_000, 11_000, 1]]],
    ["what is covered lacks nothing", [5_000, 15_000, 10_000], []],
    ["what a database add-on leaves over serves the log", [10_500, 0, 10_400], [["storageDatabase", 500, 11_000, 1]]],
    [
      "and only that much",
      [10_500, 0, 10_501],
      [
        ["storageDatabase", 500, 11_000, 1],
        ["storageLog", 1, 11_000, 1],
      ],
    ],
    [
      "what database and log add-ons leave over serves the file",
      [10_500, 10_999, 10_501],
      [
        ["storageDatabase", 500, 11_000, 1],
        ["storageLog", 1, 11_000, 1],
      ],
    ],
    [
      "to the last megabyte",
      [10_500, 11_000, 10_501],
      [
        ["storageDatabase", 500, 11_000, 1],
        ["storageFile", 1, 11_000, 1],
        ["storageLog", 1, 11_000, 1],
      ],
    ],
    [
      "the log takes from the database add-on before the file does",
      [10_500, 10_101, 10_400],
      [
        ["storageDatabase", 500, 11_000, 1],
        ["storageFile", 1, 11_000, 1],
      ],
    ],
  ] as const)("%s", (_case, [database, file, log], expected) => {
    expect(stored(database, file, log)).toEqual(expected);
  });

  it("takes no add-on for one that gives nothing", () => {
    const sizes = [packSize("dataverseDatabase", "storageDatabase", 0)];
    expect(stored(500, 0, 10_200, sizes)).toEqual([
      ["storageDatabase", 500, 0],
      ["storageLog", 200, 11_000, 1],
    ]);
  });

  it("names rule and product of each pool", () => {
    const tenant = fakeTenant().withEnvironment("a", { database: 5, file: 2_000, log: 2_000 });
    expect(
      planned(snapshotOf(tenant)).packs.map(({ packs, rule }) => [packsOf({ packs } as PackAdvice), rule]),
    ).toEqual([
      [[["dataverseDatabase", 1]], "CC.storage.more"],
      [[["dataverseFile", 2]], "CC.storage.more"],
      [[["dataverseLog", 2]], "CC.storage.more"],
    ]);
  });
});

describe("CSI.balance", () => {
  const insights = (required: number, overrides: readonly Override[] = []) =>
    adviceFor(using(fakeTenant().withSku("customerServiceEnterprise", 10), "cases", required, overrides), "cases");

  it("asks for users of 100,000 cases while nobody told the size of an add-on", () => {
    expect(insights(1_200_000)).toMatchObject({ lacking: 200_000, owned: 1_200_000, rule: "CSI.balance" });
    expect(packsOf(insights(1_200_000))).toEqual([["serviceInsights", 2]]);
    expect(packsOf(insights(1_200_001))).toEqual([["serviceInsights", 3]]);
  });

  it("takes whichever is fewer", () => {
    const size = (amount: number) => [packSize("serviceInsightsCases", "cases", amount)];
    expect(packsOf(insights(1_200_000, size(200_000)))).toEqual([["serviceInsightsCases", 1]]);
    expect(packsOf(insights(1_200_000, size(150_000)))).toEqual([["serviceInsights", 2]]);
    expect(packsOf(insights(1_200_000, size(50_000)))).toEqual([["serviceInsights", 2]]);
  });

  it("goes by price when both prices are known", () => {
    const overrides = [
      packSize("serviceInsightsCases", "cases", 50_000),
      priceOverride("serviceInsightsCases", 10),
      priceOverride("serviceInsights", 100),
    ];
    expect(insights(1_200_000, overrides)).toMatchObject({
      packs: [{ product: "serviceInsightsCases", quantity: 4 }],
      cost: { cents: 40, complete: true },
    });
  });
});

describe("Contact Center licences", () => {
  const seats = (
    meter: "seatsDigital" | "seatsVoice",
    service: number,
    used: number,
    ...bought: readonly (readonly [string, number])[]
  ) =>
    packsOf(
      adviceFor(using(fakeTenant().withSku("customerServiceEnterprise", service), meter, used), meter, ...bought),
    );

  it("are add-ons where Customer Service Enterprise has room for them, else plans of their own", () => {
    expect(seats("seatsDigital", 5, 5)).toEqual([["contactCenterDigitalAddOn", 5]]);
    expect(seats("seatsDigital", 5, 6)).toEqual([["contactCenterDigital", 6]]);
    expect(seats("seatsDigital", 5, 5, ["contactCenterDigitalAddOn", 1])).toEqual([["contactCenterDigitalAddOn", 4]]);
    expect(seats("seatsVoice", 5, 5)).toEqual([["contactCenterVoiceAddOn", 5]]);
    expect(seats("seatsVoice", 5, 6)).toEqual([["contactCenterVoice", 6]]);
  });

  it("need Customer Service Enterprise for every add-on", () => {
    const over = (product: string) =>
      planned(snapshotOf(fakeTenant().withSku("customerServiceEnterprise", 10)), add(product, 12)).packs.map(
        ({ meter, lacking, owned, rule, packs }) => [
          meter,
          lacking,
          owned,
          rule,
          ...packs.map(({ product: name, quantity }) => `${quantity} ${name}`),
        ],
      );
    const buy = "2 customerServiceEnterprise";
    expect(over("contactCenterDigitalAddOn")).toEqual([["addOnDigital", 2, 12, "CC.addon.max", buy]]);
    expect(over("contactCenterVoiceAddOn")).toEqual([["addOnVoice", 2, 12, "CC.addon.max", buy]]);
    expect(over("contactCenterAddOn")).toEqual([["addOnBoth", 2, 12, "CC.addon.max", buy]]);
  });
});

describe("Copilot Studio", () => {
  it("sells messages by 25,000, and sessions in no size that anybody tells", () => {
    const messages = adviceFor(using(fakeTenant(), "copilotMessages", 25_001), "copilotMessages");
    expect([packsOf(messages), messages?.rule]).toEqual([[["copilotStudio", 2]], "CC.routes.copilot-studio"]);
    const sessions = using(fakeTenant(), "copilotSessions", 10);
    expect(adviceFor(sessions, "copilotSessions")).toMatchObject({ packs: [], rule: "CC.pva.exclusive" });
    const sized = using(fakeTenant(), "copilotSessions", 2_001, [
      packSize("powerVirtualAgents", "copilotSessions", 2_000),
    ]);
    expect(packsOf(adviceFor(sized, "copilotSessions"))).toEqual([["powerVirtualAgents", 2]]);
  });
});

describe("CI-J.install.outbound", () => {
  it("has no slots for sale", () => {
    const snapshot = snapshotOf(
      fakeTenant().withEnvironment("a", { solutions: [{ uniqueName: "MicrosoftDynamics_Marketing", version: "1.0" }] }),
    );
    expect(planned(snapshot).packs).toEqual([
      {
        ...{ meter: "installOutbound", lacking: 1, packs: [], owned: 0 },
        cost: { cents: 0, currency: "USD", complete: true, missing: [] },
        rule: reportOf(snapshot.meters, "installOutbound").rule,
      },
    ]);
  });

  it("says so of trial environments too", () => {
    const tenant = fakeTenant().withEnvironment("t", {
      ...{ type: "trial", packages: [packageOf("MicrosoftDynamics_MktPlaceholder2AnchorSolution")] },
    });
    expect(planned(snapshotOf(tenant)).packs).toMatchObject([{ meter: "trialEnvironments", packs: [] }]);
  });
});

describe("what was advised", () => {
  it("covers the meter when it is bought", () => {
    const snapshot = using(oneBase(), "interactedPeople", 120_000);
    const [advice] = planned(snapshot).packs;
    const bought = planned(snapshot, ...advice!.packs.map(({ product, quantity }) => add(product, quantity)));
    expect(changeOf(bought, "interactedPeople").after).toMatchObject({ owned: { value: advice!.owned }, over: 0 });
  });
});
