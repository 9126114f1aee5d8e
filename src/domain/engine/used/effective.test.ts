import { describe, expect, it } from "vitest";
import type { Measured } from "../../measured";
import { effectiveInteractions } from "./effective";

const known = (value: number): Measured => ({
  ...{ kind: "known", value, asOf: "2026-11-22T00:00:00Z", source: "graph.subscribedSkus", confidence: "measured" },
});

describe("CI-J.fair-use", () => {
  it.each([
    [100_000, 100_000],
    [299_999_999, 299_999_999],
    [300_000_000, 300_000_000],
    [300_000_001, 300_000_000],
  ])("of %i interactions owned one environment can use %i", (owned, effective) => {
    expect(effectiveInteractions("monthlyInteractions", known(owned))).toBe(effective);
  });

  it("is told for interactions only, and only when owned is known", () => {
    expect(effectiveInteractions("interactedPeople", known(5))).toBeUndefined();
    expect(effectiveInteractions("monthlyInteractions", { kind: "unlimited" })).toBeUndefined();
  });
});
