import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interaction } from "../../snapshot/activity";
import { activityOf } from "./aggregate";
import { asOf, filled, sent } from "../../../../test/fixtures/people.fixture";

const utc = { timeZone: "UTC", asOf };

describe("CI-J.interacted-people.definition", () => {
  it("one contact with 100,000 interactions is one interacted person with 100,000 interactions", () => {
    const log = Array.from({ length: 100_000 }, () => sent("lamar", "2026-11-20"));
    expect(activityOf(log, utc)).toEqual([
      {
        environmentId: "a",
        measuredAt: "2026-11-20T12:00:00Z",
        lastTouch: [{ day: "2026-11-20", people: 1, deleted: 0, inboundOnly: 0 }],
        arrivals: [{ month: "2026-11", people: 1 }],
        messages: [{ month: "2026-11", outbound: 100_000, inbound: 0 }],
        busiestDay: { day: "2026-11-20", messages: 100_000 },
        channels: [{ channel: "email", interactions: 100_000 }],
      },
    ]);
  });

  it("the same human as contact, as lead and as account is three, in two environments twice as many", () => {
    const tables = ["contact", "lead", "account"];
    const log = ["a", "b"].flatMap((environmentId) =>
      tables.map((table) => sent("lamar", "2026-11-20", { table, environmentId })),
    );
    expect(activityOf(log, utc).map(({ environmentId, lastTouch }) => [environmentId, lastTouch[0]?.people])).toEqual([
      ["a", 3],
      ["b", 3],
    ]);
  });
});

describe("the activity of a log", () => {
  const log: readonly Interaction[] = [
    filled("form", "2026-10-02"),
    sent("both", "2025-12-01"),
    filled("both", "2026-10-02"),
    filled("late", "2026-10-02"),
    sent("late", "2025-11-22"),
    sent("gone", "2026-10-03", { deleted: true }),
    sent("gone", "2026-09-03"),
    sent("gone", "2026-10-03", { channel: "sms" }),
    sent("elsewhere", "2026-11-01T00:00:00Z", { environmentId: "b" }),
  ];

  const expected = [
    {
      environmentId: "a",
      measuredAt: "2026-11-01T00:00:00Z",
      lastTouch: [
        { day: "2026-10-02", people: 3, deleted: 0, inboundOnly: 2 },
        { day: "2026-10-03", people: 1, deleted: 1, inboundOnly: 0 },
      ],
      arrivals: [
        { month: "2025-11", people: 1 },
        { month: "2025-12", people: 1 },
        { month: "2026-09", people: 1 },
        { month: "2026-10", people: 1 },
      ],
      messages: [
        { month: "2025-11", outbound: 1, inbound: 0 },
        { month: "2025-12", outbound: 1, inbound: 0 },
        { month: "2026-09", outbound: 1, inbound: 0 },
        { month: "2026-10", outbound: 2, inbound: 3 },
      ],
      busiestDay: { day: "2026-10-03", messages: 2 },
      channels: [
        { channel: "email", interactions: 3 },
        { channel: "form", interactions: 3 },
        { channel: "sms", interactions: 1 },
      ],
    },
    {
      environmentId: "b",
      measuredAt: "2026-11-01T00:00:00Z",
      lastTouch: [{ day: "2026-11-01", people: 1, deleted: 0, inboundOnly: 0 }],
      arrivals: [{ month: "2026-11", people: 1 }],
      messages: [{ month: "2026-11", outbound: 1, inbound: 0 }],
      busiestDay: { day: "2026-11-01", messages: 1 },
      channels: [{ channel: "email", interactions: 1 }],
    },
  ];

  it("has each part by environment; only inbound is who was sent nothing within the twelve months", () => {
    expect(activityOf(log, utc)).toEqual(expected);
  });

  it("does not depend on the order of the log", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...log], { minLength: log.length }), (shuffled) => {
        expect(activityOf(shuffled, utc)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it("takes days and months of the time zone", () => {
    const [one] = activityOf([sent("x", "2026-10-31T16:00:00Z")], { timeZone: "Asia/Tokyo", asOf });
    expect(one).toMatchObject({
      measuredAt: "2026-10-31T16:00:00Z",
      lastTouch: [{ day: "2026-11-01" }],
      arrivals: [{ month: "2026-11" }],
      messages: [{ month: "2026-11" }],
      busiestDay: { day: "2026-11-01" },
    });
  });

  it("leaves out what happened later than the question, and the instant itself in", () => {
    const later = [sent("x", asOf), sent("y", "2026-11-22T20:00:01Z")];
    expect(activityOf(later, utc).map(({ measuredAt, lastTouch }) => [measuredAt, lastTouch[0]?.people])).toEqual([
      [asOf, 1],
    ]);
    expect(activityOf([sent("y", "2026-11-22T20:00:01Z")], utc)).toEqual([]);
    expect(activityOf([], utc)).toEqual([]);
  });

  it("is as old as its newest entry, whatever the way of writing the instant", () => {
    const entries = [sent("x", "2026-11-20T23:00:00-05:00"), sent("y", "2026-11-21T01:00:00Z")];
    expect(activityOf(entries, utc)[0]?.measuredAt).toBe("2026-11-20T23:00:00-05:00");
    expect(activityOf([...entries].reverse(), utc)[0]?.measuredAt).toBe("2026-11-20T23:00:00-05:00");
  });

  it("names the first of several busiest days, of the twelve months only, and none without messages", () => {
    const old = [1, 2, 3].map((number) => sent(`${number}`, "2025-11-22"));
    const even = [sent("x", "2026-03-02"), sent("x", "2026-03-01")];
    expect(activityOf([...old, ...even], utc)[0]?.busiestDay).toEqual({ day: "2026-03-01", messages: 1 });
    expect(activityOf(old.slice(0, 1), utc)[0]).not.toHaveProperty("busiestDay");
    expect(activityOf([filled("x", "2026-03-02")], utc)[0]).not.toHaveProperty("busiestDay");
    expect(activityOf(old, utc)[0]?.channels).toEqual([]);
  });

  it("counts an arrival again on the day of the release, not on the day before", () => {
    const arrivals = (second: string) => activityOf([sent("x", "2025-03-10"), sent("x", second)], utc)[0]?.arrivals;
    expect(arrivals("2026-03-09")).toEqual([{ month: "2025-03", people: 1 }]);
    expect(arrivals("2026-03-10")).toEqual([
      { month: "2025-03", people: 1 },
      { month: "2026-03", people: 1 },
    ]);
  });

  it("goes by the record's last touch, whichever comes first in the log", () => {
    const touches = [sent("x", "2026-05-01"), sent("x", "2026-07-01"), sent("x", "2026-06-01")];
    expect(activityOf(touches, utc)[0]?.lastTouch.map(({ day }) => day)).toEqual(["2026-07-01"]);
  });

  it("is made once for the same log and question, and anew for another instant or time zone", () => {
    const same = [sent("x", "2026-10-31T16:00:00Z")];
    const first = activityOf(same, utc);
    expect(activityOf(same, { ...utc })).toBe(first);
    expect(activityOf(same, { ...utc, timeZone: "Asia/Tokyo" })[0]?.lastTouch[0]?.day).toBe("2026-11-01");
    expect(activityOf(same, utc)[0]?.lastTouch[0]?.day).toBe("2026-10-31");
    expect(activityOf(same, { ...utc, asOf: "2026-10-01T00:00:00Z" })).toEqual([]);
  });
});
