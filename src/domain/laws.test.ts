import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asOf,
  fakeTenant,
  guid,
  runId,
  skuIds,
  type FakeTenant,
  type KnownSku,
} from "../../test/fixtures/fakeTenant.fixture";
import { editionIds } from "./catalog/editions";
import { switches } from "./catalog/switches";
import { overflow, poolVerdict, type Pool, type Pools } from "./engine/storage/storage";
import { assemble, decode, defaultSettings, encode, type Settings, type Snapshot, type TenantFacts } from ".";

const names = Object.keys(skuIds) as KnownSku[];

interface Purchase {
  readonly sku: KnownSku;
  readonly enabled: number;
  readonly warning: number;
  readonly trial: boolean;
}

const purchases = fc.uniqueArray(
  fc.record({
    sku: fc.constantFrom(...names),
    enabled: fc.nat(300),
    warning: fc.nat(20),
    trial: fc.boolean(),
  }),
  { selector: ({ sku }) => sku, maxLength: 8 },
);

const settingsAny: fc.Arbitrary<Settings> = fc
  .record({
    edition: fc.constantFrom(...editionIds),
    policy: fc.record({
      basePeopleStacking: fc.constantFrom(...switches.basePeopleStacking.values),
      crossEnvironmentDedup: fc.constantFrom(...switches.crossEnvironmentDedup.values),
      deletedRecords: fc.constantFrom(...switches.deletedRecords.values),
      interactionMeter: fc.constantFrom(...switches.interactionMeter.values),
      interactedPackStorage: fc.constantFrom(...switches.interactedPackStorage.values),
      addOnsAccrueDatabase: fc.constantFrom(...switches.addOnsAccrueDatabase.values),
      contactCenterLog: fc.constantFrom(...switches.contactCenterLog.values),
      customerServiceRoutes: fc.constantFrom(...switches.customerServiceRoutes.values),
      tenantDefault: fc.constantFrom(...switches.tenantDefault.values),
      timeZone: fc.constantFrom("UTC", "Asia/Tokyo", "America/Los_Angeles"),
    }),
  })
  .map((chosen) => ({ ...defaultSettings, ...chosen }));

const environments = fc.array(
  fc.record({
    type: fc.constantFrom("production" as const, "sandbox", "developer", "trial", "default", "teams", "other"),
    database: fc.nat(90_000),
    log: fc.nat(9_000),
    people: fc.option(fc.nat(9_000)),
    refused: fc.boolean(),
  }),
  { maxLength: 12 },
);

const worlds = fc.record({ purchases, environments });
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

const buy = (tenant: FakeTenant, { sku, enabled, warning, trial }: Purchase): FakeTenant =>
  tenant.withSku(sku, { units: { enabled, warning }, trial });

const tenantOf = ({ purchases: bought, environments: list }: World): FakeTenant =>
  list.reduce(
    (tenant, { type, database, log, people, refused }, index) => {
      const id = guid(index);
      const next = tenant.withEnvironment(id, {
        ...{ type, database, log },
        ...(refused ? { refused: "forbidden" as const } : {}),
      });
      return people === null ? next : next.withImport(id, "interactedPeople", people);
    },
    bought.reduce(buy, fakeTenant()),
  );

const snapshotOf = (facts: TenantFacts, settings: Settings = defaultSettings): Snapshot =>
  assemble(facts, settings, { id: runId, asOf });

const ownedOf = (snapshot: Snapshot): readonly number[] =>
  snapshot.meters.map(({ owned }) => (owned.kind === "known" ? owned.value : Infinity));

const reversed = <T>(items: readonly T[]): readonly T[] => [...items].reverse();

const runs = { numRuns: 40 };

