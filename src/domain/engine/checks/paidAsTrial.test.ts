import { describe, expect, it } from "vitest";
import { fakeTenant, guid, skuIds, type LicenceOptions } from "../../../../test/fixtures/fakeTenant.fixture";
import { foundIn, skuOf } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "paidAsTrial";
const productName = "Dataverse Database Capacity (1 GB)";
const [, skuPartNumber] = skuIds.dataverseDatabase;

const trial = (createdAt: string, more: Partial<LicenceOptions> = {}) =>
  fakeTenant().withSku("dataverseDatabase", { enabled: 2, trial: true, createdAt, ...more });

const found = {
  id: `paidAsTrial:${guid(1000)}`,
  kind,
  severity: "warning",
  rule: "CI-J.trial.limits",
};

describe("CI-J.trial.limits", () => {
  it("a trial older than two times 30 days may be bought by now", () => {
    expect(foundIn(kind, trial("2026-09-22T23:00:00Z"))).toEqual([
      {
        ...found,
        subjects: [{ type: "licence", id: guid(1000), name: productName }],
        facts: {
          ...{ skuPartNumber, product: "dataverseDatabase", productName, quantity: 2, trial: "yes", reason: "age" },
          ...{ createdOn: "2026-09-22", days: 61, longestDays: 60, "amount.storageDatabase": 2_000 },
        },
      },
    ]);
    expect(foundIn(kind, trial("2026-09-23T00:00:00Z"))).toEqual([]);
  });

  it("says nothing where nobody told when it began, or where it counts as bought", () => {
    expect(foundIn(kind, fakeTenant().withSku("dataverseDatabase", { enabled: 2, trial: true }))).toEqual([]);
    expect(foundIn(kind, trial("2020-01-01T00:00:00Z", { trial: false }))).toEqual([]);
  });

  it("a published trial SKU is a trial, however old and whatever the subscription says", () => {
    const old = { enabled: 1, createdAt: "2020-01-01T00:00:00Z" };
    expect(foundIn(kind, fakeTenant().withSku("customerInsightsTrial", { ...old, trial: true }))).toEqual([]);
    expect(foundIn(kind, fakeTenant().withSku("customerInsightsTrial", { ...old, trial: false }))).toEqual([]);
    expect(
      foundIn(kind, fakeTenant().withSku("customerInsightsTrial", 1).without("companySubscriptions", "forbidden")),
    ).toEqual([]);
  });

  it("a licence only recognised as a trial is told when its subscription says otherwise", () => {
    const plans = [{ id: "ed8e8769-94c5-4132-a3e7-7543b713d51f", name: "VIRAL" }];
    const tenant = fakeTenant().withSku([guid(1), "CONTOSO"], { enabled: 4, plans, createdAt: "2020-01-01T00:00:00Z" });
    const name = "Dynamics 365 Customer Insights Viral Trial";
    expect(foundIn(kind, tenant)).toEqual([
      {
        ...found,
        subjects: [{ type: "licence", id: guid(1000), name }],
        facts: {
          ...{ skuPartNumber: "CONTOSO", product: "customerInsightsTrial", productName: name, quantity: 4 },
          ...{ trial: "yes", reason: "subscription" },
        },
      },
    ]);
    const told = fakeTenant().withSku([guid(1), "CONTOSO"], { enabled: 4, plans, trial: true });
    expect(foundIn(kind, told)).toEqual([]);
  });

  it("reckons what comes beside what counts already", () => {
    const tenant = fakeTenant()
      .withSku(skuOf("customerInsightsAttach"), 1)
      .withSku(skuOf("customerInsightsBase"), { enabled: 1, trial: true, createdAt: "2020-01-01T00:00:00Z" });
    const [one] = foundIn(kind, tenant);
    expect(one?.facts).toMatchObject({ "amount.interactedPeople": 10_000, "amount.installOutbound": 4 });
    expect(one?.facts["amount.storageDatabase"]).toBeUndefined();
    expect(one?.facts["amount.trialEnvironments"]).toBeUndefined();
  });
});
