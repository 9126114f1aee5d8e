import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, skuIds, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { checkInput, type CheckOptions } from "../../../../test/fixtures/checkInput.fixture";
import { defaultSettings, type Override, type Settings } from "../..";
import { logReadingDiffers } from "./logReadingDiffers";

const found = (tenant: FakeTenant, settings: Partial<Settings> = {}, options: CheckOptions = {}) =>
  logReadingDiffers(checkInput(tenant.facts(), { settings, ...options }));

const hundred = fakeTenant().withSku("contactCenter", 100);

describe("logReadingDiffers", () => {
  it("CC.storage.log: 2 GB for each of 100 licences, or 2 GB for the tenant", () => {
    expect(found(hundred)).toEqual([
      {
        id: "logReadingDiffers:storageLog",
        kind: "logReadingDiffers",
        subjects: [{ type: "meter", id: "storageLog", name: "storageLog" }],
        facts: {
          ...{ meter: "storageLog", unit: "megabytes", perLicence: 200_000, once: 2_000, difference: 198_000 },
          ...{ inForce: 200_000, edition: "seed", editionTitle: "Licence guidance documents" },
        },
      },
    ]);
  });

  it("says which figure stands in the other edition", () => {
    expect(found(hundred, { edition: "lg-2026-07" })[0]?.facts).toMatchObject({
      ...{ perLicence: 200_000, once: 2_000, inForce: 2_000 },
      ...{ edition: "lg-2026-07", editionTitle: "Licensing Guide, July 2026" },
    });
  });

  it("says nothing of one licence, of none, and once somebody has decided", () => {
    expect(found(fakeTenant().withSku("contactCenter", 1))).toEqual([]);
    expect(found(fakeTenant().withSku("dataverseLog", 10))).toEqual([]);
    const decided = (contactCenterLog: "perLicence" | "once") => ({
      policy: { ...defaultSettings.policy, contactCenterLog },
    });
    expect(found(hundred, decided("perLicence"))).toEqual([]);
    expect(found(hundred, decided("once"))).toEqual([]);
  });

  it("adds the rest of the log, and the customer's pack sizes for it", () => {
    const packSize = (meter: "storageLog" | "storageFile", amount: number): Override => ({
      ...{ kind: "packSize", product: "dataverseLog", meter, amount },
      ...{ by: "admin", at: asOf },
    });
    const tenant = hundred.withSku("dataverseLog", 10);
    expect(found(tenant)[0]?.facts).toMatchObject({ perLicence: 210_000, once: 12_000 });
    const overrides = [packSize("storageLog", 500), packSize("storageFile", 7_000)];
    expect(found(tenant, { overrides })[0]?.facts).toMatchObject({ perLicence: 205_000, once: 7_000 });
    const named: Override = {
      ...{ kind: "sku", skuId: skuIds.contactCenter[0], product: "contactCenterVoice" },
      ...{ by: "admin", at: asOf },
    };
    expect(found(hundred, { overrides: [named] })[0]?.facts).toMatchObject({ perLicence: 200_000, once: 2_000 });
  });

  it("shows what the admin center says", () => {
    const pool = { pool: "log" as const, total: 4_000, actual: 0, rated: 0, status: "Available", measuredAt: asOf };
    expect(found(hundred.withCapacity({ pools: [pool] }))[0]?.facts["official"]).toBe(4_000);
    expect(found(hundred)[0]?.facts).not.toHaveProperty("official");
  });
});
