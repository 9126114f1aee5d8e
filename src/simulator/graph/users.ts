/** Users of the tenant, made when asked for: who holds which seat follows from the position alone. */
import { guid } from "../chance";
import type { ProfileSku, TenantProfile } from "../contracts";

/** What `$select` may name; the metadata excerpt of the contract test lists the same. */
export const userProperties = [
  "id",
  "accountEnabled",
  "assignedLicenses",
  "assignedPlans",
  "displayName",
  "licenseAssignmentStates",
  "usageLocation",
  "userPrincipalName",
] as const;

/** What comes without `$select`. The real service adds contact data, which this product never reads. */
export const defaultUserProperties: readonly string[] = ["displayName", "userPrincipalName", "id"];

const seatsOf = (profile: TenantProfile): readonly ProfileSku[] =>
  profile.skus.filter((sku) => sku.appliesTo === "User" && sku.assigned > 0);

/** Seats of one SKU go to neighbours, each SKU beginning elsewhere, so that some users hold several and some none. */
const holds = (profile: TenantProfile, sku: ProfileSku, order: number, user: number): boolean => {
  const first = (sku.firstHolder ?? order * 7) % profile.users;
  return (user + profile.users - first) % profile.users < sku.assigned;
};

const assignedAtOf = (sku: ProfileSku): string => sku.subscriptions[0]?.createdAt ?? "2024-01-01T00:00:00Z";

export const userAt = (profile: TenantProfile, index: number): Readonly<Record<string, unknown>> => {
  const held = seatsOf(profile).filter((sku, order) => holds(profile, sku, order, index));
  const number = String(index + 1).padStart(5, "0");
  return {
    id: guid(index, `${profile.tenantId}/user`),
    accountEnabled: index % 50 !== 49,
    assignedLicenses: held.map((sku) => ({ disabledPlans: [], skuId: sku.skuId })),
    assignedPlans: held.flatMap((sku) =>
      sku.servicePlans.map((plan) => ({
        assignedDateTime: assignedAtOf(sku),
        capabilityStatus: "Enabled",
        service: "Dynamics365",
        servicePlanId: plan.id,
      })),
    ),
    displayName: `${profile.tenantName} user ${number}`,
    licenseAssignmentStates: held.map((sku) => ({
      assignedByGroup: null,
      disabledPlans: [],
      error: "None",
      lastUpdatedDateTime: assignedAtOf(sku),
      skuId: sku.skuId,
      state: "Active",
    })),
    usageLocation: "CH",
    userPrincipalName: `user${number}@${profile.name}.onmicrosoft.com`,
  };
};
