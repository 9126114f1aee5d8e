import fc from "fast-check";
import { linearRegression } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../../calendar";
import type { Point } from "./points";
import { mostPoints, slopeOf } from "./slope";

const first = "2025-11-01";
const course = (figures: readonly number[]): readonly Point[] =>
  figures.map((used, index) => ({ day: addDays(first, index), used }));
const leastSquares = (points: readonly Point[]): number =>
  linearRegression(points.map(({ day, used }) => [daysBetween(first, day), used])).m;

describe("slopeOf", () => {
  it("is the median of the slopes between every two points, with the middle half as its range", () => {
    // Slopes of the six pairs: 1, 2.5, 4, 5, 5.5, 10.
    const points = course([0, 4, 5, 15]);
    expect(slopeOf(points)).toEqual({ low: 2.875, expected: 4.5, high: 5.375 });
  });

  it("divides by the days between, where days are missing", () => {
    expect(
      slopeOf([
        { day: "2026-02-27", used: 100 },
        { day: "2026-03-01", used: 110 },
        { day: "2026-03-11", used: 160 },
      ]),
    ).toEqual({ low: 5, expected: 5, high: 5 });
  });

  it("looks at the latest 400 points", () => {
    expect(mostPoints).toBe(400);
    const flat = Array.from({ length: 1_000 }, () => 0);
    const rising = Array.from({ length: 400 }, (_, index) => 2 * index);
    expect(slopeOf(course([...flat, ...rising]))).toEqual({ low: 2, expected: 2, high: 2 });
  });

  it("hardly moves when a tenth of the points is spoiled, where least squares go astray", () => {
    const days = 60;
    const honest = course(Array.from({ length: days }, (_, day) => 10_000 + 20 * day));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: days - 1 }), { minLength: 6, maxLength: 6 }),
        fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 6, maxLength: 6 }),
        (places, wrong) => {
          const spoiled = honest.map((point, index) => ({
            ...point,
            used: wrong[places.indexOf(index)] ?? point.used,
          }));
          expect(slopeOf(spoiled)).toEqual({ low: 20, expected: 20, high: 20 });
        },
      ),
    );
    const lastDaysLost = honest.map((point, index) => (index < days - 6 ? point : { ...point, used: 0 }));
    expect(slopeOf(lastDaysLost).expected).toBe(20);
    expect(leastSquares(lastDaysLost)).toBeLessThan(-50);
  });

  it("hardly moves on a course with noise either", () => {
    const noise = [3, -7, 11, -2, 5, -9, 8, 0, -4, 6];
    const figures = Array.from({ length: 50 }, (_, day) => 10_000 + 20 * day + (noise[day % 10] ?? 0));
    const spoiled = course(figures.map((used, day) => (day % 10 === 9 ? used * (day < 25 ? 40 : 1) : used)));
    expect(Math.abs(slopeOf(spoiled).expected - 20)).toBeLessThan(1);
    expect(Math.abs(leastSquares(spoiled) - 20)).toBeGreaterThan(500);
  });

  it("has a range in order, and no more than numbers, up to 1e12", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 2, maxLength: 40 }), (figures) => {
        const { low, expected, high } = slopeOf(course(figures));
        expect([low, expected, high].every(Number.isFinite)).toBe(true);
        expect(low <= expected && expected <= high).toBe(true);
      }),
    );
  });
});
