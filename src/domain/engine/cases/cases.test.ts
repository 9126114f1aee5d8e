import { describe, expect, it } from "vitest";
import { input } from "../../../../test/fixtures/people.fixture";
import { addDays } from "../../calendar";
import { grantsOf } from "../../catalog/grants";
import type { Workspace } from "../../snapshot/activity";
import type { CountingInput } from "../used/countingInput";
import { withPackSizes } from "../owned/overrides";
import { addOnsNeeded, caseBalance, casesPerAddOn, casesPerUser, usersNeeded } from "./balance";
import { casesImported, firstDayImported, readableCases } from "./count";

const today = "2026-11-22";

const workspace = (cases: number, more: Partial<Workspace> = {}): Workspace => ({
  ...{ id: "w", name: "Support", environmentId: "a", sample: false, measuredAt: "2026-11-22T10:00:00Z" },
  readableCases: [{ day: today, cases }],
  ...more,
});

const asked = (workspaces: readonly Workspace[], more: Partial<CountingInput> = {}): CountingInput => ({
  ...input({ more: { workspaces } }),
  ...more,
});

const counted = (workspaces: readonly Workspace[], more: Partial<CountingInput> = {}) => {
  const figure = casesImported.count(asked(workspaces, more))?.("a");
  return figure?.kind === "known" ? figure.value : figure?.kind;
};

describe("CSI.table", () => {
  it.each([
    [100_000, 1, 100_000],
    [200_000, 1, 200_000],
    [200_000, 2, 400_000],
    [300_000, 1, 300_000],
    [600_000, 1, 600_000],
    [600_000, 2, 1_200_000],
  ])("%i that an owner can read in %i workspaces require %i", (readable, workspaces, required) => {
    expect(counted(Array.from({ length: workspaces }, (_, index) => workspace(readable, { id: `${index}` })))).toBe(
      required,
    );
  });
});

describe("CSI.imported", () => {
  it("counts each workspace of an environment for itself, and of no other", () => {
    const three = [workspace(5), workspace(7, { id: "v" }), workspace(90, { id: "u", environmentId: "b" })];
    const figureOf = casesImported.count(asked(three));
    expect(["a", "b", "c"].map((id) => figureOf?.(id))).toEqual([
      { kind: "known", value: 12, asOf: "2026-11-22T10:00:00Z", source: "workspaces", confidence: "imported" },
      { kind: "known", value: 90, asOf: "2026-11-22T10:00:00Z", source: "workspaces", confidence: "imported" },
      undefined,
    ]);
    expect(casesImported.closed).toBe(true);
  });

  it("is not counted when no workspace was named", () => {
    expect(casesImported.count(input({}))).toBeUndefined();
  });

  it("is as old as the oldest of the workspaces that count", () => {
    const ages = ["2026-11-21T10:00:00Z", "2026-11-20T23:00:00-05:00", "2026-11-22T10:00:00Z"];
    const all = ages.map((measuredAt, index) => workspace(1, { id: `${index}`, measuredAt }));
    const sample = workspace(1, { sample: true, measuredAt: "2026-01-01T00:00:00Z" });
    expect(casesImported.count(asked([...all, sample]))?.("a")).toMatchObject({ value: 3, asOf: ages[1] });
    expect(casesImported.count(asked([...all, sample].reverse()))?.("a")).toMatchObject({ asOf: ages[1] });
  });

  it("is unknown when measured after the question, or before the sixty days began", () => {
    const at = (measuredAt: string) => counted([workspace(1, { measuredAt }), workspace(2, { id: "v" })]);
    expect(at("2026-11-22T20:00:00Z")).toBe(3);
    expect(at("2026-11-22T20:00:01Z")).toBe("unknown");
    expect(at("2026-09-23T00:00:00Z")).toBe(3);
    expect(at("2026-09-22T23:59:59Z")).toBe("unknown");
    expect(casesImported.count(asked([workspace(1, { measuredAt: "2026-09-22T00:00:00Z" })]))?.("a")).toEqual({
      ...{ kind: "unknown", reason: { code: "noReading" } },
    });
  });
});

