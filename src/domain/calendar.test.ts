import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayIn,
  dayInMonth,
  dayOf,
  daysBetween,
  daysInMonth,
  firstDayOf,
  monthOf,
  monthOfDay,
  monthsAfter,
  monthsBetween,
} from "./calendar";

describe("the day of an instant", () => {
  it.each([
    ["2026-11-30T23:30:00Z", "UTC", "2026-11-30"],
    ["2026-11-30T23:30:00Z", "Europe/Berlin", "2026-12-01"],
    ["2026-12-01T00:30:00Z", "America/Los_Angeles", "2026-11-30"],
    ["2026-11-30T23:30:00+02:00", "UTC", "2026-11-30"],
    ["2026-12-01T01:30:00+02:00", "UTC", "2026-11-30"],
    ["2026-12-31T15:00:00Z", "Asia/Tokyo", "2027-01-01"],
    ["2026-12-31T14:59:59Z", "Asia/Tokyo", "2026-12-31"],
    ["2026-03-05T00:00:00Z", "Etc/GMT", "2026-03-05"],
  ])("%s in %s is %s", (instant, timeZone, day) => {
    expect(dayOf(instant, timeZone)).toBe(day);
    expect(dayIn(timeZone)(instant)).toBe(day);
    expect(monthOf(instant, timeZone)).toBe(day.slice(0, 7));
  });

  it("follows daylight saving: midnight in Berlin is 22:00 UTC in summer and 23:00 UTC in winter", () => {
    expect(dayOf("2026-07-01T21:59:59Z", "Europe/Berlin")).toBe("2026-07-01");
    expect(dayOf("2026-07-01T22:00:00Z", "Europe/Berlin")).toBe("2026-07-02");
    expect(dayOf("2026-01-01T22:59:59Z", "Europe/Berlin")).toBe("2026-01-01");
    expect(dayOf("2026-01-01T23:00:00Z", "Europe/Berlin")).toBe("2026-01-02");
  });

  it("refuses a zone that does not exist and an instant that is none", () => {
    expect(() => dayIn("Europe/Atlantis")).toThrow(RangeError);
    expect(() => dayOf("yesterday", "UTC")).toThrow(RangeError);
    expect(() => dayOf("yesterday", "Asia/Tokyo")).toThrow(RangeError);
  });

  it("is the same for UTC and for a zone that never differs from it", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
        (date) => {
          expect(dayOf(date.toISOString(), "Etc/UTC")).toBe(dayOf(date.toISOString(), "UTC"));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("months", () => {
  it.each([
    ["2026-11", 1, "2026-12"],
    ["2026-12", 1, "2027-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-11", -24, "2024-11"],
    ["2026-11", 0, "2026-11"],
  ])("%s and %i months is %s", (month, count, other) => {
    expect(monthsAfter(month, count)).toBe(other);
    expect(monthsBetween(month, other)).toBe(count);
  });

  it.each([
    ["2024-02", 29],
    ["2025-02", 28],
    ["2100-02", 28],
    ["2026-04", 30],
    ["2026-12", 31],
  ])("%s has %i days", (month, days) => {
    expect(daysInMonth(month)).toBe(days);
  });

  it("begin on the first, and a day knows its month and its place in it", () => {
    expect(firstDayOf("2026-11")).toBe("2026-11-01");
    expect(monthOfDay("2026-11-22")).toBe("2026-11");
    expect(dayInMonth("2026-11-01")).toBe(1);
    expect(dayInMonth("2026-11-22")).toBe(22);
  });
});

describe("days", () => {
  it.each([
    ["2026-11-22", 60, "2027-01-21"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2024-03-01", -1, "2024-02-29"],
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-11-22", 0, "2026-11-22"],
  ])("%s and %i days is %s", (day, count, other) => {
    expect(addDays(day, count)).toBe(other);
    expect(daysBetween(day, other)).toBe(count);
  });
});

describe("the same day months later", () => {
  it.each([
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2025-02-28", 12, "2026-02-28"],
    ["2024-03-10", 12, "2025-03-10"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-05-31", 1, "2026-06-30"],
    ["2026-12-09", 1, "2027-01-09"],
  ])("%s and %i months is %s", (day, count, other) => {
    expect(addMonths(day, count)).toBe(other);
  });
});
