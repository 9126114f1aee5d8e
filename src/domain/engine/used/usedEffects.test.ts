import { describe, expect, it } from "vitest";
import { filled, input, sent } from "../../../../test/fixtures/people.fixture";
import type { MeterId } from "../../catalog/meters";
import { assemble } from "../../snapshot/assemble";
import type { CountingInput } from "./countingInput";

const log = [
  sent("x", "2026-11-01"),
  sent("x", "2026-11-01", { environmentId: "b" }),
  sent("gone", "2026-11-02", { deleted: true }),
  filled("z", "2026-11-03", { environmentId: "b" }),
];

const reportOf = ({ facts, settings, asOf }: CountingInput, meter: MeterId) => {
  const { meters } = assemble(facts, settings, { id: "7f1c1f4e-9f0c-4d62-8a57-0d5f7c0a9b11", asOf });
  const { used, switches, coverage } = meters.find((report) => report.meter === meter)!;
  return { used: used.kind === "known" ? used.value : used.kind, switches, read: coverage.read };
};

const dedup = (value: string, other: string, used: number) => ({
  ...{ name: "crossEnvironmentDedup", value, others: [{ value: other, used }] },
});
const deleted = (value: string, other: string, used: number) => ({
  ...{ name: "deletedRecords", value, others: [{ value: other, used }] },
});

describe("what other readings would say about use", () => {
  it("CI-J.interacted-people.environments and .deleted: a record once, and without deleted ones", () => {
    expect(reportOf(input({ interactions: log }), "interactedPeople")).toEqual({
      ...{ used: 4, read: 2 },
      switches: [dedup("none", "byRecordId", 3), deleted("count", "ignore", 3)],
    });
  });

  it("moves the total when it is chosen, and then shows the default's figure", () => {
    expect(
      reportOf(input({ interactions: log, policy: { crossEnvironmentDedup: "byRecordId" } }), "interactedPeople"),
    ).toEqual({ used: 3, read: 2, switches: [dedup("byRecordId", "none", 4), deleted("count", "ignore", 2)] });
    expect(reportOf(input({ interactions: log, policy: { deletedRecords: "ignore" } }), "interactedPeople")).toEqual({
      ...{ used: 3, read: 2 },
      switches: [dedup("none", "byRecordId", 2), deleted("ignore", "count", 4)],
    });
  });

  it("CI-J.interactions.counting: with inbound, and the time zone without alternatives", () => {
    expect(reportOf(input({ interactions: log }), "monthlyInteractions")).toEqual({
      ...{ used: 3, read: 2 },
      switches: [{ name: "interactionMeter", value: "outbound", others: [{ value: "all", used: 4 }] }],
    });
    const all = input({ interactions: log, policy: { interactionMeter: "all" } });
    expect(reportOf(all, "monthlyInteractions").switches).toEqual([
      { name: "interactionMeter", value: "all", others: [{ value: "outbound", used: 3 }] },
    ]);
  });

  it("is left out where nothing moves, and where nothing was handed in", () => {
    const plain = [sent("x", "2026-11-01"), sent("y", "2026-11-01", { environmentId: "b" })];
    expect(reportOf(input({ interactions: plain }), "interactedPeople").switches).toEqual([]);
    expect(reportOf(input({}), "interactedPeople")).toEqual({ used: "unknown", switches: [], read: 0 });
    expect(reportOf(input({ interactions: log }), "recordRoutes").switches).toEqual([]);
  });

  it("does not move what was read or imported: only what is counted", () => {
    const imported = [
      { environmentId: "a", meter: "interactedPeople", value: 100, measuredAt: "2026-11-20T00:00:00Z" } as const,
    ];
    expect(reportOf(input({ interactions: log, more: { imported } }), "interactedPeople")).toEqual({
      ...{ used: 102, read: 2 },
      switches: [dedup("none", "byRecordId", 101)],
    });
  });
});

describe("cases of environments", () => {
  const workspaces = [
    {
      ...{ id: "w", name: "Support", environmentId: "a", sample: false, measuredAt: "2026-11-22T10:00:00Z" },
      readableCases: [{ day: "2026-11-01", cases: 200_000 }],
    },
  ];
  const imported = [{ environmentId: "b", meter: "cases", value: 7, measuredAt: "2026-11-20T00:00:00Z" } as const];

  it("CSI.imported: an environment that nobody named has none and does not lower the coverage", () => {
    expect(reportOf(input({ more: { workspaces } }), "cases")).toEqual({ used: 200_000, switches: [], read: 1 });
    expect(reportOf(input({ more: { workspaces: [] } }), "cases")).toEqual({ used: 0, switches: [], read: 0 });
  });

  it("are unknown when nothing was handed in, and what was imported otherwise", () => {
    expect(reportOf(input({}), "cases")).toEqual({ used: "unknown", switches: [], read: 0 });
    expect(reportOf(input({ more: { imported } }), "cases")).toEqual({ used: 7, switches: [], read: 1 });
    expect(reportOf(input({ more: { imported, workspaces } }), "cases")).toMatchObject({ used: 200_007, read: 2 });
  });
});