describe("CSI.sample-excluded", () => {
  it("200,000 readable in one workspace and one with sample data require 200,000", () => {
    expect(counted([workspace(200_000), workspace(200_000, { id: "sample", sample: true })])).toBe(200_000);
  });

  it("an environment with nothing but sample data requires none", () => {
    const sample = workspace(200_000, { sample: true, measuredAt: "2026-11-01T00:00:00Z" });
    expect(casesImported.count(asked([sample]))?.("a")).toMatchObject({ value: 0, asOf: "2026-11-01T00:00:00Z" });
  });
});

describe("CSI.created-on", () => {
  it.each([
    ["61 days before", -61, 0],
    ["60 days before", -60, 5],
    ["59 days before", -59, 5],
    ["on the day before", -1, 5],
    ["on the day", 0, 5],
    ["on the day after", 1, 0],
  ])("cases created %s are counted as they should", (_, days, cases) => {
    const readable = [{ day: addDays(today, days), cases: 5 }];
    expect(readableCases(workspace(0, { readableCases: readable }), today)).toBe(cases);
    expect(counted([workspace(0, { readableCases: readable })])).toBe(cases);
  });

  it("has 61 days with both ends, in the time zone of the policy", () => {
    expect(firstDayImported(today)).toBe("2026-09-23");
    const days = Array.from({ length: 70 }, (_, index) => ({ day: addDays("2026-09-17", index), cases: 1 }));
    const all = workspace(0, { readableCases: days });
    expect(counted([all])).toBe(61);
    const first = workspace(0, { readableCases: [{ day: "2026-09-23", cases: 9 }] });
    const { settings } = input({ policy: { timeZone: "Asia/Tokyo" } });
    expect([counted([first]), counted([first], { settings })]).toEqual([9, 0]);
  });
});

describe("CSI.balance and CSI.addons.organisation", () => {
  const rows = grantsOf("seed");
  const sized = (amount: number) =>
    withPackSizes(rows, [
      {
        ...{ kind: "packSize", product: "serviceInsightsCases", meter: "cases", amount },
        ...{ by: "ada", at: "2026-11-01T00:00:00Z" },
      },
    ]);

  it("1,200,000 required with ten users are over by 200,000; twelve users would bear them", () => {
    expect(caseBalance(1_200_000, 1_000_000, rows)).toEqual({ over: 200_000, usersNeeded: 12 });
  });

  it("add-ons are told from the customer's size, for the whole tenant", () => {
    expect(caseBalance(1_200_000, 1_000_000, sized(30_000))).toEqual({
      ...{ over: 200_000, addOnsNeeded: 7, usersNeeded: 12 },
    });
    expect([casesPerAddOn(rows), casesPerAddOn(sized(0)), casesPerAddOn(sized(1))]).toEqual([undefined, undefined, 1]);
  });

  it("nothing is over up to the capacity, and one case more asks for one add-on", () => {
    expect(caseBalance(1_000_000, 1_000_000, sized(50_000))).toEqual({ over: 0, addOnsNeeded: 0, usersNeeded: 10 });
    expect(caseBalance(1_000_001, 1_000_000, sized(50_000))).toEqual({ over: 1, addOnsNeeded: 1, usersNeeded: 11 });
    expect(caseBalance(5, 1_000_000, sized(50_000))).toEqual({ over: 0, addOnsNeeded: 0, usersNeeded: 1 });
    expect([addOnsNeeded(50_000, 50_000), addOnsNeeded(50_001, 50_000), addOnsNeeded(1, undefined)]).toEqual([
      1,
      2,
      undefined,
    ]);
    expect([usersNeeded(0, 100_000), usersNeeded(100_000, 100_000), usersNeeded(100_001, 100_000)]).toEqual([0, 1, 2]);
  });

  it("takes what a user licence gives in cases, not what other licences or other meters give", () => {
    const row = { product: "serviceInsights", meter: "cases", rule: "CSI.entitlement", way: { kind: "each" } } as const;
    const others = [
      { ...row, product: "customerServiceEnterprise" as const, amount: 3 },
      { ...row, meter: "recordRoutes" as const, amount: 5 },
      { ...row, amount: 0 },
    ];
    expect(casesPerUser([...others, { ...row, amount: 50 }])).toBe(50);
    expect(casesPerUser(others)).toBeUndefined();
  });

  it("does not guess users without a row", () => {
    expect(casesPerUser(rows)).toBe(100_000);
    expect(casesPerUser([])).toBeUndefined();
    expect(caseBalance(5, 0, [])).toEqual({ over: 5 });
  });
});
