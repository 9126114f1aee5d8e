import { describe, expect, it } from "vitest";
import { fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput, type CheckOptions } from "../../../../test/fixtures/checkInput.fixture";
import { defaultSettings, type Interaction } from "../..";
import { possibleDuplicates } from "./possibleDuplicates";

const sent = (environmentId: string, recordId: string): Interaction => ({
  ...{ environmentId, recordId, table: "contact", at: "2026-11-01T00:00:00Z", channel: "email" },
  direction: "outbound",
});

const copied = [sent("a", "1"), sent("a", "2"), sent("b", "1"), sent("b", "3")];

const found = (interactions: readonly Interaction[] | undefined, options: CheckOptions = {}) => {
  const facts = fakeTenant().withEnvironment("a").withEnvironment("b", { type: "sandbox" }).facts();
  return possibleDuplicates(checkInput({ ...facts, ...(interactions === undefined ? {} : { interactions }) }, options));
};

describe("possibleDuplicates", () => {
  it("CI-J.interacted-people.environments: the same record in two environments, as a what-if", () => {
    expect(found(copied)).toEqual([
      {
        id: "possibleDuplicates:interactedPeople",
        kind: "possibleDuplicates",
        subjects: [{ type: "meter", id: "interactedPeople", name: "interactedPeople" }],
        facts: { meter: "interactedPeople", unit: "people", owned: 0, used: 4, duplicates: 1, without: 3 },
      },
    ]);
  });

  it("says nothing without a log, and nothing when no record repeats", () => {
    expect(found(undefined)).toEqual([]);
    expect(found([sent("a", "1"), sent("b", "2")])).toEqual([]);
  });

  it("says nothing when the policy counts each record once", () => {
    const policy = { ...defaultSettings.policy, crossEnvironmentDedup: "byRecordId" as const };
    expect(found(copied, { settings: { policy } })).toEqual([]);
  });

  it("leaves out what would remain where the figure that counts is unknown or smaller", () => {
    const unknown = { used: { kind: "unknown" as const, reason: { code: "noReading" as const } } };
    expect(found(copied, { meters: { interactedPeople: unknown } })[0]?.facts).toEqual({
      ...{ meter: "interactedPeople", unit: "people", owned: 0, duplicates: 1 },
    });
    const used = (value: number) => ({
      used: {
        ...{ kind: "known" as const, value, asOf: "2026-11-22T00:00:00Z" },
        ...{ source: "import.csv" as const, confidence: "imported" as const },
      },
    });
    expect(found(copied, { meters: { interactedPeople: used(0) } })[0]?.facts).not.toHaveProperty("without");
    expect(found(copied, { meters: { interactedPeople: used(1) } })[0]?.facts["without"]).toBe(0);
  });
});
