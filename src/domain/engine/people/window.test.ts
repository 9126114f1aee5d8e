import { describe, expect, it } from "vitest";
import { addDays } from "../../calendar";
import { isInteracted, lastReleasedDay, releaseDay } from "./window";

describe("CI-J.interacted-people.window", () => {
  it.each([
    ["2025-03-09", true],
    ["2025-03-10", false],
    ["2025-03-11", false],
  ])("last touch 2024-03-10: on %s counted is %s", (asOfDay, counted) => {
    expect(isInteracted("2024-03-10", asOfDay)).toBe(counted);
    expect("2024-03-10" > lastReleasedDay(asOfDay)).toBe(counted);
  });

  it("frees 29 February on 28 February of the next year, together with 28 February", () => {
    expect(releaseDay("2024-02-29")).toBe("2025-02-28");
    expect(releaseDay("2024-02-28")).toBe("2025-02-28");
    expect(isInteracted("2024-02-29", "2025-02-27")).toBe(true);
    expect(isInteracted("2024-02-29", "2025-02-28")).toBe(false);
    expect(lastReleasedDay("2025-02-28")).toBe("2024-02-29");
    expect(lastReleasedDay("2025-02-27")).toBe("2024-02-27");
    expect(lastReleasedDay("2024-02-29")).toBe("2023-02-28");
  });

  it("the last released day splits all days as the rule does, on every day of eight years", () => {
    for (let day = "2022-12-30"; day < "2031-01-02"; day = addDays(day, 1)) {
      const released = lastReleasedDay(day);
      expect([day, isInteracted(released, day)]).toEqual([day, false]);
      expect([day, isInteracted(addDays(released, 1), day)]).toEqual([day, true]);
    }
  });
});
