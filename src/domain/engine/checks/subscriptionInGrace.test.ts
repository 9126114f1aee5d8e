import { describe, expect, it } from "vitest";
import { fakeTenant, guid, skuIds } from "../../../../test/fixtures/fakeTenant.fixture";
import { foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "subscriptionInGrace";
const [, skuPartNumber] = skuIds.dataverseDatabase;
const productName = "Dataverse Database Capacity (1 GB)";

const facts = {
  ...{ skuPartNumber, product: "dataverseDatabase", productName, quantity: 3, trial: "no" },
  ...{ renewal: "notTold", "amount.storageDatabase": 3_000 },
};

const finding = {
  id: `subscriptionInGrace:${guid(1000)}`,
  kind,
  severity: "warning",
  rule: "GEN.licence.active",
  subjects: [{ type: "licence", id: guid(1000), name: productName }],
};

const grace = { units: { warning: 3 } };

describe("GEN.licence.active", () => {
  it("tells what goes with a subscription in its grace period, whatever its date", () => {
    expect(foundIn(kind, fakeTenant().withSku("dataverseDatabase", grace))).toEqual([{ ...finding, facts }]);
    const dated = { ...grace, nextLifecycleAt: "2027-06-01T00:00:00Z", autoRenews: false };
    expect(foundIn(kind, fakeTenant().withSku("dataverseDatabase", dated))).toEqual([
      { ...finding, facts: { ...facts, renewal: "ends", endsOn: "2027-06-01", days: 191 } },
    ]);
  });

  it("is no more than worth knowing for a trial", () => {
    expect(foundIn(kind, fakeTenant().withSku("dataverseDatabase", { ...grace, trial: true }))).toEqual([
      {
        ...finding,
        severity: "info",
        facts: {
          ...{ skuPartNumber, product: "dataverseDatabase", productName, quantity: 3 },
          ...{ trial: "yes", renewal: "notTold" },
        },
      },
    ]);
  });

  it("does not say whether it is a trial when nobody told", () => {
    const tenant = fakeTenant().withSku("dataverseDatabase", grace).without("companySubscriptions", "forbidden");
    expect(foundIn(kind, tenant).map(({ facts: { trial } }) => trial)).toEqual(["notTold"]);
  });

  it("leaves out what is active, what has gone, and what the catalogue does not know", () => {
    const tenant = fakeTenant()
      .withSku("dataverseDatabase", 3)
      .withSku("dataverseFile", { units: { suspended: 3 } })
      .withSku([guid(1), "CONTOSO"], grace);
    expect(foundIn(kind, tenant)).toEqual([]);
  });
});
