import { describe, expect, it } from "vitest";
import type { Measured } from "../measured";
import { assess, statusOfRoom, usualLevels } from "./assess";

const known = (value: number): Measured => ({
  kind: "known",
  value,
  asOf: "2026-11-22T00:00:00Z",
  source: "catalogue",
  confidence: "measured",
});
const unknown: Measured = { kind: "unknown", reason: { code: "noReading" } };
const sure = {
  ownedLowerBound: false,
  ownedOpen: false,
  usedLowerBound: false,
  nature: "amount",
  levels: usualLevels,
} as const;
const judge = (owned: number, used: number) => assess({ ...sure, owned: known(owned), used: known(used) });

describe("STO.thresholds", () => {
  it.each([
    [8_500, "ok"],
    [8_501, "near"],
    [9_500, "near"],
    [9_501, "critical"],
    [10_000, "critical"],
    [10_001, "over"],
  ] as const)("%i of 10,000 is %s", (used, status) => {
    expect(statusOfRoom(10_000 - used, 10_000, usualLevels)).toBe(status);
    expect(judge(10_000, used)).toEqual({ status, over: Math.max(0, used - 10_000) });
  });
});

describe("levels of the customer", () => {
  const levels = { near: 70, critical: 90 };

  it.each([
    [7_000, "ok"],
    [7_001, "near"],
    [9_000, "near"],
    [9_001, "critical"],
    [10_001, "over"],
  ] as const)("with 70 and 90, %i of 10,000 is %s", (used, status) => {
    expect(assess({ ...sure, levels, owned: known(10_000), used: known(used) }).status).toBe(status);
  });

  it("may be one and the same, and do not move slots", () => {
    expect(statusOfRoom(2_999, 10_000, { near: 70, critical: 70 })).toBe("critical");
    expect(assess({ ...sure, nature: "slots", levels, owned: known(10), used: known(10) }).status).toBe("ok");
  });
});

describe("assess", () => {
  it("is over when nothing is owned and something used, none when neither", () => {
    expect(judge(0, 1)).toEqual({ status: "over", over: 1 });
    expect(judge(0, 0)).toEqual({ status: "none", over: 0 });
  });

  it("knows nothing of what was not read", () => {
    expect(assess({ ...sure, owned: known(10), used: unknown })).toEqual({ status: "unknown", over: 0 });
    expect(assess({ ...sure, owned: unknown, used: known(10) })).toEqual({ status: "unknown", over: 0 });
  });

  it("needs no reading where the limit is lifted", () => {
    expect(assess({ ...sure, owned: { kind: "unlimited" }, used: unknown })).toEqual({ status: "unlimited", over: 0 });
  });

  it("calls nobody over when more may be owned, and nothing none when more may be used", () => {
    const owned = { ...sure, ownedLowerBound: true };
    expect(assess({ ...owned, owned: known(10), used: known(20) })).toEqual({ status: "unknown", over: 0 });
    expect(assess({ ...owned, owned: known(10), used: known(2) })).toEqual({ status: "ok", over: 0 });
    expect(assess({ ...sure, usedLowerBound: true, owned: known(0), used: known(0) }).status).toBe("unknown");
    expect(assess({ ...sure, usedLowerBound: true, owned: known(10), used: known(11) }).status).toBe("over");
  });

  it.each([
    [0, "unknown"],
    [8_500, "unknown"],
    [8_501, "near"],
    [9_501, "critical"],
    [10_000, "critical"],
    [10_001, "over"],
  ] as const)("proves no room with at least %i of 10,000 used: %s", (used, status) => {
    const partial = { ...sure, usedLowerBound: true, owned: known(10_000), used: known(used) };
    expect(assess(partial)).toEqual({ status, over: Math.max(0, used - 10_000) });
  });

  it("proves of slots that were not all counted only that there are too many", () => {
    const partial = { ...sure, nature: "slots", usedLowerBound: true, owned: known(4) } as const;
    expect(assess({ ...partial, used: known(1) })).toEqual({ status: "unknown", over: 0 });
    expect(assess({ ...partial, used: known(4) })).toEqual({ status: "unknown", over: 0 });
    expect(assess({ ...partial, used: known(5) })).toEqual({ status: "over", over: 1 });
  });

  it("tells nothing where both sides may be more", () => {
    const both = { ...sure, ownedLowerBound: true, usedLowerBound: true, owned: known(10) };
    expect(assess({ ...both, used: known(2) })).toEqual({ status: "unknown", over: 0 });
    expect(assess({ ...both, used: known(9) })).toEqual({ status: "unknown", over: 0 });
    expect(assess({ ...both, used: known(11) })).toEqual({ status: "unknown", over: 0 });
  });

  it("calls nothing none when a licence that nobody knows may give some, and still tells what is over", () => {
    const open = { ...sure, ownedOpen: true };
    expect(assess({ ...open, owned: known(0), used: known(0) })).toEqual({ status: "unknown", over: 0 });
    expect(assess({ ...open, owned: known(0), used: known(1) })).toEqual({ status: "over", over: 1 });
    expect(assess({ ...open, nature: "rate", owned: known(0), used: unknown }).status).toBe("unknown");
    expect(assess({ ...sure, nature: "rate", owned: known(0), used: unknown }).status).toBe("none");
    expect(assess({ ...open, nature: "rate", owned: known(1), used: unknown }).status).toBe("rate");
  });

  it("lets slots be filled to the last", () => {
    expect(assess({ ...sure, nature: "slots", owned: known(4), used: known(4) })).toEqual({ status: "ok", over: 0 });
    expect(assess({ ...sure, nature: "slots", owned: known(4), used: known(5) })).toEqual({ status: "over", over: 1 });
  });
});
