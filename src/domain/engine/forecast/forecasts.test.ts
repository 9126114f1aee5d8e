import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, runId, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import {
  assemble,
  defaultSettings,
  type Day,
  type Forecast,
  type MeterHistory,
  type MeterId,
  type MeterReport,
  type PeopleActivity,
  type Settings,
} from "../..";
import { addDays } from "../../calendar";
import { withForecasts } from "./forecasts";
import { relevel } from "./relevel";

const today: Day = "2026-11-22";
const past = (meter: MeterId, figures: readonly number[], last: Day = "2026-11-21"): MeterHistory => ({
  meter,
  points: figures.map((used, index) => ({ day: addDays(last, index + 1 - figures.length), used })),
});
const rising = (days: number, perDay: number, last: number) =>
  Array.from({ length: days }, (_, index) => last - perDay * (days - 1 - index));

const inTokyo: Settings = { ...defaultSettings, policy: { ...defaultSettings.policy, timeZone: "Asia/Tokyo" } };
const metersOf = (tenant: FakeTenant, settings = defaultSettings, now = asOf): readonly MeterReport[] =>
  assemble(tenant.facts(), settings, { id: runId, asOf: now }).meters;
const forecastOf = (tenant: FakeTenant, meter: MeterId, settings = defaultSettings): Forecast | undefined =>
  metersOf(tenant, settings).find((report) => report.meter === meter)?.forecast;
/** With 10 GB of database. */
const stored = (database: number) =>
  fakeTenant().withSku("dataverseDatabase", 10).withEnvironment("one", { database, file: 0, log: 0 });

describe("standing meters", () => {
  it("follow a robust slope of history and today's figure, with dates and the jump", () => {
    const history = [past("storageDatabase", rising(20, 50, 7_950))];
    expect(forecastOf(stored(8_000).withFacts({ history }), "storageDatabase")).toEqual({
      ...{ method: "trend", points: 21, perDay: { low: 50, expected: 50, high: 50 } },
      levels: [
        { percent: 85, earliest: "2026-12-03", expected: "2026-12-03", latest: "2026-12-03" },
        { percent: 95, earliest: "2026-12-23", expected: "2026-12-23", latest: "2026-12-23" },
        { percent: 100, earliest: "2027-01-02", expected: "2027-01-02", latest: "2027-01-02" },
      ],
      jump: { since: "2026-11-21", change: 50 },
    });
  });

  it("look at no figure of the snapshot's own UTC day or later", () => {
    const history = [past("storageDatabase", [...rising(20, 50, 7_950), 1, 1], "2026-11-23")];
    expect(forecastOf(stored(8_000).withFacts({ history }), "storageDatabase")).toMatchObject({
      ...{ points: 21, perDay: { expected: 50 }, jump: { since: "2026-11-21", change: 50 } },
    });
    const yesterdayInUtc = forecastOf(
      stored(8_000).withFacts({ history: [past("storageDatabase", rising(20, 50, 8_000), today)] }),
      "storageDatabase",
      inTokyo,
    );
    expect(yesterdayInUtc).toMatchObject({ points: 20, jump: { since: "2026-11-21", change: 50 } });
  });

  it("without history say so, and without growth have no dates", () => {
    expect(forecastOf(stored(8_000), "storageDatabase")).toEqual({ none: "noHistory", points: 1, levels: [] });
    const history = [past("storageDatabase", rising(20, -50, 8_050))];
    expect(forecastOf(stored(8_000).withFacts({ history }), "storageDatabase")).toMatchObject({
      ...{ none: "noTrend", levels: [], jump: { change: -50 } },
    });
  });

  it("tell no earliest day, no jump, and leave today out, when an environment was not read", () => {
    const history = [past("unifiedPeople", rising(20, 50, 7_950))];
    const tenant = fakeTenant()
      .withSku("legacyInsightsBase", 1)
      .withEnvironment("one")
      .withEnvironment("other")
      .withImport("one", "unifiedPeople", 3_000)
      .withFacts({ history });
    const forecast = forecastOf(tenant, "unifiedPeople");
    expect(forecast).toMatchObject({ method: "trend", points: 20, lowerBound: true });
    expect(forecast).not.toHaveProperty("jump");
    expect(forecast?.levels[0]?.earliest).toBe(today);
    const whole = forecastOf(tenant.withImport("other", "unifiedPeople", 5_000), "unifiedPeople");
    expect(whole).toMatchObject({ method: "trend", points: 21, jump: { change: 50 } });
    expect(whole).not.toHaveProperty("lowerBound");
  });

  it("have no forecast while their use is unknown, and rates have none at all", () => {
    const meters = metersOf(fakeTenant().withEnvironment("one"));
    expect(meters.find(({ meter }) => meter === "unifiedPeople")).not.toHaveProperty("forecast");
    expect(meters.find(({ meter }) => meter === "throughput")).not.toHaveProperty("forecast");
  });

  it("have no levels while what is owned is a lower bound, unless the admin center tells it", () => {
    const facts = stored(8_000)
      .withFacts({ history: [past("storageDatabase", rising(20, 50, 7_950))] })
      .facts();
    const [report] = metersOf(stored(8_000)).filter(({ meter }) => meter === "storageDatabase");
    const [line] = report?.contributions ?? [];
    if (report === undefined || line === undefined) throw new Error("No database.");
    const levels = (more: Partial<MeterReport>) =>
      withForecasts([{ ...report, ...more }], { facts, settings: defaultSettings, asOf })[0]?.forecast?.levels.length;
    const contributions = [line, { ...line, note: "sizeNotKnown" as const }];
    expect(levels({})).toBe(3);
    expect(levels({ contributions })).toBe(0);
    expect(levels({ contributions, official: { owned: 10_000, used: 1, asOf } })).toBe(3);
    expect(levels({ owned: { kind: "unlimited" } })).toBe(0);
  });

  it("have no trend when they are slots", () => {
    const tenant = fakeTenant()
      .withEnvironment("one", { type: "trial" })
      .withFacts({ history: [past("trialEnvironments", rising(20, 1, 20))] });
    expect(forecastOf(tenant, "trialEnvironments")).toEqual({
      ...{ none: "noTrend", points: 21, levels: [], jump: { since: "2026-11-21", change: -20 } },
    });
  });
});

