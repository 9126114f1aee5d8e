import { describe, expect, it } from "vitest";
import { addDays } from "../../calendar";
import { trendOf } from "./trend";

const course = (days: number, perDay: number) =>
  Array.from({ length: days }, (_, index) => ({ day: addDays("2026-11-01", index), used: 1_000 + perDay * index }));
const today = { day: "2026-11-30", used: 1_000 + 29 * 5 };
const steady = (slope: number) => ({ low: slope, expected: slope, high: slope });

describe("trendOf", () => {
  it("has none without a past", () => {
    expect(trendOf([], today)).toEqual({ none: "noHistory", points: 1, levels: [] });
    expect(trendOf([], undefined)).toEqual({ none: "noHistory", points: 0, levels: [] });
  });

  it("is too early with 13 points and tells with 14, today's counted", () => {
    expect(trendOf(course(12, 5), today)).toEqual({ none: "tooEarly", points: 13, levels: [] });
    expect(trendOf(course(13, 5), undefined)).toEqual({ none: "tooEarly", points: 13, levels: [] });
    expect(trendOf(course(13, 5), today)).toEqual({ method: "trend", points: 14, levels: [], perDay: steady(5) });
    expect(trendOf(course(14, 5), undefined)).toEqual({ method: "trend", points: 14, levels: [], perDay: steady(5) });
  });

  it("is no trend when use stands still or falls", () => {
    expect(trendOf(course(14, 0), undefined)).toEqual({ none: "noTrend", points: 14, levels: [], perDay: steady(0) });
    expect(trendOf(course(14, -3), undefined)).toEqual({ none: "noTrend", points: 14, levels: [], perDay: steady(-3) });
  });
});
