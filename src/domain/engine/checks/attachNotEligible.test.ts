import { describe, expect, it } from "vitest";
import { guid } from "../../../../test/fixtures/fakeTenant.fixture";
import { bought, foundIn, skuOf } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "attachNotEligible";

const finding = {
  id: "attachNotEligible:attach",
  kind,
  severity: "warning",
  rule: "CI-J.attach.eligibility",
  subjects: [{ type: "product", id: "customerInsightsAttach", name: "Dynamics 365 Customer Insights Attach" }],
};

describe("CI-J.attach.eligibility", () => {
  it("9 Sales and 9 Finance are not enough", () => {
    expect(foundIn(kind, bought({ customerInsightsAttach: 2, sales: 9, finance: 9 }))).toEqual([
      { ...finding, facts: { attach: 2, needed: 10, largest: 9, unknownApps: 0, app: "Sales" } },
    ]);
  });

  it.each(["sales", "fieldService", "finance", "supplyChain", "commerce", "customerServicePremium"] as const)(
    "10 of %s are enough",
    (product) => {
      expect(foundIn(kind, bought({ customerInsightsAttach: 1, [product]: 10 }))).toEqual([]);
      expect(foundIn(kind, bought({ customerInsightsAttach: 1, [product]: 9 }))).toHaveLength(1);
    },
  );

  it("adds up the plans of one app", () => {
    const service = { customerServiceEnterprise: 6, customerServiceProfessional: 4 };
    expect(foundIn(kind, bought({ customerInsightsAttach: 1, ...service }))).toEqual([]);
  });

  it("names the app with the most licences", () => {
    const [found] = foundIn(kind, bought({ customerInsightsAttach: 1, sales: 3, commerce: 8 }));
    expect(found?.facts).toMatchObject({ app: "Commerce", largest: 8 });
  });

  it("names no app where there is none, and counts no trial", () => {
    const tenant = bought({ customerInsightsAttach: 1 }).withSku(skuOf("sales"), { enabled: 25, trial: true });
    expect(foundIn(kind, tenant)).toEqual([
      { ...finding, facts: { attach: 1, needed: 10, largest: 0, unknownApps: 0 } },
    ]);
  });

  it("is worth a look only where a licence could be of such an app", () => {
    const tenant = bought({ customerInsightsAttach: 1 })
      .withSku([guid(1), "DYN365_SALES_NEXT"], 20)
      .withSku([guid(2), "ENTERPRISEPACK"], 20);
    expect(foundIn(kind, tenant)).toEqual([
      { ...finding, severity: "info", facts: { attach: 1, needed: 10, largest: 0, unknownApps: 1 } },
    ]);
  });

  it("asks nothing of the full price", () => {
    expect(foundIn(kind, bought({ customerInsightsBase: 1 }))).toEqual([]);
  });
});
