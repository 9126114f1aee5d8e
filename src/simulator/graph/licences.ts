/** `subscribedSkus` and `directory/subscriptions`: one owned product in Graph's two shapes (apis.md 1.1, 1.2). */
import type { ProfileSku, TenantProfile } from "../contracts";

type Status = ProfileSku["subscriptions"][number]["status"];

const unitsIn = (sku: ProfileSku, status: Status): number =>
  sku.subscriptions.filter((one) => one.status === status).reduce((sum, one) => sum + one.quantity, 0);

const precedence: readonly Status[] = ["Enabled", "Warning", "Suspended", "LockedOut"];

const plansOf = (sku: ProfileSku) =>
  sku.servicePlans.map((plan) => ({
    servicePlanId: plan.id,
    servicePlanName: plan.name,
    provisioningStatus: "Success",
    appliesTo: sku.appliesTo,
  }));

export const subscribedSku = (profile: TenantProfile, sku: ProfileSku) => ({
  accountId: profile.tenantId,
  accountName: profile.tenantName,
  appliesTo: sku.appliesTo,
  capabilityStatus: precedence.find((status) => unitsIn(sku, status) > 0) ?? "Deleted",
  consumedUnits: sku.assigned,
  id: `${profile.tenantId}_${sku.skuId}`,
  prepaidUnits: {
    enabled: unitsIn(sku, "Enabled"),
    lockedOut: unitsIn(sku, "LockedOut"),
    suspended: unitsIn(sku, "Suspended"),
    warning: unitsIn(sku, "Warning"),
  },
  servicePlans: plansOf(sku),
  skuId: sku.skuId,
  skuPartNumber: sku.skuPartNumber,
  subscriptionIds: sku.subscriptions.map((one) => one.id),
});

export const companySubscriptions = (sku: ProfileSku) =>
  sku.subscriptions.map((one) => ({
    commerceSubscriptionId: one.id,
    createdDateTime: one.createdAt,
    id: one.id,
    isTrial: one.isTrial,
    nextLifecycleDateTime: one.nextLifecycleAt ?? null,
    ownerId: null,
    ownerTenantId: null,
    ownerType: null,
    serviceStatus: plansOf(sku),
    skuId: sku.skuId,
    skuPartNumber: sku.skuPartNumber,
    status: one.status,
    totalLicenses: one.quantity,
  }));
