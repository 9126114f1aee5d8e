import { describe, expect, it } from "vitest";
import { fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput } from "../../../../test/fixtures/checkInput.fixture";
import { defaultSettings, type Measured, type MeterId, type MeterReport } from "../..";
import { usageJump } from "./usageJump";

const facts = fakeTenant().withEnvironment("a").facts();

const known = (value: number): Measured => ({
  ...{ kind: "known", value, asOf: "2026-11-22T00:00:00Z", source: "import.csv", confidence: "imported" },
});

const jumped = (before: number, change: number, since: string, more: Partial<MeterReport>): Partial<MeterReport> => ({
  used: known(before + change),
  coverage: { read: 1, total: 1, missing: [] },
  forecast: { points: 3, levels: [], jump: { since, change } },
  ...more,
});

interface Case {
  readonly meter?: MeterId;
  readonly since?: string;
  readonly more?: Partial<MeterReport>;
  readonly timeZone?: string;
}

const found = (before: number, change: number, options: Case = {}) => {
  const { meter = "interactedPeople", since = "2026-11-21", more = {}, timeZone = "UTC" } = options;
  const settings = { policy: { ...defaultSettings.policy, timeZone } };
  return usageJump(checkInput(facts, { settings, meters: { [meter]: jumped(before, change, since, more) } }));
};

describe("usageJump", () => {
  it("DATA.jump: a fifth more than on the last day of history", () => {
    expect(found(10_000, 2_000)).toEqual([
      {
        id: "usageJump:interactedPeople",
        kind: "usageJump",
        rule: "DATA.jump",
        subjects: [{ type: "meter", id: "interactedPeople", name: "interactedPeople" }],
        facts: {
          ...{ meter: "interactedPeople", unit: "people", owned: 0, used: 12_000, before: 10_000, change: 2_000 },
          ...{ since: "2026-11-21", direction: "up", percent: 20, thresholdPercent: 20 },
        },
      },
    ]);
  });

  it.each([
    [10_000, 1_999, 0],
    [10_000, 2_000, 1],
    [10_000, -1_999, 0],
    [10_000, -2_000, 1],
    [0, 0, 0],
    [10_000, 0, 0],
  ])("of %i by %i", (before, change, count) => {
    expect(found(before, change)).toHaveLength(count);
  });

  it("CI-J.install.copy: a drop of people or interactions can be a copy that erased them", () => {
    expect(found(10_000, -4_000)).toMatchObject([
      { rule: "CI-J.install.copy", facts: { direction: "down", percent: 40, change: -4_000, used: 6_000 } },
    ]);
    expect(found(10_000, -4_000, { meter: "monthlyInteractions" })[0]?.rule).toBe("CI-J.install.copy");
    expect(found(10_000, -4_000, { meter: "storageDatabase" })[0]?.rule).toBe("DATA.jump");
  });

  it("has no percentage of nothing", () => {
    const [finding] = found(0, 50);
    expect(finding?.facts).toMatchObject({ before: 0, used: 50, direction: "up" });
    expect(finding?.facts).not.toHaveProperty("percent");
  });

  it("does not call the start of a new month a jump, and does not miss one within a month", () => {
    const monthly = { meter: "monthlyInteractions" as const };
    expect(found(10_000, -9_000, { ...monthly, since: "2026-10-31" })).toEqual([]);
    expect(found(10_000, -9_000, { ...monthly, since: "2026-11-01" })).toHaveLength(1);
    expect(found(10_000, -9_000, { since: "2026-10-31" })).toHaveLength(1);
    const input = checkInput(facts, {
      asOf: "2026-11-30T16:00:00Z",
      settings: { policy: { ...defaultSettings.policy, timeZone: "Asia/Tokyo" } },
      meters: { monthlyInteractions: jumped(10_000, -9_000, "2026-11-30", {}) },
    });
    expect(usageJump(input)).toEqual([]);
  });

  it("does not take missing environments for a drop; growth is growth", () => {
    const more = { coverage: { read: 1, total: 2, missing: [] } };
    expect(found(10_000, -4_000, { more })).toEqual([]);
    expect(found(10_000, 4_000, { more })).toHaveLength(1);
  });

  it("says nothing of slots, of what is unknown, and without history", () => {
    expect(found(10, 10, { meter: "installOutbound" })).toEqual([]);
    expect(found(10, 10, { more: { used: { kind: "unknown", reason: { code: "noReading" } } } })).toEqual([]);
    expect(found(10, 10, { more: { forecast: { points: 0, none: "noHistory", levels: [] } } })).toEqual([]);
    expect(usageJump(checkInput(facts))).toEqual([]);
  });
});
