import { describe, expect, it } from "vitest";
import { bought, foundIn } from "../../../../test/fixtures/mappedTenant.fixture";
import { successorFacts } from "./successorFacts";

const kind = "legacyRenewal";
const name = "Dynamics 365 Marketing (standalone)";

const facts = {
  ...{ product: "marketingBase", productName: name, quantity: 2 },
  ...{ contractedBefore: "2025-09-01", endingBy: "2027-09-01" },
  ...{ successor: "customerInsightsBase", successorName: "Dynamics 365 Customer Insights" },
};

describe("CI-J.legacy.renewal", () => {
  it.each([
    ["2025-08-31T23:59:59Z", "info", { phase: "renewableOnce", days: 1 }],
    ["2025-09-01T00:00:00Z", "warning", { phase: "lastTerm", days: 730 }],
    ["2025-09-02T00:00:00Z", "warning", { phase: "lastTerm", days: 729 }],
    ["2027-08-31T23:59:59Z", "warning", { phase: "lastTerm", days: 1 }],
    ["2027-09-01T00:00:00Z", "warning", { phase: "over" }],
    ["2027-09-02T00:00:00Z", "warning", { phase: "over" }],
  ])("at %s", (at, severity, phase) => {
    expect(foundIn(kind, bought({ marketingBase: 2 }), { at })).toEqual([
      {
        id: "legacyRenewal:marketingBase",
        kind,
        severity,
        rule: "CI-J.legacy.renewal",
        subjects: [{ type: "product", id: "marketingBase", name }],
        facts: { ...facts, ...phase },
      },
    ]);
  });

  it("names what to renew each old offer as, and says nothing of current ones", () => {
    const tenant = bought({
      ...{ marketingBase: 1, marketingAttach: 1, legacyInsightsBase: 1, legacyInsightsAttach: 1 },
      ...{ customerInsightsBase: 1, customerInsightsAttach: 1 },
    });
    expect(foundIn(kind, tenant).map(({ id, facts: { successor } }) => [id, successor])).toEqual([
      ["legacyRenewal:marketingBase", "customerInsightsBase"],
      ["legacyRenewal:marketingAttach", "customerInsightsAttach"],
      ["legacyRenewal:legacyInsightsBase", "customerInsightsBase"],
      ["legacyRenewal:legacyInsightsAttach", "customerInsightsAttach"],
    ]);
  });
});

describe("an offer that goes on", () => {
  it("has no successor", () => {
    expect(successorFacts("customerInsightsBase")).toEqual({});
  });
});
