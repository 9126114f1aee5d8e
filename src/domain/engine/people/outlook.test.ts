import { describe, expect, it } from "vitest";
import { recentArrivals } from "./arrivals";
import { neededPeople, peakMonth } from "./peak";
import { activity, asOf, input, sent } from "../../../../test/fixtures/people.fixture";
import { releaseCalendar } from "./releases";

describe("the release calendar", () => {
  const rows = (question: Parameters<typeof input>[0]) =>
    releaseCalendar(input(question))
      ?.filter(({ people }) => people > 0)
      .map(({ month, people }) => [month, people]);

  it("has the rest of this month and the twelve months after it", () => {
    expect(releaseCalendar(input({ activity: [activity("a")] }))?.map(({ month, people }) => [month, people])).toEqual(
      [
        ...["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05"],
        ...["2027-06", "2027-07", "2027-08", "2027-09", "2027-10", "2027-11"],
      ].map((month) => [month, 0]),
    );
  });

  it("lets everybody go who counts, in the month in which twelve months are over", () => {
    const lastTouch = [
      { day: "2025-11-22", people: 1_000 },
      { day: "2025-11-23", people: 1 },
      { day: "2025-12-31", people: 20, deleted: 5 },
      { day: "2026-11-22", people: 300 },
    ];
    const given = {
      activity: [activity("a", { lastTouch }), activity("b", { lastTouch: [{ day: "2025-12-01", people: 4_000 }] })],
    };
    expect(rows(given)).toEqual([
      ["2026-11", 1],
      ["2026-12", 4_020],
      ["2027-11", 300],
    ]);
    expect(rows({ ...given, policy: { deletedRecords: "ignore" } })).toContainEqual(["2026-12", 4_015]);
  });

  it("lets a record that counts once go with its last touch in any environment", () => {
    const log = [
      sent("x", "2026-05-01"),
      sent("x", "2026-08-01", { environmentId: "b" }),
      sent("x", "2026-06-01", { environmentId: "c" }),
    ];
    const once = { interactions: log, policy: { crossEnvironmentDedup: "byRecordId" } } as const;
    expect(rows(once)).toEqual([["2027-08", 1]]);
    expect(rows({ ...once, interactions: [...log].reverse() })).toEqual([["2027-08", 1]]);
  });

  it("begins in the month of the time zone", () => {
    const question = { activity: [activity("a")], asOf: "2026-11-30T23:00:00Z", policy: { timeZone: "Europe/Berlin" } };
    expect(releaseCalendar(input(question))?.[0]).toEqual({ month: "2026-12", people: 0 });
  });

  it("is unknown when nothing was handed in", () => {
    expect(releaseCalendar(input({}))).toBeUndefined();
  });
});

describe("recent arrivals", () => {
  const arrived = (month: string, people: number) => ({ month, people });

  it("are the mean, the lowest and the highest of the last three whole months", () => {
    const arrivals = [
      arrived("2026-07", 9_000),
      arrived("2026-08", 100),
      arrived("2026-09", 300),
      arrived("2026-10", 200),
      arrived("2026-11", 7_000),
    ];
    const both = [activity("a", { arrivals }), activity("b", { arrivals: [arrived("2026-10", 500)] })];
    expect(recentArrivals(input({ activity: both }))).toEqual({ low: 100, expected: 1_100 / 3, high: 700 });
  });

  it("count a month without arrivals as 0 when the activity reaches back before it", () => {
    const lastTouch = [{ day: "2026-08-01", people: 1 }];
    const messages = [{ month: "2026-08", outbound: 1, inbound: 0 }];
    const none = { low: 0, expected: 0, high: 0 };
    expect(recentArrivals(input({ activity: [activity("a", { lastTouch })] }))).toEqual(none);
    expect(recentArrivals(input({ activity: [activity("a", { messages })] }))).toEqual(none);
  });

  it("are unknown when nothing was handed in, or it begins in the three months", () => {
    expect(recentArrivals(input({}))).toBeUndefined();
    expect(recentArrivals(input({ activity: [activity("a")] }))).toBeUndefined();
    expect(recentArrivals(input({ activity: [activity("a", { arrivals: [arrived("2026-09", 1)] })] }))).toBeUndefined();
    expect(recentArrivals(input({ activity: [activity("a", { arrivals: [arrived("2026-08", 3)] })] }))).toEqual({
      ...{ low: 0, expected: 1, high: 3 },
    });
  });

  it("go by the oldest measurement, in the time zone: later months are not whole for all", () => {
    const arrivals = ["06", "07", "08", "09", "10"].map((month) => arrived(`2026-${month}`, Number(month)));
    const measured = (measuredAt: string, timeZone = "UTC") =>
      recentArrivals(
        input({
          activity: [activity("a", { arrivals }), activity("b", { measuredAt, arrivals })],
          policy: { timeZone },
        }),
      )?.expected;
    expect(measured(asOf)).toBe(18);
    expect(measured("2026-10-31T20:00:00Z")).toBe(16);
    expect(measured("2026-10-31T20:00:00Z", "Asia/Tokyo")).toBe(18);
  });
});

