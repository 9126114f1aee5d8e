import { describe, expect, it } from "vitest";
import type { Measured } from "../../domain";
import { amountOf, figureOf, quantityOf, usedOf } from "./figures";

const known = (value: number): Measured => ({
  ...{ kind: "known", value, asOf: "2026-11-22T00:00:00Z" },
  ...{ source: "powerplatform.environments", confidence: "measured" },
});

describe("storage", () => {
  it.each([
    [25_000, "25 GB"],
    [1, "0.001 GB"],
    [999, "0.999 GB"],
    [1_000, "1 GB"],
    [1_000_001, "1,000.001 GB"],
    [-1_500, "-1.5 GB"],
    [0, "0 GB"],
  ])("of %i MB reads %s: 1 GB is 1,000 MB", (value, text) => {
    expect(quantityOf(value, "megabytes")).toBe(text);
  });
});

describe("figures", () => {
  it("stand in their unit, one for one", () => {
    expect(quantityOf(12_000, "people")).toBe("12,000 people");
    expect(quantityOf(1, "people")).toBe("1 person");
    expect(amountOf(0.25, "messagesPerHour")).toBe("0.3");
  });

  it("are never 0 when they are not known", () => {
    expect(figureOf({ kind: "unknown", reason: { code: "noReading" } }, "megabytes")).toBe("unknown");
    expect(figureOf({ kind: "unlimited" }, "routes")).toBe("unlimited");
  });

  it("say at least where not every environment was read", () => {
    const report = { used: known(2_500), unit: "megabytes" } as const;
    expect(usedOf({ ...report, coverage: { read: 1, total: 2, missing: [] } })).toBe("at least 2.5");
    expect(usedOf({ ...report, coverage: { read: 2, total: 2, missing: [] } })).toBe("2.5");
  });
});
