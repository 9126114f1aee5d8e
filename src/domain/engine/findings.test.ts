import { describe, expect, it } from "vitest";
import { defaultSettings, type Acknowledgement } from "..";
import type { Found } from "./checks/check";
import { findingsOf } from "./findings";

const found: Found = {
  id: "overQuota:recordRoutes",
  kind: "overQuota",
  subjects: [{ type: "meter", id: "recordRoutes", name: "recordRoutes" }],
  facts: { over: 5 },
};

const asOf = "2026-11-22T20:00:00Z";

const acknowledgement = (more: Partial<Acknowledgement> = {}): Acknowledgement => ({
  ...{ findingId: found.id, reason: "Renewal is on its way.", until: "2026-11-30" },
  ...{ by: "admin", at: "2026-11-01T08:00:00Z" },
  ...more,
});

const findings = (
  all: readonly Found[],
  acknowledgements: readonly Acknowledgement[] = [],
  { at = asOf, timeZone = "UTC" } = {},
) => findingsOf(all, { acknowledgements, policy: { ...defaultSettings.policy, timeZone } }, at);

describe("a finding", () => {
  it("has severity, rule and page of its kind where the check says nothing else", () => {
    expect(findings([found])).toEqual([{ ...found, severity: "error", rule: "GEN.enforcement.advisory" }]);
    expect(findings([{ ...found, severity: "info", rule: "STO.thresholds" }])).toEqual([
      {
        ...found,
        severity: "info",
        rule: "STO.thresholds",
        link: "https://learn.microsoft.com/power-platform/admin/capacity-storage",
      },
    ]);
  });

  it("has no page where none is known", () => {
    const [finding] = findings([{ ...found, kind: "staleSource", id: "staleSource:import.csv" }]);
    expect(finding).not.toHaveProperty("link");
    expect(finding).not.toHaveProperty("acknowledged");
  });

  it("keeps the order of the checks", () => {
    const others = ["b", "a", "c"].map((id) => ({ ...found, id }));
    expect(findings(others).map(({ id }) => id)).toEqual(["b", "a", "c"]);
  });
});

describe("an acknowledgement", () => {
  const acknowledged = {
    reason: "Renewal is on its way.",
    until: "2026-11-30",
    by: "admin",
    at: "2026-11-01T08:00:00Z",
  };

  it.each([
    ["the day before its last", "2026-11-29T12:00:00Z", acknowledged],
    ["the first second of its last day", "2026-11-30T00:00:00Z", acknowledged],
    ["the last second of its last day", "2026-11-30T23:59:59Z", acknowledged],
    ["the day after", "2026-12-01T00:00:00Z", undefined],
  ])("on %s", (_name, at, expected) => {
    expect(findings([found], [acknowledgement()], { at })[0]?.acknowledged).toEqual(expected);
  });

  it("ends its day where the policy's time zone does", () => {
    const at = "2026-11-30T23:30:00Z";
    expect(findings([found], [acknowledgement()], { at, timeZone: "Europe/Berlin" })[0]?.acknowledged).toBeUndefined();
    const later = { at: "2026-12-01T02:00:00Z", timeZone: "America/Los_Angeles" };
    expect(findings([found], [acknowledgement()], later)[0]?.acknowledged).toEqual(acknowledged);
  });

  it("stands as the last of several that are in force", () => {
    const [first, last, past] = [
      acknowledgement(),
      acknowledgement({ reason: "Budget is approved.", until: "2026-11-23" }),
      acknowledgement({ reason: "Long ago.", until: "2026-11-21" }),
    ];
    expect(findings([found], [first, last, past])[0]?.acknowledged?.reason).toBe("Budget is approved.");
    expect(findings([found], [last, first])[0]?.acknowledged?.reason).toBe("Renewal is on its way.");
  });

  it("of a finding that is not there changes nothing", () => {
    expect(findings([found], [acknowledgement({ findingId: "overQuota:cases" })])).toEqual(findings([found]));
    expect(findings([], [acknowledgement()])).toEqual([]);
  });
});