describe("GEN.reset.monthly monthly meters", () => {
  const routes = (used: number, readAt = asOf) =>
    fakeTenant().withEnvironment("one").withImport("one", "recordRoutes", used, readAt);

  it("follow the run rate of the days that have passed", () => {
    expect(forecastOf(routes(2_200), "recordRoutes")).toMatchObject({
      ...{ method: "runRate", points: 1, perDay: { expected: 100 }, monthEnd: { expected: 3_000 } },
    });
  });

  it("take this month's history, and no jump over its first day", () => {
    const september = past("recordRoutes", rising(5, 1, 5_000), "2026-10-31");
    const thisMonth = past("recordRoutes", rising(21, 100, 2_100));
    expect(forecastOf(routes(2_200).withFacts({ history: [september, thisMonth] }), "recordRoutes")).toMatchObject({
      ...{ points: 22, perDay: { low: 100, expected: 100, high: 100 }, jump: { since: "2026-11-21", change: 100 } },
      monthEnd: { low: 3_000, expected: 3_000, high: 3_000 },
    });
    expect(forecastOf(routes(2_200).withFacts({ history: [september] }), "recordRoutes")).not.toHaveProperty("jump");
  });

  it("divide by the days up to the reading", () => {
    expect(forecastOf(routes(1_000, "2026-11-10T08:00:00Z"), "recordRoutes")?.monthEnd?.expected).toBe(3_000);
    expect(forecastOf(routes(1_000, "2026-11-02T08:00:00Z"), "recordRoutes")?.none).toBe("tooEarly");
  });

  it("are too early with a reading of the month before, and take one from the future as today's", () => {
    const [report] = metersOf(routes(2_200)).filter(({ meter }) => meter === "recordRoutes");
    if (report?.used.kind !== "known") throw new Error("No routes.");
    const { used } = report;
    const readAt = (instant: string) =>
      withForecasts([{ ...report, used: { ...used, asOf: instant } }], {
        ...{ facts: routes(0).facts(), settings: defaultSettings, asOf },
      })[0]?.forecast;
    expect(readAt("2026-10-31T23:59:59Z")).toEqual({ none: "tooEarly", points: 0, levels: [] });
    expect(readAt("2026-11-29T00:00:00Z")?.monthEnd?.expected).toBe(3_000);
    expect(readAt("2026-12-29T00:00:00Z")?.monthEnd?.expected).toBe(3_000);
  });

  it("have days of the policy's time zone", () => {
    const late = forecastOf(routes(2_300), "recordRoutes", inTokyo);
    expect(late?.monthEnd?.expected).toBe(3_000);
  });
});

/** 100 people last touched a day, from a year ago on; 300, 600 and 900 arrived in the last three whole months. */
const activity: PeopleActivity = {
  environmentId: "one",
  measuredAt: asOf,
  lastTouch: Array.from({ length: 90 }, (_, index) => ({ day: addDays("2025-11-23", index), people: 100 })),
  arrivals: [
    { month: "2026-08", people: 300 },
    { month: "2026-09", people: 900 },
    { month: "2026-10", people: 600 },
  ],
  messages: [
    { month: "2025-08", outbound: 10, inbound: 0 },
    { month: "2026-11", outbound: 110_000, inbound: 0 },
  ],
};
const people = () =>
  fakeTenant()
    .withSku("marketingBase", 1)
    .withEnvironment("one")
    .withFacts({ activity: [activity] });

