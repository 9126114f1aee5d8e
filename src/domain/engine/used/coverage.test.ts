import { describe, expect, it } from "vitest";
import type { Confidence, Known, Measured, Reason, SourceId } from "../../measured";
import { totalOf } from "./coverage";

const figure = (value: number, asOf: string, source: SourceId, confidence: Confidence): Known => ({
  ...{ kind: "known", value, asOf, source, confidence },
});
const unknown = (reason: Reason): Measured => ({ kind: "unknown", reason });

const total = (...figures: readonly Measured[]) =>
  totalOf(
    figures.map((counted, index) => ({ environmentId: `e${index}`, counted })),
    { asOf: "2026-11-22T20:00:00Z" },
  );

const packages = figure(1, "2026-11-20T10:00:00Z", "powerplatform.applicationPackages", "measured");
const solutions = figure(2, "2026-11-20T09:00:00Z", "dataverse.solutions", "measured");
const handedIn = figure(4, "2026-11-20T11:00:00Z", "import.csv", "imported");
const counted = figure(8, "2026-11-20T11:00:00Z", "activity", "estimated");

describe("DATA.coverage", () => {
  it("adds up what is known: as old as the oldest, as sure as the least sure, whatever the order", () => {
    expect(total(packages, solutions).used).toEqual({ ...packages, value: 3, asOf: solutions.asOf });
    expect(total(solutions, packages).used).toEqual({ ...solutions, value: 3 });
    expect(total(packages, handedIn).used).toEqual({ ...handedIn, value: 5, asOf: packages.asOf });
    expect(total(handedIn, packages).used).toEqual({ ...handedIn, value: 5, asOf: packages.asOf });
    expect(total(handedIn, counted, packages).used).toEqual({ ...counted, value: 13, asOf: packages.asOf });
    expect(total(counted, handedIn).used).toEqual({ ...counted, value: 12 });
  });

  it("keeps the first way of writing of the same instant", () => {
    const later = { ...solutions, asOf: "2026-11-20T11:00:00+01:00" };
    expect(total(packages, later).used).toMatchObject({ asOf: packages.asOf });
    expect(total(later, packages).used).toMatchObject({ asOf: later.asOf });
  });

  it("lists who is missing, and never lowers the sum by it", () => {
    expect(total(packages, unknown({ code: "forbidden" }), { kind: "unlimited" })).toEqual({
      used: packages,
      coverage: { read: 1, total: 3, missing: [{ environmentId: "e1", reason: { code: "forbidden" } }] },
    });
  });

  it("gives the reason that all share, with its details where they share them too", () => {
    const [forbidden, detailed] = [{ code: "forbidden" }, { code: "forbidden", detail: "no role" }] as const;
    const usedOf = (...reasons: readonly Reason[]) => total(...reasons.map(unknown)).used;
    expect(usedOf(detailed)).toEqual(unknown(detailed));
    expect(usedOf(detailed, detailed)).toEqual(unknown(detailed));
    expect(usedOf(detailed, forbidden)).toStrictEqual(unknown(forbidden));
    expect(usedOf(detailed, detailed, { ...detailed, detail: "no seat" })).toStrictEqual(unknown(forbidden));
    expect(usedOf(forbidden, { code: "throttled" })).toEqual(unknown({ code: "noReading" }));
    expect(usedOf(forbidden, forbidden, { code: "throttled" })).toEqual(unknown({ code: "noReading" }));
  });

  it("is nothing where no environment can use the meter", () => {
    expect(total()).toEqual({
      used: figure(0, "2026-11-22T20:00:00Z", "powerplatform.environments", "measured"),
      coverage: { read: 0, total: 0, missing: [] },
    });
  });
});
