import { describe, expect, it } from "vitest";
import type { Measured } from "../../measured";
import type { Forecast } from "../../snapshot/forecast";
import { horizonDays, relevel } from "./relevel";

const at = (asOf: string, timeZone = "UTC") => ({ asOf, timeZone });
const now = at("2026-11-22T20:00:00Z");
const known = (value: number, asOf = now.asOf): Measured => ({
  ...{ kind: "known", value, asOf, source: "graph.subscribedSkus", confidence: "measured" },
});
const unknown: Measured = { kind: "unknown", reason: { code: "noReading" } };
const sides = (used: number, owned: number, readAt?: string) => ({ used: known(used, readAt), owned: known(owned) });

const trend = (low: number, expected: number, high: number): Forecast => ({
  ...{ method: "trend", points: 30, levels: [], perDay: { low, expected, high } },
});
const runRate = (low: number, expected: number, high: number): Forecast => ({
  ...{ method: "runRate", points: 8, levels: [], perDay: { low, expected, high } },
});
const releases = (leaving: readonly number[], low: number, expected: number, high: number): Forecast => ({
  ...{ method: "releases", points: 1, levels: [], arrivals: { low, expected, high } },
  months: leaving.map((people, index) => ({
    month: ["2026-11", "2026-12", "2027-01", "2027-02"][index] ?? "2027-03",
    leaving: people,
    used: { low: 0, expected: 0, high: 0 },
  })),
});

const datesOf = (forecast: Forecast) =>
  Object.fromEntries(forecast.levels.map(({ percent, ...days }) => [percent, days]));

describe("a trend", () => {
  it("tells the first day above 85, 95 and 100 %, earliest by the high slope, latest by the low one", () => {
    expect(relevel(trend(10, 20, 50), sides(8_000, 10_000), now)).toEqual({
      ...{ method: "trend", points: 30, perDay: { low: 10, expected: 20, high: 50 } },
      levels: [
        { percent: 85, earliest: "2026-12-03", expected: "2026-12-18", latest: "2027-01-12" },
        { percent: 95, earliest: "2026-12-23", expected: "2027-02-06", latest: "2027-04-22" },
        { percent: 100, earliest: "2027-01-02", expected: "2027-03-03", latest: "2027-06-11" },
      ],
    });
  });

  it("is above a level, not at it, as the status is (STO.thresholds)", () => {
    const tomorrow = { earliest: "2026-11-23", expected: "2026-11-23", latest: "2026-11-23" };
    const today = { earliest: "2026-11-22", expected: "2026-11-22", latest: "2026-11-22" };
    expect(datesOf(relevel(trend(1, 1, 1), sides(8_500, 10_000), now))[85]).toEqual(tomorrow);
    expect(datesOf(relevel(trend(1, 1, 1), sides(8_501, 10_000), now))[85]).toEqual(today);
    expect(datesOf(relevel(trend(1, 1, 1), sides(10_000, 10_000), now))).toEqual({
      85: today,
      95: today,
      100: tomorrow,
    });
    expect(datesOf(relevel(trend(1, 1, 1), sides(10_001, 10_000), now))).toEqual({ 85: today, 95: today, 100: today });
  });

  it("is not above a level that it meets at a day's end, whatever the last bit of a fraction says", () => {
    const third = 7 / 3;
    const dates = datesOf(relevel(trend(third, third, third), sides(7, 70), now));
    expect(dates[100]?.expected).toBe("2026-12-20");
    const tenth = datesOf(relevel(trend(0.1, 0.1, 0.1), sides(0, 3), now));
    expect(tenth[100]?.expected).toBe("2026-12-23");
  });

  it("looks a year ahead and no further, and leaves out an end that never gets there", () => {
    expect(horizonDays).toBe(365);
    const lastDay = relevel(trend(-1, 1, 2), sides(10_000 - 364, 10_000), now);
    expect(datesOf(lastDay)[100]).toEqual({ earliest: "2027-05-24", expected: "2027-11-22" });
    const dayAfter = relevel(trend(0, 1, 2), sides(10_000 - 365, 10_000), now);
    expect(datesOf(dayAfter)[100]).toEqual({ earliest: "2027-05-24" });
    expect(datesOf(relevel(trend(0, 1e-300, 1e-300), sides(0, 1e12), now))).toEqual({ 85: {}, 95: {}, 100: {} });
  });

  it("counts days in the time zone of the policy", () => {
    const late = at("2026-11-22T20:00:00Z", "Asia/Tokyo");
    expect(datesOf(relevel(trend(1, 1, 1), sides(10, 10), late))[100]?.expected).toBe("2026-11-24");
  });

  it("cannot rule out any day with use that is a lower bound", () => {
    const dates = datesOf(relevel({ ...trend(10, 20, 50), lowerBound: true }, sides(8_000, 10_000), now));
    expect(dates[85]).toEqual({ earliest: "2026-11-22", expected: "2026-12-18", latest: "2027-01-12" });
    expect(dates[100]).toEqual({ earliest: "2026-11-22", expected: "2027-03-03", latest: "2027-06-11" });
    const sure = datesOf(relevel({ ...trend(10, 20, 50), lowerBound: false }, sides(8_000, 10_000), now));
    expect(sure[85]?.earliest).toBe("2026-12-03");
  });

  it("has no dates without a slope", () => {
    const bare: Forecast = { method: "trend", points: 0, levels: [] };
    expect(datesOf(relevel(bare, sides(8_000, 10_000), now))).toEqual({ 85: {}, 95: {}, 100: {} });
  });
});

