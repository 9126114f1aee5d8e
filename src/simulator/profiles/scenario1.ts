/** The Contact Center example of the licence rules (CC.scenario1): ten agents, three digital, seven voice, one lead. */
import { guid } from "../chance";
import type { TenantProfile } from "../contracts";
import { installed, packages } from "./apps";
import { instant } from "./calendar";
import { environmentOf } from "./environment";
import type { ProfileInput } from "./input";
import { inventedSkus, owned, skus } from "./products";
import { rows } from "./readings";

const { omnichannelVoice } = rows("Scenario");

const licences = (seed: number, now: Date): TenantProfile["skus"] => {
  const own = owned(seed, instant(now, -120));
  const yearly = (quantity: number) => [{ quantity, nextLifecycleAt: instant(now, 245) }];
  return [
    own(skus.customerServiceEnterprise, yearly(10), 10, 0),
    own(skus.digitalAddOn, yearly(3), 3, 0),
    own(skus.voiceAddOn, yearly(7), 7, 3),
    own(inventedSkus.customerServicePremium, yearly(1), 1, 10),
  ];
};

export const scenario1 = ({ seed, now }: ProfileInput): TenantProfile => {
  const tenantId = guid(seed, "tenant/scenario-1");
  const at = instant(now, -1);
  const environments = [
    {
      name: "Service desk",
      sku: "Production",
      host: "scenario1.crm4.dynamics.com",
      ageDays: 120,
      stored: { database: 4_200, file: 21_000, log: 1_900 },
      ...installed(packages.contactCenter, packages.omnichannel),
      entitlements: [omnichannelVoice(9_400, at)],
    },
    {
      id: `Default-${tenantId}`,
      name: "Scenario 1 (default)",
      sku: "Default",
      isDefault: true,
      host: "scenario1-default.crm4.dynamics.com",
      ageDays: 600,
      stored: { database: 1_100, file: 200, log: 100 },
      ...installed(),
    },
  ].map(environmentOf(seed, now));
  return {
    name: "scenario-1",
    tenantId,
    tenantName: "Scenario 1",
    skus: licences(seed, now),
    users: 14,
    environments,
    tenantCapacity: { Database: 12_750, File: 306_000, Log: 22_000 },
    history: {},
  };
};
