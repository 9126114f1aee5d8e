/** A tenant without a licence. Its only environment is the default one, so that one holds the product's tables. */
import { guid } from "../chance";
import type { TenantProfile } from "../contracts";
import { installed } from "./apps";
import { environmentOf } from "./environment";
import type { ProfileInput } from "./input";

export const empty = ({ seed, now }: ProfileInput): TenantProfile => {
  const tenantId = guid(seed, "tenant/empty");
  const environment = environmentOf(
    seed,
    now,
  )({
    id: `Default-${tenantId}`,
    name: "Empty (default)",
    sku: "Default",
    isDefault: true,
    host: "empty.crm4.dynamics.com",
    ageDays: 3,
    stored: { database: 900, file: 50, log: 10 },
    ...installed(),
  });
  return {
    name: "empty",
    tenantId,
    tenantName: "Empty",
    skus: [],
    users: 3,
    environments: [environment],
    tenantCapacity: { Database: 0, File: 0, Log: 0 },
    history: {},
  };
};