describe("CI-J.interacted-people.window interacted people", () => {
  it("follow the release calendar and the arrivals of three whole months", () => {
    const forecast = forecastOf(people(), "interactedPeople");
    expect(forecast).toMatchObject({
      ...{ method: "releases", points: 1, arrivals: { low: 300, expected: 600, high: 900 } },
    });
    expect(forecast?.months).toHaveLength(13);
    expect(forecast?.months?.slice(0, 3)).toEqual([
      { month: "2026-11", leaving: 800, used: { low: 8_280, expected: 8_360, high: 8_440 } },
      { month: "2026-12", leaving: 3_100, used: { low: 5_480, expected: 5_860, high: 6_240 } },
      { month: "2027-01", leaving: 3_100, used: { low: 2_680, expected: 3_360, high: 4_040 } },
    ]);
  });

  it("follow daily history where no log tells who leaves", () => {
    const tenant = fakeTenant()
      .withEnvironment("one")
      .withImport("one", "interactedPeople", 9_000)
      .withFacts({ history: [past("interactedPeople", rising(20, 10, 8_990))] });
    expect(forecastOf(tenant, "interactedPeople")).toMatchObject({ method: "trend", perDay: { expected: 10 } });
  });

  it("follow daily history where the log tells of fewer people than are counted", () => {
    const tenant = people()
      .withImport("one", "interactedPeople", 20_000)
      .withFacts({ history: [past("interactedPeople", rising(20, 10, 19_990))] });
    expect(forecastOf(tenant, "interactedPeople")).toMatchObject({ method: "trend", points: 21 });
  });
});

describe("CI-J.interactions.peak", () => {
  it("stands with both meters that it is made of, from the log, the current month projected", () => {
    const peak = { month: "2026-11", interactions: 150_000, peopleNeeded: 15_000, partialYear: false };
    const meters = metersOf(people());
    expect(
      meters.flatMap(({ meter, forecast }) => (forecast?.peak === undefined ? [] : [[meter, forecast.peak]])),
    ).toEqual([
      ["interactedPeople", peak],
      ["monthlyInteractions", peak],
    ]);
  });

  it("comes from history without a log, with the people of the year at their highest", () => {
    const withPast = (interactions: MeterHistory, counted: readonly MeterHistory[]) =>
      forecastOf(
        fakeTenant()
          .withEnvironment("one")
          .withImport("one", "interactedPeople", 500)
          .withFacts({ history: [interactions, ...counted] }),
        "interactedPeople",
      )?.peak;
    const busy = past("monthlyInteractions", [70_000], "2026-06-30");
    expect(withPast(busy, [])).toEqual({
      ...{ month: "2026-06", interactions: 70_000, peopleNeeded: 7_000, partialYear: true },
    });
    expect(withPast(busy, [past("interactedPeople", [9_000], "2025-11-22")])?.peopleNeeded).toBe(9_000);
    expect(withPast(busy, [past("interactedPeople", [9_000], "2025-11-21")])?.peopleNeeded).toBe(7_000);
  });

  it("projects the current month by its run rate, and before the third day takes it as it is", () => {
    const tenant = (readAt: string) =>
      fakeTenant()
        .withEnvironment("one")
        .withImport("one", "interactedPeople", 500)
        .withImport("one", "monthlyInteractions", 20_000, readAt);
    expect(forecastOf(tenant("2026-11-10T12:00:00Z"), "monthlyInteractions")?.peak).toEqual({
      ...{ month: "2026-11", interactions: 60_000, peopleNeeded: 6_000, partialYear: true },
    });
    expect(forecastOf(tenant("2026-11-02T12:00:00Z"), "monthlyInteractions")?.peak?.interactions).toBe(20_000);
  });

  it("is the higher of what the log and history say", () => {
    const history = (used: number) => [past("monthlyInteractions", [used], "2026-06-30")];
    const peak = (used: number) =>
      forecastOf(people().withFacts({ history: history(used) }), "interactedPeople")?.peak?.month;
    expect(peak(150_000)).toBe("2026-11");
    expect(peak(150_001)).toBe("2026-06");
  });

  it("is not told while nobody knows how many people count", () => {
    const tenant = fakeTenant().withEnvironment("one").withImport("one", "monthlyInteractions", 20_000);
    expect(forecastOf(tenant, "monthlyInteractions")).not.toHaveProperty("peak");
    const counted = tenant.withImport("one", "interactedPeople", 5);
    expect(forecastOf(counted, "interactedPeople")?.peak?.peopleNeeded).toBe(2_728);
    const neither = fakeTenant().withEnvironment("one").withImport("one", "interactedPeople", 5);
    expect(forecastOf(neither, "interactedPeople")).not.toHaveProperty("peak");
  });

  it("stands with no meter whose use is unknown", () => {
    const tenant = fakeTenant()
      .withEnvironment("one")
      .withImport("one", "monthlyInteractions", 20_000)
      .withFacts({ history: [past("interactedPeople", [9_000])] });
    const meters = metersOf(tenant);
    expect(meters.find(({ meter }) => meter === "interactedPeople")).not.toHaveProperty("forecast");
    expect(meters.find(({ meter }) => meter === "monthlyInteractions")?.forecast?.peak?.peopleNeeded).toBe(9_000);
  });
});