describe("GEN.reset.monthly a run rate", () => {
  it("tells the month's end, and dates up to it", () => {
    const forecast = relevel(runRate(80, 100, 150), sides(2_200, 3_000), now);
    expect(forecast.monthEnd).toEqual({ low: 2_840, expected: 3_000, high: 3_400 });
    expect(datesOf(forecast)).toEqual({
      85: { earliest: "2026-11-25", expected: "2026-11-26", latest: "2026-11-27" },
      95: { earliest: "2026-11-27", expected: "2026-11-29" },
      100: { earliest: "2026-11-28" },
    });
  });

  it("tells the last day of the month and not the first of the next, when all is free again", () => {
    expect(datesOf(relevel(runRate(1, 1, 1), sides(22, 29), now))[100]?.expected).toBe("2026-11-30");
    expect(datesOf(relevel(runRate(1, 1, 1), sides(22, 30), now))[100]).toEqual({});
  });

  it("counts from the day of the reading, and never tells a day before today", () => {
    const forecast = relevel(runRate(100, 100, 100), sides(1_000, 2_000, "2026-11-10T12:00:00Z"), now);
    expect(forecast.monthEnd).toEqual({ low: 3_000, expected: 3_000, high: 3_000 });
    expect(datesOf(forecast)[85]?.expected).toBe("2026-11-22");
    const later = relevel(runRate(100, 100, 100), sides(1_000, 2_500, "2026-11-10T12:00:00Z"), now);
    expect(datesOf(later)[100]?.expected).toBe("2026-11-26");
  });

  it("takes a reading from the future as today's", () => {
    const forecast = relevel(runRate(10, 10, 10), sides(220, 1_000, "2026-11-24T12:00:00Z"), now);
    expect(forecast.monthEnd?.expected).toBe(300);
  });

  it("ends with its month: a reading of another one says nothing", () => {
    const kept = { lowerBound: true, jump: { since: "2026-11-21", change: 5 } };
    const peak = { month: "2026-03", interactions: 10, peopleNeeded: 1, partialYear: true };
    const next = at("2026-12-01T00:00:00Z");
    const before = { ...relevel(runRate(1, 2, 3), sides(5, 10), now), ...kept, peak };
    expect(relevel(before, sides(5, 10, "2026-11-30T23:59:59Z"), next)).toEqual({
      ...{ none: "tooEarly", points: 8, levels: [], ...kept, peak },
    });
    expect(relevel(runRate(1, 2, 3), sides(5, 10), next)).toEqual({ none: "tooEarly", points: 8, levels: [] });
  });

  it("has the month of the policy's time zone", () => {
    const newYork = at("2026-12-01T03:00:00Z", "America/New_York");
    const forecast = relevel(runRate(1, 1, 1), sides(30, 29, "2026-12-01T02:00:00Z"), newYork);
    expect(forecast.monthEnd?.expected).toBe(30);
    expect(datesOf(forecast)[100]?.expected).toBe("2026-11-30");
  });

  it("uses nothing more without a rate", () => {
    const forecast = relevel({ method: "runRate", points: 1, levels: [] }, sides(5, 10), now);
    expect(forecast.monthEnd).toEqual({ low: 5, expected: 5, high: 5 });
  });
});

