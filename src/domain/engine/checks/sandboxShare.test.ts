import { describe, expect, it } from "vitest";
import { fakeTenant, type EnvironmentOptions } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput, type CheckOptions } from "../../../../test/fixtures/checkInput.fixture";
import type { MeterId } from "../..";
import { sandboxShare } from "./sandboxShare";

type Row = readonly [type: NonNullable<EnvironmentOptions["type"]>, people: number];

const found = (rows: readonly Row[], meter: MeterId = "interactedPeople", options: CheckOptions = {}) => {
  const tenant = rows.reduce(
    (world, [type, people], index) =>
      world.withEnvironment(`e${index}`, { type, name: `Env ${index}` }).withImport(`e${index}`, meter, people),
    fakeTenant().withSku("customerInsightsAttach"),
  );
  return sandboxShare(checkInput(tenant.facts(), options));
};

describe("sandboxShare", () => {
  it("CI-J.interacted-people.environments: 7,200 + 1,900 + 450 + 450, of which 28 % are for tests", () => {
    expect(
      found([
        ["production", 7_200],
        ["sandbox", 1_900],
        ["developer", 450],
        ["trial", 450],
      ]),
    ).toEqual([
      {
        id: "sandboxShare:interactedPeople",
        kind: "sandboxShare",
        rule: "CI-J.interacted-people.environments",
        subjects: [
          { type: "meter", id: "interactedPeople", name: "interactedPeople" },
          { type: "environment", id: "e1", name: "Env 1" },
          { type: "environment", id: "e2", name: "Env 2" },
          { type: "environment", id: "e3", name: "Env 3" },
        ],
        facts: {
          ...{ meter: "interactedPeople", unit: "people", used: 10_000, people: 2_800, environments: 3 },
          ...{ percent: 28, thresholdPercent: 10, sandbox: 1_900, developer: 450, trial: 450 },
        },
      },
    ]);
  });

  it.each([
    [999, 9_001, 0],
    [1_000, 9_000, 1],
    [1_001, 8_999, 1],
  ])("%i of 10,000 in a sandbox", (sandbox, production, count) => {
    expect(
      found([
        ["sandbox", sandbox],
        ["production", production],
      ]),
    ).toHaveLength(count);
  });

  it("leaves out environments without people and of other types", () => {
    const [finding] = found([
      ["sandbox", 0],
      ["default", 50],
      ["teams", 50],
      ["developer", 100],
    ]);
    expect(finding?.subjects.map(({ id }) => id)).toEqual(["interactedPeople", "e3"]);
    expect(finding?.facts).toMatchObject({ people: 100, environments: 1, percent: 50, sandbox: 0, trial: 0 });
  });

  it("looks at unified people with their own rule, and not at interactions", () => {
    expect(found([["sandbox", 5]], "unifiedPeople")).toMatchObject([
      { id: "sandboxShare:unifiedPeople", rule: "CI-D.usage.sum", facts: { percent: 100 } },
    ]);
    expect(found([["sandbox", 5]], "monthlyInteractions")).toEqual([]);
  });

  it("says nothing when nobody is there or nobody knows", () => {
    expect(found([["sandbox", 0]])).toEqual([]);
    expect(found([])).toEqual([]);
    const used = { kind: "unknown" as const, reason: { code: "noReading" as const } };
    expect(found([["sandbox", 5]], "interactedPeople", { meters: { interactedPeople: { used } } })).toEqual([]);
    expect(sandboxShare(checkInput(fakeTenant().withEnvironment("a", { type: "sandbox" }).facts()))).toEqual([]);
  });

  it("falls back to its own rule where a meter's is not in the catalogue", () => {
    const [finding] = found([["sandbox", 5]], "interactedPeople", { meters: { interactedPeople: { rule: "OLD" } } });
    expect(finding).not.toHaveProperty("rule");
  });
});
