import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MeterHistory } from "../../snapshot/facts";
import { jumpSince, pointsBefore } from "./points";

const day = (number: number) => `2026-11-${String(number).padStart(2, "0")}`;

describe("pointsBefore", () => {
  const history: readonly MeterHistory[] = [
    { meter: "storageFile", points: [{ day: day(2), used: 9 }] },
    {
      meter: "storageLog",
      points: [
        { day: day(3), used: 30 },
        { day: day(1), used: 10 },
        { day: day(4), used: 40 },
      ],
    },
    {
      meter: "storageLog",
      points: [
        { day: day(1), used: 8 },
        { day: day(2), used: 0 },
        { day: day(3), used: 31 },
        { day: day(5), used: 50 },
      ],
    },
  ];

  it("gives the days of the meter before the day, each once, in order, the higher of two", () => {
    expect(pointsBefore(history, "storageLog", day(4))).toEqual([
      { day: day(1), used: 10 },
      { day: day(2), used: 0 },
      { day: day(3), used: 31 },
    ]);
  });

  it("does not mind the order of what was handed in", () => {
    const points = history.flatMap((one) => (one.meter === "storageLog" ? one.points : []));
    fc.assert(
      fc.property(fc.shuffledSubarray([...points], { minLength: points.length }), (shuffled) => {
        const other = pointsBefore([{ meter: "storageLog", points: shuffled }], "storageLog", day(9));
        expect(other).toEqual(pointsBefore(history, "storageLog", day(9)));
      }),
    );
  });
});

describe("jumpSince", () => {
  const past = [
    { day: day(1), used: 10 },
    { day: day(20), used: 70 },
  ];

  it("is the change since the last day of the past", () => {
    const now = { today: day(22), used: 64, reset: "never" } as const;
    expect(jumpSince(past, now)).toEqual({ jump: { since: day(20), change: -6 } });
    expect(jumpSince([], now)).toEqual({});
  });

  it("GEN.reset.monthly is none over the first of a month that frees all", () => {
    expect(jumpSince(past, { today: "2026-12-01", used: 1, reset: "firstOfMonth" })).toEqual({});
    expect(jumpSince(past, { today: "2026-12-01", used: 1, reset: "rolling12Months" })).toEqual({
      jump: { since: day(20), change: -69 },
    });
    expect(jumpSince(past, { today: day(30), used: 71, reset: "firstOfMonth" })).toEqual({
      jump: { since: day(20), change: 1 },
    });
  });
});