describe("laws", { timeout: 60_000 }, () => {
  it("lines add up to what is owned, and licences to the lines", () => {
    fc.assert(
      fc.property(worlds, settingsAny, (world, settings) => {
        const { meters, licences } = snapshotOf(tenantOf(world).facts(), settings);
        for (const { meter, owned, contributions } of meters) {
          const lines = contributions.reduce((sum, { amount }) => sum + amount, 0);
          const grants = licences.flatMap((licence) => licence.grants.filter((grant) => grant.meter === meter));
          if (owned.kind === "known") expect(owned.value).toBe(lines);
          expect(grants.reduce((sum, { amount }) => sum + amount, 0)).toBe(lines);
        }
      }),
      runs,
    );
  });

  it("a line without a note is quantity times unit, or the unit once", () => {
    fc.assert(
      fc.property(worlds, settingsAny, (world, settings) => {
        for (const { contributions } of snapshotOf(tenantOf(world).facts(), settings).meters) {
          for (const { quantity, perUnit, once, amount, note } of contributions) {
            if (note === undefined) expect(amount).toBe(once ? perUnit : quantity * perUnit);
          }
        }
      }),
      runs,
    );
  });

  it("more licences never own less", () => {
    fc.assert(
      fc.property(
        worlds,
        settingsAny,
        fc.constantFrom(...names),
        fc.integer({ min: 1, max: 50 }),
        (world, settings, sku, more) => {
          const before = ownedOf(snapshotOf(tenantOf(world).facts(), settings));
          const { purchases: bought } = world;
          const others = bought.filter((purchase) => purchase.sku !== sku);
          const had = bought.find((purchase) => purchase.sku === sku) ?? { sku, enabled: 0, warning: 0, trial: false };
          const raised = { ...world, purchases: [...others, { ...had, enabled: had.enabled + more }] };
          const after = ownedOf(snapshotOf(tenantOf(raised).facts(), settings));
          expect(after.filter((value, index) => value < (before[index] ?? 0))).toEqual([]);
        },
      ),
      runs,
    );
  });

  it("the order of licences and environments does not matter", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const facts = tenantOf(world).facts();
        const turn = <T extends { readonly kind: string }>(read: T): T =>
          "value" in read && Array.isArray(read.value) ? { ...read, value: reversed(read.value as unknown[]) } : read;
        const turned: TenantFacts = {
          ...facts,
          subscribedSkus: turn(facts.subscribedSkus),
          companySubscriptions: turn(facts.companySubscriptions),
          environments: turn(facts.environments),
          byEnvironment: reversed(facts.byEnvironment),
          imported: reversed(facts.imported),
        };
        expect(snapshotOf(turned)).toEqual(snapshotOf(facts));
      }),
      runs,
    );
  });

  it("a reading that is missing never lowers what the others say", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const tenant = tenantOf(world);
        const silent = tenant.withEnvironment("silent", { refused: "forbidden" });
        const used = (snapshot: Snapshot) => snapshot.meters.map(({ used: figure }) => figure);
        const after = used(snapshotOf(silent.facts()));
        used(snapshotOf(tenant.facts())).forEach((figure, index) => {
          const other = after[index]!;
          if (figure.kind === "known" && other.kind === "known") expect(other.value).toBe(figure.value);
          if (figure.kind === "unknown") expect(other.kind).toBe("unknown");
        });
      }),
      runs,
    );
  });

  it("decode gives back what encode took", () => {
    fc.assert(
      fc.property(worlds, settingsAny, (world, settings) => {
        const snapshot = snapshotOf(tenantOf(world).facts(), settings);
        expect(decode(encode(snapshot))).toEqual({ kind: "snapshot", snapshot });
      }),
      runs,
    );
  });
});

const pool: fc.Arbitrary<Pool> = fc.record({ owned: fc.nat(1_000), used: fc.nat(1_500) });
const pools: fc.Arbitrary<Pools> = fc.record({ database: pool, file: pool, log: pool });
const kinds = ["database", "file", "log"] as const;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The formula as the rule book has it. */
const overage = ({ database, log, file }: Readonly<Record<(typeof kinds)[number], Pool>>): boolean => {
  const databaseFree = database.owned - database.used;
  const logShort = Math.max(0, log.used - log.owned);
  const fileShort = Math.max(0, file.used - file.owned);
  if (databaseFree < 0 || logShort > databaseFree) return true;
  return fileShort > databaseFree - logShort + Math.max(0, log.owned - log.used);
};

describe("STO.overflow", () => {
  it("conserves: what is short is lent or over, and nobody lends more than is spare", () => {
    fc.assert(
      fc.property(pools, (all) => {
        const loans = overflow(all);
        const short = total(kinds.map((kind) => Math.max(0, all[kind]!.used - all[kind]!.owned)));
        const over = total(kinds.map((kind) => poolVerdict(kind, all).over));
        expect(over + total(loans.map(({ amount }) => amount))).toBe(short);
        for (const kind of kinds) {
          const lent = total(loans.filter(({ from }) => from === kind).map(({ amount }) => amount));
          expect(lent).toBeLessThanOrEqual(Math.max(0, all[kind]!.owned - all[kind]!.used));
        }
      }),
    );
  });

  it("is in overage exactly when the rule's formula says so", () => {
    fc.assert(
      fc.property(fc.record({ database: pool, file: pool, log: pool }), (all) => {
        expect(kinds.some((kind) => poolVerdict(kind, all).status === "over")).toBe(overage(all));
      }),
    );
  });
});
