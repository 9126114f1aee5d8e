import { describe, expect, it } from "vitest";
import { asOf, fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput, type CheckOptions } from "../../../../test/fixtures/checkInput.fixture";
import { defaultSettings, type Workspace } from "../..";
import { casesImplausible } from "./casesImplausible";

const workspaceOf = (readable: number, more: Partial<Workspace> = {}): Workspace => ({
  ...{ id: "w", name: "Service", environmentId: "a", sample: false, createdCases: 200_000, measuredAt: asOf },
  readableCases: [{ day: "2026-11-01", cases: readable }],
  ...more,
});

const found = (workspaces: readonly Workspace[] | undefined, options: CheckOptions = {}) => {
  const facts = fakeTenant().withEnvironment("a", { name: "Alpha" }).facts();
  return casesImplausible(checkInput({ ...facts, ...(workspaces === undefined ? {} : { workspaces }) }, options));
};

describe("casesImplausible", () => {
  it("CSI.table: an owner reads more cases than were created", () => {
    expect(found([workspaceOf(200_001)])).toEqual([
      {
        id: "casesImplausible:w",
        kind: "casesImplausible",
        subjects: [
          { type: "workspace", id: "w", name: "Service" },
          { type: "environment", id: "a", name: "Alpha" },
        ],
        facts: {
          ...{ workspace: "Service", environment: "Alpha", readable: 200_001, created: 200_000, difference: 1 },
          ...{ from: "2026-09-23", to: "2026-11-22" },
        },
      },
    ]);
  });

  it.each([100_000, 200_000])("may read %i of 200,000", (readable) => {
    expect(found([workspaceOf(readable)])).toEqual([]);
  });

  it("counts the sixty days only", () => {
    const rows = [
      { day: "2026-09-22", cases: 999_999 },
      { day: "2026-09-23", cases: 100_000 },
      { day: "2026-11-22", cases: 100_000 },
    ];
    expect(found([workspaceOf(0, { readableCases: rows })])).toEqual([]);
    const policy = { ...defaultSettings.policy, timeZone: "Asia/Tokyo" };
    const [finding] = found([workspaceOf(200_001)], { settings: { policy } });
    expect(finding?.facts).toMatchObject({ from: "2026-09-24", to: "2026-11-23" });
  });

  it("says nothing of a sample, of what nobody counted, and of a tenant without workspaces", () => {
    const { createdCases, ...uncounted } = workspaceOf(200_001);
    expect(createdCases).toBe(200_000);
    expect(found([workspaceOf(200_001, { sample: true }), uncounted])).toEqual([]);
    expect(found([])).toEqual([]);
    expect(found(undefined)).toEqual([]);
  });

  it("names an unknown environment by its id and keeps the order of ids", () => {
    const other = workspaceOf(300_000, { id: "v", environmentId: "gone" });
    const findings = found([workspaceOf(200_001), other]);
    expect(findings.map(({ id }) => id)).toEqual(["casesImplausible:v", "casesImplausible:w"]);
    expect(findings[0]?.facts).toMatchObject({ environment: "gone", difference: 100_000 });
    expect(findings[0]?.subjects[1]).toEqual({ type: "environment", id: "gone", name: "gone" });
  });
});
