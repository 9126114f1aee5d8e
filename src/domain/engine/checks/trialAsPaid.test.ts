import { describe, expect, it } from "vitest";
import { fakeTenant, guid, planIds } from "../../../../test/fixtures/fakeTenant.fixture";
import { foundIn, skuOf } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "trialAsPaid";
const plans = [{ id: planIds.journeysBase, name: "BASE" }];
const productName = "Dynamics 365 Customer Insights";

const facts = {
  ...{ product: "customerInsightsBase", productName, quantity: 1 },
  ...{ "amount.interactedPeople": 10_000, "amount.monthlyInteractions": 100_000, "amount.unifiedPeople": 100_000 },
  ...{ "amount.storageDatabase": 45_000, "amount.storageFile": 60_000, "amount.storageLog": 4_000 },
  "amount.installOutbound": 4,
};

describe("CI-J.trial.limits", () => {
  it.each(["CONTOSO_TRIAL", "contoso_viral"])("%s counts as bought", (skuPartNumber) => {
    expect(foundIn(kind, fakeTenant().withSku([guid(1), skuPartNumber], { enabled: 1, plans }))).toEqual([
      {
        id: `trialAsPaid:${guid(1000)}`,
        kind,
        severity: "warning",
        rule: "CI-J.trial.limits",
        subjects: [{ type: "licence", id: guid(1000), name: productName }],
        facts: { ...facts, skuPartNumber, trial: "no", reason: "name" },
      },
    ]);
  });

  it("says nothing of a trial that counts as one, nor of a plain name", () => {
    expect(foundIn(kind, fakeTenant().withSku([guid(1), "CONTOSO_TRIAL"], { enabled: 1, plans, trial: true }))).toEqual(
      [],
    );
    expect(foundIn(kind, fakeTenant().withSku([guid(1), "CONTOSO"], { enabled: 1, plans }))).toEqual([]);
  });

  it("says nothing where it makes no difference, as with a licence named to be a trial", () => {
    const product = "customerInsightsTrial";
    const named = { kind: "sku", skuId: guid(1), product, by: "Ada", at: "2026-01-01T00:00:00Z" } as const;
    const tenant = fakeTenant().withSku([guid(1), "CONTOSO_TRIAL"], { enabled: 1, plans });
    expect(foundIn(kind, tenant, { overrides: [named] })).toEqual([]);
  });

  const mixed = (trial: boolean) => {
    const [skuId, skuPartNumber] = skuOf("customerInsightsBase");
    const same = { skuId, skuPartNumber, totalLicences: 5, status: "Suspended" };
    return fakeTenant()
      .withSku([skuId, skuPartNumber], { units: { enabled: 1 }, status: "Suspended" })
      .withSubscription({ ...same, id: guid(8), isTrial: trial })
      .withSubscription({ ...same, id: guid(9), skuId: guid(77), isTrial: true });
  };

  it("units of which subscriptions disagree may be a trial", () => {
    const [id, skuPartNumber] = skuOf("customerInsightsBase");
    expect(foundIn(kind, mixed(true)).map((found) => [found.id, found.facts])).toEqual([
      [`trialAsPaid:${id}:active`, { ...facts, skuPartNumber, trial: "notTold", reason: "mixed" }],
    ]);
    expect(foundIn(kind, mixed(false))).toEqual([]);
  });

  it("says nothing while the subscriptions are not known, or have nothing to say", () => {
    const [skuId, skuPartNumber] = skuOf("customerInsightsBase");
    expect(foundIn(kind, mixed(true).without("companySubscriptions", "forbidden"))).toEqual([]);
    const alone = fakeTenant().withSku([skuId, skuPartNumber], 1).facts();
    const stranger = { id: guid(9), skuId: guid(77), skuPartNumber: "X", status: "Enabled", isTrial: true };
    const subscriptions = fakeTenant()
      .withSubscription({ ...stranger, totalLicences: 1 })
      .facts().companySubscriptions;
    const facade = { ...fakeTenant(), facts: () => ({ ...alone, companySubscriptions: subscriptions }) };
    expect(foundIn(kind, facade)).toEqual([]);
  });
});
