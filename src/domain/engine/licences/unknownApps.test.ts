import { expect, it } from "vitest";
import { fakeTenant, guid, type FakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { licencesOf } from "./licences";
import { skuResolver } from "./resolveSku";
import { unknownAppsOf } from "./unknownApps";

const counted = (tenant: FakeTenant): number => unknownAppsOf(licencesOf(tenant.facts(), skuResolver([])));

it.each(["DYN365_NEXT", "d365_sales_next", "CONTOSO_DYNAMICS"])("counts %s", (name) => {
  expect(counted(fakeTenant().withSku([guid(1), name], 1))).toBe(1);
});

it("leaves out what the catalogue knows, what is no Dynamics 365 and what does not count", () => {
  const tenant = fakeTenant()
    .withSku("marketingBase", 1)
    .withSku([guid(1), "ENTERPRISEPACK"], 5)
    .withSku([guid(2), "DYN365_GONE"], { units: { suspended: 3 } })
    .withSku([guid(3), "DYN365_EMPTY"], 0);
  expect(counted(tenant)).toBe(0);
});

it("counts a SKU once, whatever its subscriptions", () => {
  const tenant = fakeTenant().withSku([guid(1), "DYN365_NEXT"], { enabled: 1, units: { enabled: 1, warning: 2 } });
  expect(counted(tenant)).toBe(1);
  expect(counted(tenant.withSku([guid(2), "DYN365_AFTER"], 1))).toBe(2);
});
