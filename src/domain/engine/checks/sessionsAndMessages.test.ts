import { describe, expect, it } from "vitest";
import { fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import type { Allocation } from "../..";
import { foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "sessionsAndMessages";

const found = (...allocations: readonly Allocation[]) =>
  foundIn(kind, fakeTenant().withEnvironment("a", { name: "Alpha", allocations }));

const of = (type: string, allocated: number): Allocation => ({ type, allocated });

const finding = {
  id: "sessionsAndMessages:a",
  kind,
  rule: "CC.pva.exclusive",
  subjects: [{ type: "environment", id: "a", name: "Alpha" }],
};

describe("CC.pva.exclusive", () => {
  it("sessions and messages in one environment are a conflict", () => {
    expect(found(of("MCSSessions", 400), of("VAConversations", 600), of("MCSMessages", 25_000))).toEqual([
      { ...finding, severity: "warning", facts: { state: "conflict", sessions: 1_000, messages: 25_000 } },
    ]);
    expect(found(of("VAConversations", 1), of("MCSMessages", 1))[0]?.facts["state"]).toBe("conflict");
  });

  it("sessions alone block generative AI", () => {
    expect(found(of("MCSSessions", 1), of("MCSMessages", 0), of("Database", 5_000))).toEqual([
      { ...finding, severity: "info", facts: { state: "generativeBlocked", sessions: 1, messages: 0 } },
    ]);
  });

  it("messages alone, nothing at all, and two environments side by side are fine", () => {
    expect(found(of("MCSMessages", 25_000))).toEqual([]);
    expect(found(of("MCSSessions", 0), of("MCSMessages", 1))).toEqual([]);
    const apart = fakeTenant()
      .withEnvironment("a", { allocations: [of("MCSMessages", 1)] })
      .withEnvironment("b", { allocations: [of("MCSSessions", 1)] });
    expect(foundIn(kind, apart).map(({ id, severity }) => [id, severity])).toEqual([["sessionsAndMessages:b", "info"]]);
  });

  it("says nothing of environments whose allocations are not known", () => {
    expect(foundIn(kind, fakeTenant().withEnvironment("a"))).toEqual([]);
    const refused = fakeTenant().withEnvironment("a", { allocations: [of("MCSSessions", 1)], refused: "forbidden" });
    expect(foundIn(kind, refused)).toEqual([]);
    const unasked = { ...fakeTenant().withEnvironment("a").facts(), byEnvironment: [] };
    expect(foundIn(kind, { ...fakeTenant(), facts: () => unasked })).toEqual([]);
  });
});
