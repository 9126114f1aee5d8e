import { describe, expect, it } from "vitest";
import { fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { bought, foundIn, skuOf } from "../../../../test/fixtures/mappedTenant.fixture";

const found = (tenant = fakeTenant(), more = {}) => foundIn("severalBases", tenant, more);

describe("CI-J.interacted-people.base", () => {
  it("says nothing of one base", () => {
    expect(found(bought({ customerInsightsBase: 1 }))).toEqual([]);
  });

  it("tells both readings of two bases, and the one in force", () => {
    const finding = {
      id: "severalBases:customerInsights",
      kind: "severalBases",
      severity: "info",
      rule: "CI-J.interacted-people.base",
      subjects: [{ type: "product", id: "customerInsightsBase", name: "Dynamics 365 Customer Insights" }],
      facts: {
        family: "customerInsights",
        quantity: 2,
        reading: "sum",
        "sum.interactedPeople": 20_000,
        "once.interactedPeople": 10_000,
        "sum.unifiedPeople": 200_000,
        "once.unifiedPeople": 100_000,
      },
    };
    expect(found(bought({ customerInsightsBase: 2 }))).toEqual([finding]);
    expect(found(bought({ customerInsightsBase: 2 }), { policy: { basePeopleStacking: "once" } })).toEqual([
      { ...finding, facts: { ...finding.facts, reading: "once" } },
    ]);
  });

  it("adds full and attach bases up", () => {
    const [finding] = found(bought({ customerInsightsBase: 1, customerInsightsAttach: 2 }));
    expect(finding?.subjects.map(({ id }) => id)).toEqual(["customerInsightsBase", "customerInsightsAttach"]);
    expect(finding?.facts).toMatchObject({ quantity: 3, "sum.interactedPeople": 30_000, "sum.unifiedPeople": 300_000 });
  });

  it("counts no trial", () => {
    const tenant = bought({ customerInsightsBase: 1 });
    expect(found(tenant.withSku(skuOf("customerInsightsAttach"), { enabled: 1, trial: true }))).toEqual([]);
  });

  it("takes the customer's pack size", () => {
    const size = {
      kind: "packSize",
      product: "customerInsightsBase",
      meter: "interactedPeople",
      amount: 11_000,
    } as const;
    const [finding] = found(bought({ customerInsightsBase: 2 }), {
      overrides: [{ ...size, by: "Ada", at: "2026-01-01" }],
    });
    expect(finding?.facts).toMatchObject({ "sum.interactedPeople": 22_000, "once.interactedPeople": 11_000 });
  });
});

describe("CI-J.legacy.base", () => {
  it("keeps families apart, each with its rule", () => {
    const tenant = bought({ marketingBase: 1, marketingAttach: 1, legacyInsightsBase: 3, customerInsightsBase: 1 });
    expect(found(tenant).map(({ id, rule, facts }) => [id, rule, facts])).toEqual([
      [
        "severalBases:marketing",
        "CI-J.legacy.base",
        {
          ...{ family: "marketing", quantity: 2, reading: "sum" },
          ...{ "sum.interactedPeople": 20_000, "once.interactedPeople": 10_000 },
        },
      ],
      [
        "severalBases:legacyInsights",
        "CI-J.legacy.ci-standalone",
        {
          ...{ family: "legacyInsights", quantity: 3, reading: "sum" },
          ...{ "sum.unifiedPeople": 300_000, "once.unifiedPeople": 100_000 },
        },
      ],
    ]);
  });
});
