/**
 * `licensing/tenantCapacity/currencyReports` and `licensing/allocationsByEnvironment` (apis.md 7.1): no currency exists
 * for people or contact center.
 */
import type { TenantProfile } from "../contracts";

/** Messages that one Copilot Studio licence gives a month (apis.md 2.2). */
const messagesPerLicence = 25_000;
const copilotStudio = "Power_Virtual_Agents";
const copilotMessages = "MCSMessages";

const purchasedOf = (profile: TenantProfile): number =>
  profile.skus
    .filter((sku) => sku.skuPartNumber === copilotStudio)
    .flatMap((sku) => sku.subscriptions.filter((one) => one.status === "Enabled"))
    .reduce((sum, one) => sum + one.quantity * messagesPerLicence, 0);

const allocatedOf = (profile: TenantProfile, type: string): number =>
  profile.environments
    .flatMap((one) => one.allocations ?? [])
    .reduce((sum, one) => (one.type === type ? sum + one.allocated : sum), 0);

export const currencyReports = (profile: TenantProfile, allocations: boolean, consumptions: boolean) => {
  const rows = profile.environments.flatMap((one) =>
    one.entitlements.filter((row) => row.entitlementId === copilotMessages),
  );
  const unitsConsumed = rows.reduce((sum, row) => sum + row.consumed, 0);
  const lastUpdatedDay = rows
    .map((row) => row.lastUpdatedOn)
    .sort()
    .at(-1);
  return [
    {
      currencyType: copilotMessages,
      purchased: purchasedOf(profile),
      ...(allocations ? { allocated: allocatedOf(profile, copilotMessages) } : {}),
      ...(consumptions && lastUpdatedDay !== undefined ? { consumed: { unitsConsumed, lastUpdatedDay } } : {}),
    },
  ];
};

/** Environments for which something is set aside; for the others the service has nothing to list. */
export const allocationsByEnvironment = ({ environments }: TenantProfile) =>
  environments.flatMap(({ id, allocations = [] }) =>
    allocations.length === 0
      ? []
      : [
          {
            environmentId: id,
            currencyAllocations: allocations.map(({ type, allocated }) => ({
              currencyType: type,
              allocated,
              autoAllocated: 0,
              enforcementRules: [{ ruleType: "Alert", enabled: true }],
            })),
          },
        ],
  );
