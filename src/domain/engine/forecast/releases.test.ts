import { describe, expect, it } from "vitest";
import { releasesOf } from "./releases";

const calendar = [
  { month: "2026-11", people: 100 },
  { month: "2026-12", people: 850 },
];
const arrivals = { low: 1, expected: 2, high: 3 };

describe("CI-J.interacted-people.window releasesOf", () => {
  it("carries who leaves and who arrives", () => {
    expect(releasesOf(950, { calendar, arrivals }, 4)).toEqual({
      ...{ method: "releases", points: 4, levels: [], arrivals },
      months: [
        { month: "2026-11", leaving: 100, used: { low: 950, expected: 950, high: 950 } },
        { month: "2026-12", leaving: 850, used: { low: 950, expected: 950, high: 950 } },
      ],
    });
  });

  it("says nothing where the log does not reach", () => {
    expect(releasesOf(950, { calendar: undefined, arrivals }, 4)).toBeUndefined();
    expect(releasesOf(950, { calendar, arrivals: undefined }, 4)).toBeUndefined();
  });

  it("says nothing when the log tells of other people: more than 5 % apart", () => {
    const asked = (used: number) => releasesOf(used, { calendar, arrivals }, 4)?.method;
    expect([904, 905, 1_000, 1_001].map(asked)).toEqual([undefined, "releases", "releases", undefined]);
  });
});
