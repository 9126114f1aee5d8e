import { describe, expect, it } from "vitest";
import { fakeTenant, guid, packageOf, skuIds } from "../../../../test/fixtures/fakeTenant.fixture";
import { foundIn, skuOf } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "listingNoise";
const [viralId, viralName] = skuIds.customerInsightsTrial;
const trial = { type: "trial", packages: [packageOf("DynamicsMKT_AnchorSolution")] } as const;

const ended = (index: number, status = "Deleted") => ({
  ...{ id: guid(index), skuId: viralId, skuPartNumber: viralName, status, isTrial: true, totalLicences: 10_000 },
});

/** One trial in force and two that ended. */
const three = fakeTenant()
  .withSku("customerInsightsTrial", { enabled: 10_000, trial: true })
  .withSubscription(ended(1))
  .withSubscription(ended(2, "Suspended"));

describe("CI-J.listing.noise", () => {
  it("three listings and one trial environment are two listings too many", () => {
    expect(foundIn(kind, three.withEnvironment("a", trial))).toEqual([
      {
        id: "listingNoise:trials",
        kind,
        severity: "info",
        rule: "CI-J.listing.noise",
        subjects: [{ type: "sku", id: viralId, name: viralName }],
        facts: { listed: 3, active: 1, ended: 2, inUse: 1, noise: 2 },
      },
    ]);
  });

  it("says nothing when every listing has its environment", () => {
    const two = fakeTenant().withSku("customerInsightsTrial", { enabled: 1, trial: true }).withSubscription(ended(1));
    expect(foundIn(kind, two.withEnvironment("a", trial).withEnvironment("b", trial))).toEqual([]);
    expect(foundIn(kind, two.withEnvironment("a", trial)).map(({ facts }) => facts["noise"])).toEqual([1]);
  });

  it("counts trials that bring an environment, of any product, and no bought licence", () => {
    const tenant = fakeTenant()
      .withSku(skuOf("customerInsightsBase"), { enabled: 1, trial: true })
      .withSku(skuOf("customerServiceTrial"), { enabled: 1, trial: true })
      .withSku(skuOf("customerInsightsAttach"), 3)
      .withSku([guid(1), "UNKNOWN"], { enabled: 1, trial: true })
      .withEnvironment("a");
    const [id, name] = skuOf("customerInsightsBase");
    expect(foundIn(kind, tenant).map(({ subjects, facts }) => [subjects, facts])).toEqual([
      [[{ type: "sku", id, name }], { listed: 1, active: 1, ended: 0, inUse: 0, noise: 1 }],
    ]);
  });

  it("says nothing while subscriptions, environments or one of these are not known", () => {
    expect(foundIn(kind, three.without("companySubscriptions", "forbidden"))).toEqual([]);
    expect(foundIn(kind, three.without("environments", "forbidden"))).toEqual([]);
    const partly = three.withEnvironment("a", trial).withEnvironment("b", { ...trial, refused: "forbidden" });
    expect(foundIn(kind, partly)).toEqual([]);
  });
});
