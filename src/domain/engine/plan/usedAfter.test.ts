import { describe, expect, it } from "vitest";
import { asOf, fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import {
  changeOf,
  known,
  planned,
  reportOf,
  snapshotOf,
  usedAfter,
  withReport,
  withoutForecast,
} from "../../../../test/fixtures/plans.fixture";
import type { Change, EnvironmentType, Forecast, MeterId, MonthAhead, Policy, Snapshot } from "../..";

const unknown = { kind: "unknown", reason: { code: "noReading" } } as const;
const oneRead = { read: 1, total: 1, missing: [] };
const on = (instant: string): Change => ({ kind: "date", asOf: instant });

const tenant = () =>
  fakeTenant()
    .withSku("customerInsightsAttach")
    .withEnvironment("a", { database: 100, file: 200, log: 300 })
    .withImport("a", "interactedPeople", 8_000)
    .withImport("a", "monthlyInteractions", 40_000);

describe("a campaign", () => {
  const campaign: Change = { kind: "campaign", segment: 3_000, messages: 4, alreadyInteracted: 500 };

  it("adds the people who are new and every message", () => {
    const result = planned(snapshotOf(tenant()), campaign);
    expect(changeOf(result, "interactedPeople")).toEqual({
      meter: "interactedPeople",
      before: { owned: expect.anything() as unknown, used: { ...known(8_000) }, status: "ok", over: 0 },
      after: {
        owned: expect.anything() as unknown,
        used: { ...known(10_500), confidence: "estimated" },
        ...{ status: "over", over: 500 },
      },
    });
    expect(usedAfter(result, "monthlyInteractions")).toBe(52_000);
    expect(usedAfter(result, "unifiedPeople")).toBe("unknown");
    expect(reportOf(result.after, "interactedPeople").coverage).toEqual(oneRead);
  });

  it("adds to what the one before added", () => {
    const result = planned(snapshotOf(tenant()), campaign, campaign);
    expect([usedAfter(result, "interactedPeople"), usedAfter(result, "monthlyInteractions")]).toEqual([13_000, 64_000]);
  });

  it("leaves people as they are when all of them count already", () => {
    const result = planned(snapshotOf(tenant()), { ...campaign, alreadyInteracted: 3_000 });
    expect(changeOf(result, "interactedPeople").after.used).toEqual(known(8_000));
  });

  it("cannot say what unknown use becomes", () => {
    const untold = snapshotOf(fakeTenant().withSku("customerInsightsAttach").withEnvironment("a"));
    const result = planned(untold, campaign);
    expect(changeOf(result, "interactedPeople").after.used).toEqual(changeOf(result, "interactedPeople").before.used);
    expect(usedAfter(result, "interactedPeople")).toBe("unknown");
  });
});

describe("an environment", () => {
  const environment = (
    type: EnvironmentType,
    installs: Extract<Change, { kind: "environment" }>["installs"] = [],
  ): Change => ({
    ...{ kind: "environment", type, database: 4_000, file: 5_000, log: 6_000, installs },
  });
  const storage = (type: EnvironmentType) => {
    const result = planned(snapshotOf(tenant()), environment(type));
    return (["storageDatabase", "storageFile", "storageLog"] as const).map((meter) => usedAfter(result, meter));
  };

  it.each([
    ["production", [4_100, 5_200, 6_300]],
    ["sandbox", [4_100, 5_200, 6_300]],
    ["other", [4_100, 5_200, 6_300]],
    ["default", [1_100, 2_200, 5_300]],
    ["teams", [100, 200, 300]],
    ["trial", [100, 200, 300]],
    ["preview", [100, 200, 300]],
    ["support", [100, 200, 300]],
    ["developer", [100, 200, 300]],
  ] as const)("STO.env.excluded, STO.env.default: of type %s", (type, expected) => {
    expect(storage(type)).toEqual(expected);
  });

  it("stands behind the figures that it adds to", () => {
    const result = planned(snapshotOf(tenant()), environment("production", ["installData"]));
    const coverage = (meter: MeterId) => reportOf(result.after, meter).coverage;
    expect([coverage("storageFile"), coverage("installData")]).toEqual([
      { read: 2, total: 2, missing: [] },
      { read: 2, total: 2, missing: [] },
    ]);
    expect([coverage("interactedPeople"), coverage("installOutbound")]).toEqual([oneRead, oneRead]);
    expect(changeOf(result, "storageFile").after.used).toMatchObject({ confidence: "estimated", asOf });
    const excluded = planned(snapshotOf(tenant()), environment("developer"));
    expect(changeOf(excluded, "storageFile").after.used).toMatchObject({ confidence: "measured", value: 200 });
  });

  const slots = (type: EnvironmentType, ...installs: Extract<Change, { kind: "environment" }>["installs"]) => {
    const result = planned(snapshotOf(tenant()), environment(type, installs));
    return (["installOutbound", "installJourneys", "installData", "trialEnvironments"] as const).map((meter) =>
      usedAfter(result, meter),
    );
  };

  it("CI-J.install.outbound: takes one slot of each installation", () => {
    expect(slots("production")).toEqual([0, 0, 0, 0]);
    expect(slots("production", "installOutbound", "installData")).toEqual([1, 0, 1, 0]);
    expect(slots("sandbox", "installJourneys", "installJourneys")).toEqual([0, 1, 0, 0]);
  });

  it("CI-J.trial.limits: counts a trial environment against the trial licences instead", () => {
    expect(slots("trial", "installOutbound", "installData")).toEqual([0, 0, 0, 1]);
    expect(slots("trial")).toEqual([0, 0, 0, 0]);
  });

  it("adds nothing to a pool that nobody could read", () => {
    const unread = snapshotOf(fakeTenant().withEnvironment("a"));
    const result = planned(unread, environment("production"));
    expect(usedAfter(result, "storageFile")).toBe("unknown");
    expect(reportOf(result.after, "storageFile").coverage).toEqual(reportOf(unread.meters, "storageFile").coverage);
  });
});

describe("GEN.reset.monthly", () => {
  const plain = () => withoutForecast(snapshotOf(tenant()), "monthlyInteractions");
  const forecast = (expected: number): Forecast => ({
    ...{ method: "runRate", points: 22, levels: [] },
    perDay: { low: 1_500, expected: 2_000, high: 2_500 },
    monthEnd: { low: expected, expected, high: expected },
  });
  const forecasting = (expected: number) =>
    withReport(snapshotOf(tenant()), "monthlyInteractions", { forecast: forecast(expected) });

  it("keeps the use of this month to its last instant", () => {
    const result = planned(forecasting(56_000), on("2026-11-30T23:59:59Z"));
    expect(changeOf(result, "monthlyInteractions").after.used).toEqual(known(40_000));
  });

  it("expects the forecast end of this month of a coming one, as an estimate", () => {
    const result = planned(forecasting(56_000), on("2026-12-01T00:00:00Z"));
    expect(changeOf(result, "monthlyInteractions").after.used).toEqual({ ...known(56_000), confidence: "estimated" });
    expect(reportOf(result.after, "monthlyInteractions").forecast).toMatchObject({ none: "tooEarly", levels: [] });
  });

  it("knows nothing of a coming month without a forecast, not even 0", () => {
    const result = planned(plain(), on("2026-12-01T00:00:00Z"));
    expect(changeOf(result, "monthlyInteractions").after).toMatchObject({ used: unknown, status: "unknown", over: 0 });
    const months = withReport(snapshotOf(tenant()), "monthlyInteractions", {
      ...{ used: unknown, forecast: forecast(5) },
    });
    expect(usedAfter(planned(months, on("2026-12-01T00:00:00Z")), "monthlyInteractions")).toBe("unknown");
  });

  it("knows the months of the policy's time zone", () => {
    const policy: Partial<Policy> = { timeZone: "Asia/Tokyo" };
    const snapshot = plain();
    const tokyo: Snapshot = { ...snapshot, policy: { ...snapshot.policy, ...policy } };
    expect(usedAfter(planned(tokyo, on("2026-11-30T14:59:59Z")), "monthlyInteractions")).toBe(40_000);
    expect(usedAfter(planned(tokyo, on("2026-11-30T15:00:00Z")), "monthlyInteractions")).toBe("unknown");
  });

  it("drops other readings of a use that is not known any more", () => {
    const effect = { name: "interactionMeter", value: "outbound", others: [{ value: "all", used: 50_000 }] };
    const snapshot = withReport(plain(), "monthlyInteractions", { switches: [effect] });
    const names = (...changes: readonly Change[]) =>
      reportOf(planned(snapshot, ...changes).after, "monthlyInteractions").switches.map(({ name }) => name);
    expect(names()).toContain("interactionMeter");
    expect(names(on("2026-12-01T00:00:00Z"))).not.toContain("interactionMeter");
  });
});

describe("CI-J.interacted-people.window", () => {
  const range = { low: 0, expected: 0, high: 0 };
  const month = (name: string, leaving: number): MonthAhead => ({ month: name, leaving, used: range });
  const forecast: Forecast = {
    ...{ method: "releases", points: 12, levels: [] },
    months: [month("2026-11", 100), month("2026-12", 20), month("2027-01", 3)],
  };
  const releasing = withReport(snapshotOf(tenant()), "interactedPeople", { forecast });
  const people = (instant: string) => usedAfter(planned(releasing, on(instant)), "interactedPeople");

  it("frees those who leave in months that are over by then", () => {
    expect(people("2026-11-30T23:59:59Z")).toBe(8_000);
    expect(people("2026-12-01T00:00:00Z")).toBe(7_900);
    expect(people("2026-12-31T23:59:59Z")).toBe(7_900);
    expect(people("2027-01-01T00:00:00Z")).toBe(7_880);
    expect(people("2030-01-01T00:00:00Z")).toBe(7_877);
  });

  it("is an estimate, and never fewer than none", () => {
    const after = changeOf(planned(releasing, on("2027-01-01T00:00:00Z")), "interactedPeople").after.used;
    expect(after).toEqual({ ...known(7_880), confidence: "estimated" });
    const few = withReport(releasing, "interactedPeople", { used: known(110), forecast });
    expect(usedAfter(planned(few, on("2027-01-01T00:00:00Z")), "interactedPeople")).toBe(0);
  });

  it("keeps what is not known, and who stays when nobody knows who leaves", () => {
    const untold = withReport(releasing, "interactedPeople", { used: unknown });
    expect(usedAfter(planned(untold, on("2027-01-01T00:00:00Z")), "interactedPeople")).toBe("unknown");
    const without = planned(snapshotOf(tenant()), on("2027-01-01T00:00:00Z"));
    expect(changeOf(without, "interactedPeople").after.used).toEqual(known(8_000));
  });

  it("takes a campaign for the day of the plan, wherever it stands", () => {
    const campaign: Change = { kind: "campaign", segment: 50, messages: 1, alreadyInteracted: 0 };
    const date = on("2027-01-01T00:00:00Z");
    const first = planned(releasing, campaign, date);
    expect(usedAfter(first, "interactedPeople")).toBe(7_930);
    expect(planned(releasing, date, campaign)).toEqual(first);
  });

  it("tells the levels of the new figures", () => {
    const levels = { method: "trend", points: 20, perDay: { low: 10, expected: 10, high: 10 }, levels: [] } as const;
    const snapshot = withReport(snapshotOf(tenant()), "storageFile", { forecast: levels });
    const day = (...changes: readonly Change[]) =>
      reportOf(planned(snapshot, ...changes).after, "storageFile").forecast?.levels.find(
        ({ percent }) => percent === 100,
      );
    const environment = {
      kind: "environment",
      type: "production",
      database: 0,
      file: 59_790,
      log: 0,
      installs: [],
    } as const;
    expect(day()?.expected).toBeUndefined();
    expect(day(environment)).toEqual({
      percent: 100,
      earliest: "2026-11-24",
      expected: "2026-11-24",
      latest: "2026-11-24",
    });
  });
});

describe("forecasts", () => {
  const trend = { method: "trend", points: 20, perDay: { low: 100, expected: 100, high: 100 }, levels: [] } as const;
  const snapshot = withReport(snapshotOf(tenant()), "storageFile", { forecast: trend });
  const full = (...changes: readonly Change[]) =>
    reportOf(planned(snapshot, ...changes).after, "storageFile").forecast?.levels.at(-1)?.expected;

  it("stay as history told them where nothing moves", () => {
    const others: Change = { kind: "add", product: "unifiedRouting", quantity: 1 };
    expect(reportOf(planned(snapshot, others).after, "storageFile").forecast).toBe(trend);
  });

  it("move with what is owned, with what is used and with the day", () => {
    const add = (quantity: number): Change => ({ kind: "add", product: "dataverseFile", quantity });
    const store = (file: number): Change => ({
      ...{ kind: "environment", type: "production", database: 0, file, log: 0, installs: [] },
    });
    const drop: Change = { kind: "drop", product: "customerInsightsAttach", quantity: 1 };
    expect(full(drop, add(1))).toBe("2026-12-01");
    expect(full(drop, add(2))).toBe("2026-12-11");
    expect(full(store(58_800))).toBe("2026-12-03");
    expect(full(drop, add(2), on("2026-12-22T20:00:00Z"))).toBe("2027-01-10");
    expect(full(on("2028-04-01T20:00:00Z"))).toBeUndefined();
    expect(reportOf(planned(snapshot, on("2028-04-01T20:00:00Z")).after, "storageFile").forecast?.levels).toHaveLength(
      3,
    );
  });
});

describe("CSI.created-on", () => {
  const cases = withReport(snapshotOf(fakeTenant()), "cases", { used: known(70) });
  const after = (instant: string) => usedAfter(planned(cases, on(instant)), "cases");

  it("keeps what is known while the window of 60 days has a part in it", () => {
    expect(after("2027-01-20T23:59:59Z")).toBe(70);
    expect(after("2027-01-21T00:00:00Z")).toBe("unknown");
  });

  it("counts days in the policy's time zone", () => {
    const tokyo = { ...cases, policy: { ...cases.policy, timeZone: "Asia/Tokyo" } };
    const inTokyo = (instant: string) => usedAfter(planned(tokyo, on(instant)), "cases");
    expect([inTokyo("2027-01-21T14:59:59Z"), inTokyo("2027-01-21T15:00:00Z")]).toEqual([70, "unknown"]);
  });
});

describe("standing use", () => {
  it("stays on any day", () => {
    const result = planned(snapshotOf(tenant()), on("2028-01-01T00:00:00Z"));
    expect([usedAfter(result, "storageFile"), usedAfter(result, "installData")]).toEqual([200, 0]);
  });
});