describe("CI-J.interacted-people.window releases", () => {
  it("takes away who leaves and adds who arrives, of the current month the part that is left", () => {
    const forecast = relevel(releases([40, 100, 500], 150, 300, 600), sides(9_300, 10_000), now);
    expect(forecast.months).toEqual([
      { month: "2026-11", leaving: 40, used: { low: 9_300, expected: 9_340, high: 9_420 } },
      { month: "2026-12", leaving: 100, used: { low: 9_350, expected: 9_540, high: 9_920 } },
      { month: "2027-01", leaving: 500, used: { low: 9_000, expected: 9_340, high: 10_020 } },
    ]);
  });

  it("tells the first month above a level: from its first day, never before today, by its last", () => {
    const forecast = relevel(releases([0, 0, 0, 0], 0, 300, 600), sides(8_450, 10_000), now);
    expect(datesOf(forecast)).toEqual({
      85: { earliest: "2026-11-22", expected: "2026-11-30" },
      95: { earliest: "2027-01-01" },
      100: { earliest: "2027-02-01" },
    });
    const slow = relevel(releases([0, 0, 0, 0], 300, 300, 300), sides(8_450, 10_000), now);
    expect(datesOf(slow)[95]).toEqual({});
    const sure = relevel(releases([0, 0, 0, 0], 500, 500, 500), sides(8_450, 10_000), now);
    expect(datesOf(sure)[95]).toEqual({ earliest: "2027-01-01", expected: "2027-01-31", latest: "2027-01-31" });
  });

  it("forgets the months that are over, and follows a planned change", () => {
    const forecast = relevel(releases([40, 100, 500], 0, 0, 0), sides(1_000, 10_000), at("2026-12-31T12:00:00Z"));
    expect(forecast.months?.map(({ month, used }) => [month, used.expected])).toEqual([
      ["2026-12", 900],
      ["2027-01", 400],
    ]);
    expect(relevel(forecast, sides(2_000, 10_000), at("2026-12-31T12:00:00Z")).months?.[1]?.used.expected).toBe(1_400);
  });

  it("never falls below nobody", () => {
    const forecast = relevel(releases([40, 100], 0, 0, 0), sides(50, 10_000), now);
    expect(forecast.months?.map(({ used }) => used)).toEqual([
      { low: 10, expected: 10, high: 10 },
      { low: 0, expected: 0, high: 0 },
    ]);
  });

  it("stays as it is when nobody leaves or arrives", () => {
    const forecast = relevel({ method: "releases", points: 1, levels: [] }, sides(50, 10_000), now);
    expect(forecast).toMatchObject({ months: [], levels: [{ percent: 85 }, { percent: 95 }, { percent: 100 }] });
    const { months = [] } = releases([10], 0, 0, 0);
    const without: Forecast = { method: "releases", points: 1, levels: [], months };
    expect(relevel(without, sides(50, 100), now).months?.[0]?.used).toEqual({ low: 40, expected: 40, high: 40 });
  });
});

describe("sides that are not known", () => {
  it.each<[string, Measured]>([
    ["unknown", unknown],
    ["unlimited", { kind: "unlimited" }],
  ])("owned %s: figures but no levels", (_name, owned) => {
    expect(relevel(runRate(1, 2, 3), { owned, used: known(10) }, now)).toEqual({
      ...runRate(1, 2, 3),
      monthEnd: { low: 18, expected: 26, high: 34 },
    });
  });

  it("use unknown: what was found stays, without levels", () => {
    const before = relevel(trend(1, 2, 3), sides(1, 10), now);
    expect(relevel(before, { owned: known(10), used: unknown }, now)).toEqual(trend(1, 2, 3));
  });

  it("nothing forecast comes back as it is", () => {
    const none: Forecast = { none: "noTrend", points: 20, levels: [], perDay: { low: -1, expected: 0, high: 1 } };
    expect(relevel(none, sides(1, 10), now)).toBe(none);
  });
});
