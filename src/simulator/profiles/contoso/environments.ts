/**
 * Twelve environments, one of every type, four of them in trouble. Interacted people add up to 10,500 where 10,000 are
 * owned; database stands near its limit, log is over and covered by database, file is at ease.
 */
import type { ProfileEnvironment } from "../../contracts";
import { instant } from "../calendar";
import { installed, packages } from "../apps";
import { environmentOf, type Described } from "../environment";
import { rows } from "../readings";

const { interactedPeople, unifiedPeople, voicebotMinutes, omnichannelVoice, messages } = rows("Contoso");

const people = (at: string, interacted: number, unified = 0): ProfileEnvironment["entitlements"] => [
  interactedPeople(interacted, at),
  ...(unified > 0 ? [unifiedPeople(unified, at)] : []),
];

/** Types that draw from the tenant's storage. */
const counted = (tenantId: string, at: string): readonly Described[] => [
  {
    name: "Contoso Production",
    sku: "Production",
    host: "contoso.crm4.dynamics.com",
    ageDays: 1_900,
    stored: { database: 25_000, file: 38_000, log: 30_000 },
    ...installed(packages.outbound, packages.journeys, packages.data, packages.contactCenter, packages.omnichannel),
    entitlements: [...people(at, 7_900, 88_000), omnichannelVoice(1_830, at), messages(12_400, at)],
    allocations: [{ type: "MCSMessages", allocated: 15_000 }],
  },
  {
    name: "Contoso UAT",
    sku: "Sandbox",
    host: "contoso-uat.crm4.dynamics.com",
    ageDays: 1_500,
    stored: { database: 8_000, file: 8_500, log: 6_000 },
    ...installed(packages.outbound, packages.journeys, packages.data),
    entitlements: people(at, 1_600, 9_000),
  },
  {
    id: `Default-${tenantId}`,
    name: "Contoso (default)",
    sku: "Default",
    isDefault: true,
    host: "contoso-default.crm4.dynamics.com",
    ageDays: 2_600,
    stored: { database: 6_000, file: 5_000, log: 2_000 },
    ...installed(packages.outboundFailed),
    entitlements: [messages(0, at)],
  },
];

/** Types that store for free, yet whose interacted people count (CI-J.interacted-people.environments). */
const uncounted = (at: string): readonly Described[] => [
  {
    name: "Contoso Build",
    sku: "Developer",
    host: "contoso-build.crm4.dynamics.com",
    ageDays: 420,
    stored: { database: 1_800, file: 900, log: 400 },
    ...installed(packages.outbound, packages.journeys),
    entitlements: people(at, 450),
  },
  {
    name: "Journeys trial",
    sku: "Trial",
    host: "contoso-trial.crm4.dynamics.com",
    ageDays: 21,
    stored: { database: 1_200, file: 300, log: 100 },
    ...installed(packages.trial, packages.journeys),
    entitlements: people(at, 400),
  },
  {
    name: "Marketing team",
    sku: "Teams",
    host: "contoso-teams.crm4.dynamics.com",
    ageDays: 700,
    stored: { database: 300, file: 150, log: 20 },
    ...installed(),
    entitlements: people(at, 0),
  },
  {
    name: "Contoso Preview",
    sku: "Preview",
    host: "contoso-preview.crm.dynamics.com",
    location: "unitedstates",
    ageDays: 90,
    stored: { database: 900, file: 250, log: 80 },
    ...installed(packages.outbound, packages.journeys),
    entitlements: people(at, 100),
  },
  {
    name: "Support copy of Contoso Production",
    sku: "Support",
    host: "contoso-support.crm4.dynamics.com",
    ageDays: 9,
    stored: { database: 25_000, file: 38_000, log: 400 },
    ...installed(packages.outbound, packages.journeys),
    entitlements: people(at, 50),
  },
];

const troubled: readonly Described[] = [
  { name: "Contoso Flows only", sku: "Production", ageDays: 800 },
  {
    name: "Contoso Migration 2023",
    sku: "Sandbox",
    state: "Disabled",
    host: "contoso-migration.crm4.dynamics.com",
    ageDays: 1_100,
    stored: { database: 3_500, file: 2_500, log: 1_000 },
    ...installed(),
  },
  {
    name: "Fabrikam proof of concept",
    sku: "Trial",
    host: "contoso-fabrikam.crm.dynamics.com",
    location: "unitedstates",
    ageDays: 14,
    stored: { database: 1_400, file: 350, log: 90 },
    ...installed(packages.trial, packages.journeys),
    fault: "forbidden",
  },
  {
    name: "Contoso Field Service",
    sku: "Production",
    host: "contoso-fs.crm4.dynamics.com",
    ageDays: 950,
    stored: { database: 9_000, file: 9_000, log: 8_000 },
    ...installed(packages.journeys),
    fault: "serverError",
  },
];

/** The licensing service lists a meter that nobody uses for every environment, with 0. */
const withIdleVoicebot =
  (at: string) =>
  (described: Described): Described => ({
    ...described,
    entitlements: [...(described.entitlements ?? []), voicebotMinutes(0, at)],
  });

export const contosoEnvironments = (seed: number, now: Date, tenantId: string): readonly ProfileEnvironment[] => {
  const at = instant(now, -1);
  return [...counted(tenantId, at), ...uncounted(at), ...troubled]
    .map(withIdleVoicebot(at))
    .map(environmentOf(seed, now));
};