describe("laws", () => {
  const figures = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 30 });
  const tenant = stored(1).withImport("one", "recordRoutes", 1).withSku("contactCenter", 1);
  const facts = tenant.withFacts({ activity: [activity] }).facts();
  const template = metersOf(tenant.withFacts({ activity: [activity] }));
  const using = (report: MeterReport, value: number): MeterReport =>
    report.used.kind === "known" ? { ...report, used: { ...report.used, value } } : report;
  const historyOf = (given: readonly number[]) => [past("storageDatabase", given), past("recordRoutes", given)];
  const reportsOf = (database: number, routes: number, history: readonly MeterHistory[]) => {
    const used: Partial<Record<MeterId, number>> = {
      ...{ storageDatabase: database, recordRoutes: routes, interactedPeople: 9_000 },
    };
    const reports = template.map((report) => using(report, used[report.meter] ?? 0));
    return withForecasts(reports, { facts: { ...facts, history }, settings: defaultSettings, asOf });
  };
  const all = (database: number, routes: number, history: readonly MeterHistory[]) =>
    reportsOf(database, routes, history).flatMap(({ meter, forecast }) => (forecast ? [{ meter, forecast }] : []));
  const numbersIn = (value: unknown): readonly number[] =>
    typeof value === "number" ? [value] : value instanceof Object ? Object.values(value).flatMap(numbersIn) : [];

  it("ranges and dates are in order, and every figure is a number", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), figures, (database, routes, given) => {
        for (const { forecast } of all(database, routes, historyOf(given))) {
          expect(numbersIn(forecast).every(Number.isFinite)).toBe(true);
          const { perDay, monthEnd, arrivals, months = [], levels } = forecast;
          for (const range of [perDay, monthEnd, arrivals, ...months.map(({ used }) => used)]) {
            if (range) expect(range.low <= range.expected && range.expected <= range.high).toBe(true);
          }
          for (const { earliest, expected = "9", latest = "9" } of levels) {
            expect((earliest ?? expected) <= expected && expected <= latest).toBe(true);
            expect((earliest ?? today) >= today).toBe(true);
          }
          for (const edge of ["earliest", "expected", "latest"] as const) {
            const days = levels.map((level) => level[edge] ?? "9");
            expect([...days].sort()).toEqual(days);
          }
        }
      }),
    );
  });

  it("more use never moves a date later", () => {
    fc.assert(
      fc.property(fc.nat(12_000), fc.nat(3_000), fc.nat(5_000), figures, (used, routes, more, given) => {
        const small = given.map((figure) => figure % 10_000);
        const before = all(used, routes, historyOf(small));
        const after = all(used + more, routes + more, historyOf(small));
        for (const meter of ["storageDatabase", "recordRoutes"]) {
          const levels = (of: typeof before) => of.find((one) => one.meter === meter)?.forecast.levels ?? [];
          levels(before).forEach(({ expected = "9", earliest = "9", latest = "9" }, index) => {
            const other = levels(after)[index];
            expect((other?.expected ?? "9") <= expected).toBe(true);
            expect((other?.earliest ?? "9") <= earliest).toBe(true);
            expect((other?.latest ?? "9") <= latest).toBe(true);
          });
        }
      }),
    );
  });

  it("nothing changed is nothing else: a forecast told again is the same", () => {
    fc.assert(
      fc.property(fc.nat(12_000), fc.nat(3_000), figures, (used, routes, given) => {
        for (const report of reportsOf(used, routes, historyOf(given))) {
          const again = report.forecast && relevel(report.forecast, report, { asOf, timeZone: "UTC" });
          expect(again).toEqual(report.forecast);
        }
      }),
    );
  });

  it("the order of history does not matter", () => {
    const history = [past("storageDatabase", rising(20, 50, 7_950)), past("recordRoutes", rising(20, 5, 100))];
    const expected = all(8_000, 100, history);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(history, { minLength: 2 }),
        fc.shuffledSubarray([...(history[0]?.points ?? [])], { minLength: 20 }),
        (shuffled, points) => {
          const mixed = shuffled.map((one) => (one.meter === "storageDatabase" ? { ...one, points } : one));
          expect(all(8_000, 100, mixed)).toEqual(expected);
        },
      ),
    );
  });
});
