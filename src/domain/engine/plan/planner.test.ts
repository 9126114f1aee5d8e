import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, packageOf, runId } from "../../../../test/fixtures/fakeTenant.fixture";
import {
  add,
  changeOf,
  drop,
  known,
  ownedAfter,
  planned,
  reportOf,
  snapshotOf,
  usedAfter,
  withReport,
} from "../../../../test/fixtures/plans.fixture";
import { assemble, defaultSettings, planner, type MeterId } from "../..";

const serviceDesk = () => snapshotOf(fakeTenant().withSku("customerServiceEnterprise", 10));

const scenario1 = [
  add("contactCenterDigitalAddOn", 3),
  add("contactCenterVoiceAddOn", 7),
  add("customerServicePremium", 1),
];

describe("CC.scenario1", () => {
  it("costs 945 USD a month and 11,340 a year, on top of what is there", () => {
    const { change } = planned(serviceDesk(), ...scenario1).cost;
    expect(change).toEqual({ cents: 94_500, currency: "USD", complete: true, missing: [] });
    expect(12 * change.cents).toBe(1_134_000);
  });

  it("brings eleven licences' allotments", () => {
    const result = planned(serviceDesk(), ...scenario1);
    const owned = (...meters: readonly MeterId[]) => meters.map((meter) => ownedAfter(result, meter));
    expect(owned("storageDatabase", "storageFile", "storageLog")).toEqual([12_750, 306_000, 22_000]);
    expect(owned("recordRoutes", "voicebotMinutes", "callIntelligenceMinutes")).toEqual([200, 16_000, 48_000]);
    expect(owned("seatsDigital", "seatsVoice")).toEqual([4, 8]);
    expect(result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("CC.addon.max", () => {
  it("finds the eleventh add-on and lets it go with it", () => {
    const over = planned(serviceDesk(), add("contactCenterVoiceAddOn", 11));
    expect(over.appear.map(({ id, facts }) => [id, facts["over"]])).toContainEqual([
      expect.stringContaining("addOnVoice"),
      1,
    ]);
    const enough = planned(serviceDesk(), add("contactCenterVoiceAddOn", 10));
    expect(enough.findings.filter(({ kind }) => kind === "addOnMaximum")).toEqual([]);
  });
});

describe("a plan without changes", () => {
  it("is today", () => {
    const snapshot = snapshotOf(
      fakeTenant()
        .withSku("customerInsightsAttach", { units: { enabled: 1, warning: 1 } })
        .withSku(["f0000000-0000-4000-8000-000000000001", "CONTOSO_DYN365"], 3)
        .withEnvironment("a", { database: 90_000, file: 1, log: 1 })
        .withEnvironment("b", { refused: "forbidden" })
        .withImport("a", "interactedPeople", 25_000),
    );
    const { meters, after, findings, appear, go, cost } = planned(snapshot);
    expect(after).toEqual(snapshot.meters);
    expect(findings).toEqual(snapshot.findings);
    expect(findings.length).toBeGreaterThan(3);
    expect(meters.map((item) => item.meter)).toEqual(snapshot.meters.map(({ meter }) => meter));
    expect(meters.every(({ before, after: same }) => JSON.stringify(before) === JSON.stringify(same))).toBe(true);
    expect({ appear, go }).toEqual({ appear: [], go: [] });
    expect(cost.after).toEqual(cost.before);
    expect(cost.change).toEqual({ cents: 0, currency: "USD", complete: true, missing: [] });
  });

  it("leaves out a meter that the snapshot does not tell", () => {
    const snapshot = serviceDesk();
    const older = { ...snapshot, meters: snapshot.meters.filter(({ meter }) => meter !== "cases") };
    const result = planned(older);
    expect(result.meters.map(({ meter }) => meter)).toEqual(older.meters.map(({ meter }) => meter));
    expect(reportOf(result.after, "cases")).toMatchObject({
      used: { kind: "unknown", reason: { code: "sourceNotRead" } },
      coverage: { read: 0, total: 0, missing: [] },
      switches: [],
    });
  });
});

describe("a planner", () => {
  it("plans each time upon the same snapshot", () => {
    const plan = planner(serviceDesk());
    const first = plan(scenario1);
    expect(plan([add("customerServicePremium")])).not.toEqual(first);
    expect(plan(scenario1)).toEqual(first);
  });
});

describe("findings", () => {
  const tenant = fakeTenant()
    .withSku("customerInsightsAttach")
    .withSku(["f0000000-0000-4000-8000-000000000001", "CONTOSO_DYN365"], 3)
    .withEnvironment("a", { database: 5, file: 1, log: 1 })
    .withImport("a", "interactedPeople", 12_000);

  it("go with what they found, and others appear; what only a reading can change stays", () => {
    const snapshot = snapshotOf(tenant);
    const result = planned(snapshot, add("interactedPeopleT1", 1), drop("customerInsightsAttach"));
    expect(planned(snapshot, add("interactedPeopleT1", 1)).go.map(({ id }) => id)).toContain(
      "overQuota:interactedPeople",
    );
    expect(result.appear.map(({ id }) => id)).toContain("overQuota:storageDatabase");
    expect(result.findings.filter(({ kind }) => kind === "unknownSku")).toEqual(
      snapshot.findings.filter(({ kind }) => kind === "unknownSku"),
    );
    expect(result.findings.map(({ id }) => id)).toEqual([...new Set(result.findings.map(({ id }) => id))]);
  });

  it("tell the new figures where they stay", () => {
    const result = planned(snapshotOf(tenant), {
      ...{ kind: "campaign", segment: 500, messages: 1, alreadyInteracted: 0 },
    });
    const [before] = snapshotOf(tenant).findings.filter(({ id }) => id === "overQuota:interactedPeople");
    const [after] = result.findings.filter(({ id }) => id === "overQuota:interactedPeople");
    expect([before?.facts["over"], after?.facts["over"]]).toEqual([2_000, 2_500]);
    expect([...result.appear, ...result.go].map(({ id }) => id)).not.toContain("overQuota:interactedPeople");
  });

  it("stay acknowledged to the end of their day, and not after it", () => {
    const acknowledged = { reason: "known", until: "2026-12-31", by: "ada@contoso.com", at: asOf };
    const settings = {
      acknowledgements: [{ findingId: "overQuota:interactedPeople", ...acknowledged }],
    };
    const snapshot = snapshotOf(tenant, settings);
    const on = (day: string) =>
      planned(snapshot, { kind: "date", asOf: `${day}T12:00:00Z` }).findings.find(
        ({ id }) => id === "overQuota:interactedPeople",
      );
    expect(planned(snapshot).findings).toEqual(snapshot.findings);
    expect(on("2026-12-31")?.acknowledged).toEqual(acknowledged);
    expect(on("2027-01-01")).toBeDefined();
    expect(on("2027-01-01")?.acknowledged).toBeUndefined();
  });

  it("name the environments that hold an installation without a right", () => {
    const installed = fakeTenant()
      .withSku("marketingBase")
      .withEnvironment("a", { packages: [packageOf("msdyn_CustomerInsightsAnchor")] })
      .withEnvironment("b");
    const snapshot = snapshotOf(installed);
    expect(planned(snapshot).findings).toEqual(snapshot.findings);
    expect(planned(snapshot, add("customerInsightsBase")).findings.map(({ kind }) => kind)).not.toContain(
      "dataWithoutRight",
    );
  });
});

describe("CI-J.fair-use", () => {
  const snapshot = snapshotOf(fakeTenant());
  const limitsFound = (...sizes: readonly (readonly [segment: number, messages: number])[]) =>
    planned(
      snapshot,
      ...sizes.map(([segment, messages]) => ({ kind: "campaign" as const, segment, messages, alreadyInteracted: 0 })),
    ).appear.filter(({ kind }) => kind === "serviceLimitExceeded");

  it("bears 10,000,000 members of a segment and not one more", () => {
    expect(limitsFound([10_000_000, 1])).toEqual([]);
    expect(limitsFound([10_000_001, 1], [5, 1])).toMatchObject([
      {
        id: "serviceLimitExceeded:plan:segmentMembers",
        kind: "serviceLimitExceeded",
        severity: "error",
        rule: "CI-J.fair-use",
        subjects: [{ type: "meter", id: "interactedPeople", name: "interactedPeople" }],
        facts: { limit: "segmentMembers", amount: 10_000_000, used: 10_000_001, over: 1 },
      },
    ]);
  });

  it("bears 300,000,000 messages of a campaign and not one more", () => {
    expect(limitsFound([10_000_000, 30], [10_000_000, 30])).toEqual([]);
    expect(limitsFound([9_677_420, 31])).toMatchObject([
      {
        id: "serviceLimitExceeded:plan:interactionsPerMonth",
        subjects: [{ id: "monthlyInteractions" }],
        facts: { limit: "interactionsPerMonth", amount: 300_000_000, used: 300_000_020, over: 20 },
      },
    ]);
  });
});

describe("CI-J.throughput", () => {
  const campaign = (segment: number, messages: number) =>
    ({ kind: "campaign", segment, messages, alreadyInteracted: 0 }) as const;
  const rated = (value: number) => withReport(snapshotOf(fakeTenant()), "throughput", { owned: known(value) });

  it("sends 280,000 messages in 2 hours, and the two journeys of the example in 4", () => {
    const snapshot = snapshotOf(fakeTenant().withSku("customerInsightsAttach"));
    expect(planned(snapshot, campaign(280_000, 1)).sendingHours).toBe(2);
    expect(planned(snapshot, campaign(140_000, 2), campaign(280_000, 1)).sendingHours).toBe(4);
  });

  it("rounds up to tenths of an hour", () => {
    const snapshot = snapshotOf(fakeTenant().withSku("customerInsightsAttach"));
    expect(planned(snapshot, campaign(14_000, 1)).sendingHours).toBe(0.1);
    expect(planned(snapshot, campaign(14_001, 1)).sendingHours).toBe(0.2);
    expect(planned(snapshot, campaign(1, 1)).sendingHours).toBe(0.1);
  });

  it("takes the rate after the change", () => {
    const snapshot = snapshotOf(fakeTenant().withSku("customerInsightsAttach"));
    expect(planned(snapshot, campaign(500_000, 1), add("sendingBurst")).sendingHours).toBe(1);
  });

  it("tells nothing without a campaign or without a rate", () => {
    expect(planned(rated(140_000))).not.toHaveProperty("sendingHours");
    expect(planned(snapshotOf(fakeTenant()), campaign(10, 1))).not.toHaveProperty("sendingHours");
    const untold = fakeTenant().withSku("customerInsightsAttach").without("subscribedSkus", "forbidden");
    expect(planned(snapshotOf(untold), campaign(10, 1))).not.toHaveProperty("sendingHours");
  });
});

describe("dated rules", () => {
  it("hold on the day of the plan", () => {
    const facts = fakeTenant().withSku("marketingBase").facts();
    const early = assemble(facts, defaultSettings, { id: runId, asOf: "2024-06-01T00:00:00Z" });
    const limit = (day: string) =>
      ownedAfter(planned(early, { kind: "date", asOf: `${day}T00:00:00Z` }), "installJourneys");
    expect(changeOf(planned(early), "installJourneys").before.owned).toMatchObject({ value: 1 });
    expect([limit("2024-06-29"), limit("2024-06-30")]).toEqual([1, "unlimited"]);
  });
});

describe("used effects", () => {
  it("move with the campaign", () => {
    const base = snapshotOf(
      fakeTenant().withSku("customerInsightsAttach").withEnvironment("a").withImport("a", "interactedPeople", 900),
    );
    const effect = {
      name: "deletedRecords",
      value: "count",
      others: [{ value: "ignore", used: 700 }, { value: "later" }],
    };
    const owning = reportOf(base.meters, "interactedPeople").switches;
    const snapshot = withReport(base, "interactedPeople", { switches: [...owning, effect] });
    const result = planned(snapshot, { kind: "campaign", segment: 100, messages: 1, alreadyInteracted: 40 });
    expect(usedAfter(result, "interactedPeople")).toBe(960);
    expect(reportOf(result.after, "interactedPeople").switches).toEqual([
      ...owning,
      { ...effect, others: [{ value: "ignore", used: 760 }, { value: "later" }] },
    ]);
    expect(reportOf(planned(snapshot).after, "interactedPeople").switches).toEqual([...owning, effect]);
  });
});
