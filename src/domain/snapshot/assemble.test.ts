import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, packageOf, planIds, runId } from "../../../test/fixtures/fakeTenant.fixture";
import { assemble, decode, defaultSettings, encode } from "..";

describe("assemble, encode and decode", () => {
  it("give back the same snapshot", () => {
    const facts = fakeTenant()
      .withSku("customerInsightsAttach", { units: { enabled: 1, warning: 1 } })
      .withSku(["aaaaaaaa-0000-4000-8000-000000000001", "CONTOSO"], 3)
      .withEnvironment("b", { database: 10, file: 20, log: 30, packages: [packageOf("DynamicsMKT_AnchorSolution")] })
      .withEnvironment("a", { refused: "forbidden", type: "trial" })
      .withEnvironment("c", { type: "default", database: 3500 })
      .withImport("b", "interactedPeople", 1200)
      .facts();
    const snapshot = assemble(facts, defaultSettings, { id: runId, asOf });
    expect(decode(encode(snapshot))).toEqual({ kind: "snapshot", snapshot });
    expect(planIds.journeysBase).toBeDefined();
  });
});
