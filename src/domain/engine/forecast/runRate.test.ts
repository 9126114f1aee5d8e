import { describe, expect, it } from "vitest";
import type { Point } from "./points";
import { runRateOf } from "./runRate";

const on = (day: number, used: number, month = "2026-11"): Point => ({
  day: `${month}-${String(day).padStart(2, "0")}`,
  used,
});

describe("GEN.reset.monthly runRateOf", () => {
  it("is too early before the third day of the month", () => {
    expect(runRateOf([on(1, 50)], on(2, 100))).toEqual({ none: "tooEarly", points: 2, levels: [] });
    expect(runRateOf([], on(3, 300))).toMatchObject({ method: "runRate", points: 1, perDay: { expected: 100 } });
  });

  it("without history takes every day as unsure as it is large: less sure early in the month", () => {
    expect(runRateOf([], on(4, 400)).perDay).toEqual({ low: 50, expected: 100, high: 150 });
    expect(runRateOf([], on(16, 1_600))).toEqual({
      ...{ method: "runRate", points: 1, levels: [], perDay: { low: 75, expected: 100, high: 125 } },
    });
    expect(runRateOf([on(2, 100)], on(16, 1_600)).perDay).toEqual({ low: 75, expected: 100, high: 125 });
  });

  it("with history takes the middle half of the daily increments of this month", () => {
    // Increments a day: 10, 20, 30, 40, 50.
    const past = [on(1, 10), on(2, 30), on(3, 60), on(4, 100)];
    expect(runRateOf(past, on(5, 150))).toEqual({
      ...{ method: "runRate", points: 5, levels: [], perDay: { low: 20, expected: 30, high: 40 } },
    });
  });

  it("spreads the increment of missing days over them, from the first of the month on", () => {
    // 40 in four days, 60 in two, 100 in four: 10, 30 and 25 a day.
    expect(runRateOf([on(4, 40), on(6, 100)], on(10, 200)).perDay).toEqual({ low: 17.5, expected: 20, high: 27.5 });
  });

  it("keeps the mean inside the range, whatever one day did", () => {
    const quietAfterCampaign = runRateOf([on(1, 9_000), on(2, 9_000), on(3, 9_000), on(4, 9_000)], on(5, 9_000));
    expect(quietAfterCampaign.perDay).toEqual({ low: 0, expected: 1_800, high: 1_800 });
    // Three readings a month: 1 a day, then 2, then 2; the mean is below the middle half.
    const rising = runRateOf([on(8, 0), on(9, 20)], on(10, 40));
    expect(rising.perDay).toEqual({ low: 4, expected: 4, high: 20 });
  });

  it("takes a correction downwards as a day without use", () => {
    expect(runRateOf([on(1, 10), on(2, 4)], on(3, 30)).perDay).toEqual({ low: 5, expected: 10, high: 18 });
  });

  it("looks at no other month, nor at days that the reading is older than", () => {
    const past = [on(30, 70, "2026-10"), on(1, 10), on(2, 30), on(3, 60), on(4, 100), on(5, 1), on(6, 1)];
    expect(runRateOf(past, on(5, 150))).toEqual(runRateOf(past.slice(1, 5), on(5, 150)));
  });
});