describe("CI-J.interactions.peak", () => {
  const year = (highest: number, from = 11) =>
    Array.from({ length: from + 1 }, (_, index) => {
      const month = new Date(Date.UTC(2026, 10 - index, 1)).toISOString().slice(0, 7);
      return { month, outbound: index === 5 ? highest : 80_000, inbound: 1 };
    });
  const at = (more: Parameters<typeof activity>[1], policy = {}) =>
    peakMonth(input({ activity: [activity("a", { measuredAt: "2026-11-02T00:00:00Z", ...more })], policy }), 9_000);

  it("months of 80,000 to 260,000 ask for 26,000 people", () => {
    expect(at({ messages: year(260_000, 12) })).toEqual({
      ...{ month: "2026-06", interactions: 260_000, peopleNeeded: 26_000, partialYear: false },
    });
  });

  it("asks for one more person from the first interaction above ten for each", () => {
    expect([neededPeople(0, 259_999), neededPeople(0, 260_000), neededPeople(0, 260_001)]).toEqual([
      26_000, 26_000, 26_001,
    ]);
    expect([neededPeople(26_001, 260_000), neededPeople(25_999, 260_000)]).toEqual([26_001, 26_000]);
  });

  it("is a partial year with fewer than twelve whole months", () => {
    expect(at({ messages: year(260_000, 11) })).toMatchObject({ interactions: 260_000, partialYear: true });
    expect(at({ messages: year(260_000, 12) })).toMatchObject({ partialYear: false });
  });

  it("leaves out what is more than twelve months back", () => {
    const old = (month: string) => [...year(1), { month, outbound: 900_000, inbound: 0 }];
    expect(at({ messages: old("2025-11") })).toMatchObject({ month: "2025-11", interactions: 900_000 });
    expect(at({ messages: old("2025-10") })).toMatchObject({ interactions: 80_000, partialYear: false });
  });

  it("projects the current month from its third day on", () => {
    const messages = [{ month: "2026-11", outbound: 1_000, inbound: 0 }];
    const projected = (day: string) => at({ messages, measuredAt: `2026-11-${day}T00:00:00Z` })?.interactions;
    expect([projected("02"), projected("03"), projected("04"), projected("07"), projected("15")]).toEqual([
      1_000, 10_000, 7_500, 4_286, 2_000,
    ]);
    expect(
      peakMonth(input({ activity: [activity("a", { messages, measuredAt: "2026-11-22T00:00:00Z" })] }), 0),
    ).toEqual({
      ...{ month: "2026-11", interactions: 1_364, peopleNeeded: 137, partialYear: true },
    });
  });

  it("does not project a month that is over", () => {
    const messages = [{ month: "2026-09", outbound: 1_000, inbound: 0 }];
    expect(at({ messages, measuredAt: "2026-11-03T00:00:00Z" })).toMatchObject({
      month: "2026-09",
      interactions: 1_000,
    });
  });

  it("adds up environments, each projected from its own day, and ends with the newest", () => {
    const messages = [{ month: "2026-11", outbound: 300, inbound: 0 }];
    const both = [
      activity("a", { measuredAt: "2026-11-10T00:00:00Z", messages }),
      activity("b", { measuredAt: "2026-11-15T00:00:00Z", messages }),
      activity("c", {
        measuredAt: "2026-10-15T00:00:00Z",
        messages: [
          { month: "2026-10", outbound: 5, inbound: 0 },
          { month: "2026-09", outbound: 5, inbound: 0 },
        ],
      }),
    ];
    expect(peakMonth(input({ activity: both }), 0)).toEqual({
      ...{ month: "2026-11", interactions: 1_500, peopleNeeded: 150, partialYear: true },
    });
  });

  it("takes the latest of equal months, and inbound ones where all interactions count", () => {
    const messages = [
      { month: "2026-09", outbound: 7, inbound: 100 },
      { month: "2026-10", outbound: 7, inbound: 0 },
    ];
    expect(at({ messages })).toMatchObject({ month: "2026-10", interactions: 7, peopleNeeded: 9_000 });
    expect(at({ messages }, { interactionMeter: "all" })).toMatchObject({ month: "2026-09", interactions: 107 });
  });

  it("leaves out months after the one in which they were measured", () => {
    const later = { month: "2026-12", outbound: 9_000, inbound: 0 };
    expect(at({ messages: [later] })).toBeUndefined();
    expect(at({ messages: [{ month: "2026-11", outbound: 5, inbound: 0 }, later] })).toMatchObject({
      ...{ month: "2026-11", interactions: 5 },
    });
  });

  it("is unknown without months", () => {
    expect(peakMonth(input({}), 5)).toBeUndefined();
    expect(at({})).toBeUndefined();
  });
});
