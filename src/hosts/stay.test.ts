import { describe, expect, it } from "vitest";
import { nextStart } from "./stay";

const from = "2026-11-22T20:08:34.000Z";

describe("nextStart", () => {
  it("is never without a schedule", () => {
    expect(nextStart({ timeZone: "UTC", jitterSeconds: 60 }, from)).toBeUndefined();
  });

  it.each([
    ["UTC", "2026-11-23T06:00:00.000Z"],
    ["Europe/Berlin", "2026-11-23T05:00:00.000Z"],
    ["Asia/Tokyo", "2026-11-22T21:00:00.000Z"],
  ])("counts in the time zone %s", (timeZone, expected) => {
    expect(nextStart({ cron: "0 6 * * *", timeZone, jitterSeconds: 0 }, from)).toBe(expected);
  });

  it("moves the start by no more than the jitter, and never forward of the schedule", () => {
    const starts = Array.from({ length: 200 }, () =>
      Date.parse(nextStart({ cron: "0 6 * * *", timeZone: "UTC", jitterSeconds: 30 }, from) ?? ""),
    );
    const planned = Date.parse("2026-11-23T06:00:00.000Z");
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(planned);
    expect(Math.max(...starts)).toBeLessThanOrEqual(planned + 30_000);
    expect(new Set(starts).size).toBeGreaterThan(1);
  });
});
