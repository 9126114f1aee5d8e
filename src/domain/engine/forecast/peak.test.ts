import { describe, expect, it } from "vitest";
import { peakOfHistory } from "./peak";

const month = (text: string, used: number, lastDay = "28") => [
  { day: `${text}-10`, used: used / 2 },
  { day: `${text}-${lastDay}`, used },
];
const year = [
  ...["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"],
  ...["2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"],
];
const wholeYear = year.flatMap((one, index) => month(one, 80_000 + 1_000 * index));
const now = { current: "2026-11", projected: undefined, people: 10_000 };

describe("CI-J.interactions.peak", () => {
  it("months of 80,000 to 260,000 ask for 26,000 people", () => {
    const past = [...wholeYear, ...month("2026-03", 260_000)];
    expect(peakOfHistory({ ...now, past })).toEqual({
      ...{ month: "2026-03", interactions: 260_000, peopleNeeded: 26_000, partialYear: false },
    });
  });

  it("takes the highest figure of a month, whenever it was", () => {
    const past = [
      { day: "2026-05-20", used: 500 },
      { day: "2026-05-29", used: 400 },
    ];
    expect(peakOfHistory({ ...now, past, people: 3 })).toEqual({
      ...{ month: "2026-05", interactions: 500, peopleNeeded: 50, partialYear: true },
    });
  });

  it("projects the current month, and of equal months takes the latest", () => {
    expect(peakOfHistory({ ...now, past: wholeYear, projected: 300_001 })).toEqual({
      ...{ month: "2026-11", interactions: 300_001, peopleNeeded: 30_001, partialYear: false },
    });
    expect(peakOfHistory({ ...now, past: wholeYear, projected: 91_000 })?.month).toBe("2026-11");
    expect(peakOfHistory({ ...now, past: wholeYear, projected: 90_999 })?.month).toBe("2026-10");
    const equal = [...month("2026-04", 700), ...month("2026-06", 700)];
    expect(peakOfHistory({ ...now, past: equal })?.month).toBe("2026-06");
  });

  it("labels a year of which a month is missing, or was not seen to its end", () => {
    const label = (past: readonly { day: string; used: number }[]) => peakOfHistory({ ...now, past })?.partialYear;
    expect(label(wholeYear)).toBe(false);
    expect(label(wholeYear.slice(2))).toBe(true);
    expect(label([...wholeYear.slice(2), ...month("2025-11", 80_000, "27")])).toBe(true);
  });

  it("looks at twelve months before the current one", () => {
    const past = [...month("2025-10", 900_000), ...month("2025-11", 200_000), ...month("2026-11", 900_000)];
    expect(peakOfHistory({ ...now, past })).toMatchObject({ month: "2025-11", partialYear: true });
  });

  it("asks for the people who count when these are more", () => {
    expect(peakOfHistory({ ...now, past: [], projected: 99_999 })).toMatchObject({ peopleNeeded: 10_000 });
    expect(peakOfHistory({ ...now, past: [], projected: 100_001 })).toMatchObject({ peopleNeeded: 10_001 });
  });

  it("is none when no month is known", () => {
    expect(peakOfHistory({ ...now, past: [] })).toBeUndefined();
  });
});
