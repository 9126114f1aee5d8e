/** Many environments of all types, drawn from the seed; about three entitlement rows for every two of them. */
import { chance, guid, type Chance } from "../chance";
import type { ProfileEnvironment, TenantProfile } from "../contracts";
import { installed, packages } from "./apps";
import { instant } from "./calendar";
import { environmentOf, type Described } from "./environment";
import type { ProfileInput } from "./input";
import { owned, skus } from "./products";
import { rows } from "./readings";

export const mostEnvironments = 5_000;

/** Share of each type among a thousand environments, and the largest database in MB. */
const mix = [
  { sku: "Developer", share: 400, database: 2_000 },
  { sku: "Sandbox", share: 250, database: 20_000 },
  { sku: "Production", share: 200, database: 40_000 },
  { sku: "Teams", share: 100, database: 500 },
  { sku: "Trial", share: 40, database: 1_500 },
  { sku: "Preview", share: 5, database: 1_500 },
  { sku: "Support", share: 5, database: 20_000 },
] as const;

type Kind = (typeof mix)[number];
const production = mix[2];

const drawKind = (draw: Chance): Kind => {
  let rest = draw() * 1_000;
  return mix.find((kind) => (rest -= kind.share) < 0) ?? production;
};

const regions = [
  ["europe", "crm4"],
  ["unitedstates", "crm"],
  ["switzerland", "crm17"],
] as const;

/** Few shapes of installation, shared by all environments that have them: 5,000 lists would fill the memory. */
const shapes = {
  none: installed(),
  journeys: installed(packages.journeys),
  outbound: installed(packages.outbound, packages.journeys, packages.data),
  service: installed(packages.contactCenter, packages.omnichannel),
};

const drawShape = (draw: Chance, index: number) => {
  const at = draw();
  if (index < 3) {
    return shapes.outbound;
  }
  return at < 0.35 ? shapes.journeys : at < 0.45 ? shapes.service : shapes.none;
};

const { interactedPeople, unifiedPeople, omnichannelVoice } = rows("Large");

const drawRows = (draw: Chance, kind: Kind, at: string): ProfileEnvironment["entitlements"] => {
  const most = kind.sku === "Production" ? 2_000 : 120;
  return [
    ...(draw() < 0.8 ? [interactedPeople(Math.floor(draw() * most), at)] : []),
    ...(draw() < 0.4 ? [unifiedPeople(Math.floor(draw() * most * 5), at)] : []),
    ...(draw() < 0.3 ? [omnichannelVoice(Math.floor(draw() * 900), at)] : []),
  ];
};

const kindAt = (draw: Chance, index: number): Kind => {
  const drawn = drawKind(draw);
  return index === 0 ? production : drawn;
};

/** Every tenant has one default environment; here it is the second. */
const asDefault = (tenantId: string): Partial<Described> => ({
  id: `Default-${tenantId}`,
  sku: "Default",
  isDefault: true,
  name: "Large (default)",
});

const describe = (draw: Chance, index: number, at: string, tenantId: string): Described => {
  const kind = kindAt(draw, index);
  const [location, domain] = regions[Math.floor(draw() * regions.length)] ?? regions[0];
  const number = String(index + 1).padStart(5, "0");
  const database = 100 + Math.floor(draw() * kind.database);
  return {
    name: `Large ${kind.sku} ${number}`,
    sku: kind.sku,
    location,
    host: `large-${number}.${domain}.dynamics.com`,
    ageDays: 1 + Math.floor(draw() * 1_500),
    stored: { database, file: Math.floor(database * draw() * 3), log: Math.floor(database * draw()) },
    ...drawShape(draw, index),
    entitlements: drawRows(draw, kind, at),
    ...(index === 1 ? asDefault(tenantId) : {}),
  };
};

const consumed = (environments: readonly ProfileEnvironment[], type: string): number =>
  environments.reduce(
    (sum, environment) => sum + (environment.storage.find((reading) => reading.type === type)?.rated ?? 0),
    0,
  );

/** Ten per cent above the use, in whole GB. */
const roomy = (environments: readonly ProfileEnvironment[], type: string): number =>
  Math.ceil((consumed(environments, type) * 11) / 10 / 1_000) * 1_000;

const licences = (seed: number, now: Date, environments: number): TenantProfile["skus"] => {
  const own = owned(seed, instant(now, -700));
  const yearly = (quantity: number) => [{ quantity, nextLifecycleAt: instant(now, 90) }];
  return [
    own(skus.insightsAttach, yearly(1)),
    own(skus.interactedT3, yearly(Math.max(5, Math.ceil(environments / 200)))),
    own(skus.contactCenterDigital, yearly(100), 96),
    own(skus.customerServiceEnterprise, yearly(400), 388),
    own(skus.database, yearly(Math.max(10, environments * 5))),
  ];
};

export const large = ({ seed, now, environments: count }: ProfileInput): TenantProfile => {
  const draw = chance(seed);
  const tenantId = guid(seed, "tenant/large");
  const at = instant(now, -1);
  const build = environmentOf(seed, now);
  const size = Math.min(mostEnvironments, Math.max(1, Math.floor(count)));
  const environments = Array.from({ length: size }, (_, index) => build(describe(draw, index, at, tenantId)));
  return {
    name: "large",
    tenantId,
    tenantName: "Large",
    skus: licences(seed, now, size),
    users: 2_500,
    environments,
    tenantCapacity: {
      Database: roomy(environments, "Database"),
      File: roomy(environments, "File"),
      Log: roomy(environments, "Log"),
    },
    history: {},
  };
};
