/** Entitlement rows of these meters' categories that nobody has bound yet. */
import { quotaCategories } from "../../catalog/meterRules";
import type { EntitlementBinding } from "../../settings";
import type { EnvironmentFacts } from "../../snapshot/facts";
import type { UnboundEntitlement } from "../../snapshot/snapshot";
import { sortedBy } from "../order";

/** Each row's id once, with the number of environments that return it; listed, never guessed. */
export const unboundEntitlements = (
  byEnvironment: readonly EnvironmentFacts[],
  bindings: readonly EntitlementBinding[],
): readonly UnboundEntitlement[] => {
  const bound = new Set(bindings.map(({ entitlementId }) => entitlementId));
  const found = new Map<string, UnboundEntitlement>();
  for (const { entitlements } of sortedBy(byEnvironment, ({ environmentId }) => environmentId)) {
    const rows = entitlements.kind === "read" ? entitlements.value : [];
    const open = rows.filter(
      (row) => !bound.has(row.entitlementId) && row.categories.some((category) => quotaCategories.includes(category)),
    );
    const once = new Map(open.map((row) => [row.entitlementId, row]));
    for (const { entitlementId, categories, unit } of once.values()) {
      const environments = (found.get(entitlementId)?.environments ?? 0) + 1;
      found.set(entitlementId, { entitlementId, categories, unit, environments });
    }
  }
  return sortedBy([...found.values()], ({ entitlementId }) => entitlementId);
};
