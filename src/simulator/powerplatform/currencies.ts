/** `licensing/tenantCapacity/currencyReports` (apis.md 7.1): no currency exists for people or contact center. */
import type { TenantProfile } from "../contracts";

/** Messages that one Copilot Studio licence gives a month (apis.md 2.2). */
const messagesPerLicence = 25_000;
const copilotStudio = "Power_Virtual_Agents";

const purchasedOf = (profile: TenantProfile): number =>
  profile.skus
    .filter((sku) => sku.skuPartNumber === copilotStudio)
    .flatMap((sku) => sku.subscriptions.filter((one) => one.status === "Enabled"))
    .reduce((sum, one) => sum + one.quantity * messagesPerLicence, 0);

export const currencyReports = (profile: TenantProfile, allocations: boolean, consumptions: boolean) => {
  const rows = profile.environments.flatMap((one) =>
    one.entitlements.filter((row) => row.entitlementId === "MCSMessages"),
  );
  const unitsConsumed = rows.reduce((sum, row) => sum + row.consumed, 0);
  const lastUpdatedDay = rows
    .map((row) => row.lastUpdatedOn)
    .sort()
    .at(-1);
  return [
    {
      currencyType: "MCSMessages",
      purchased: purchasedOf(profile),
      ...(allocations ? { allocated: 0 } : {}),
      ...(consumptions && lastUpdatedDay !== undefined ? { consumed: { unitsConsumed, lastUpdatedDay } } : {}),
    },
  ];
};
