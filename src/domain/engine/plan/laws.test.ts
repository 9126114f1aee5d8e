import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asOf,
  fakeTenant,
  guid,
  skuIds,
  type FakeTenant,
  type KnownSku,
} from "../../../../test/fixtures/fakeTenant.fixture";
import { planned, snapshotOf } from "../../../../test/fixtures/plans.fixture";
import { plan, products, type Change, type Measured, type Plan, type Settings, type Snapshot } from "../..";
import { editionIds } from "../../catalog/editions";
import { switches } from "../../catalog/switches";
import { defaultSettings } from "../../settings";

const productIds = Object.keys(products);
const names = Object.keys(skuIds) as KnownSku[];
const anyProduct = fc.constantFrom(...productIds);
const units = fc.integer({ min: 1, max: 300 });

const settings: fc.Arbitrary<Partial<Settings>> = fc
  .record({
    basePeopleStacking: fc.constantFrom(...switches.basePeopleStacking.values),
    interactedPackStorage: fc.constantFrom(...switches.interactedPackStorage.values),
    addOnsAccrueDatabase: fc.constantFrom(...switches.addOnsAccrueDatabase.values),
    contactCenterLog: fc.constantFrom(...switches.contactCenterLog.values),
    customerServiceRoutes: fc.constantFrom(...switches.customerServiceRoutes.values),
    tenantDefault: fc.constantFrom(...switches.tenantDefault.values),
  })
  .chain((policy) =>
    fc.constantFrom(...editionIds).map((edition) => ({ edition, policy: { ...defaultSettings.policy, ...policy } })),
  );

const tenants: fc.Arbitrary<FakeTenant> = fc
  .record({
    skus: fc.uniqueArray(
      fc.record({ sku: fc.constantFrom(...names), enabled: fc.nat(60), warning: fc.nat(9), trial: fc.boolean() }),
      { selector: ({ sku }) => sku, maxLength: 7 },
    ),
    environments: fc.array(
      fc.record({
        type: fc.constantFrom("production" as const, "sandbox", "developer", "trial", "default"),
        ...{ database: fc.nat(90_000), file: fc.nat(90_000), people: fc.option(fc.nat(30_000)), refused: fc.boolean() },
      }),
      { maxLength: 4 },
    ),
    total: fc.option(fc.nat(200_000)),
    unread: fc.constantFrom(
      undefined,
      undefined,
      undefined,
      "subscribedSkus" as const,
      "companySubscriptions" as const,
    ),
  })
  .map(({ skus, environments, total, unread }) => {
    const bought = skus.reduce(
      (tenant, { sku, enabled, warning, trial }) => tenant.withSku(sku, { units: { enabled, warning }, trial }),
      fakeTenant(),
    );
    const used = environments.reduce((tenant, { people, refused, ...options }, index) => {
      const next = tenant.withEnvironment(guid(index), {
        ...options,
        ...(refused ? { refused: "forbidden" as const } : {}),
      });
      return people === null ? next : next.withImport(guid(index), "interactedPeople", people);
    }, bought);
    const pool = { pool: "database", actual: 5, rated: 4, status: "Available", measuredAt: asOf } as const;
    const counted = total === null ? used : used.withCapacity({ pools: [{ ...pool, total }] });
    return unread === undefined ? counted : counted.without(unread, "forbidden");
  });

const snapshots: fc.Arbitrary<Snapshot> = fc
  .tuple(tenants, settings)
  .map(([tenant, given]) => snapshotOf(tenant, given));

/** More than everything: unlimited; less than nothing: not known. */
const rank = (figure: Measured): number =>
  figure.kind === "known" ? figure.value : figure.kind === "unlimited" ? Infinity : -1;

const runs = { numRuns: 30 };

const owned = ({ meters }: Plan) => meters.map(({ after }) => rank(after.owned));
const check = (...args: Parameters<typeof fc.property<[Snapshot, string, number]>>) =>
  fc.assert(fc.property(...args), runs);

describe("laws of the planner", () => {
  it("no change is today", () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const today = planned(snapshot);
        expect(today.after).toEqual(snapshot.meters);
        expect(today.findings).toEqual(snapshot.findings);
        expect({ appear: today.appear, go: today.go, after: today.cost.after }).toEqual({
          ...{ appear: [], go: [], after: today.cost.before },
        });
      }),
      runs,
    );
  });

  it("what is added and dropped again leaves no trace", () => {
    check(snapshots, anyProduct, units, (snapshot, product, quantity) => {
      const back = planned(snapshot, { kind: "add", product, quantity }, { kind: "drop", product, quantity });
      const { cost, ...rest } = back;
      const { cost: today, ...before } = planned(snapshot);
      expect(rest).toEqual(before);
      expect(cost.change.cents).toBe(today.change.cents);
    });
  });

  it("more licences never own less", () => {
    check(snapshots, anyProduct, units, (snapshot, product, quantity) => {
      const before = owned(planned(snapshot, { kind: "add", product, quantity }));
      const after = owned(planned(snapshot, { kind: "add", product, quantity: quantity + 1 }));
      expect(after.filter((value, index) => value < before[index]!)).toEqual([]);
      const today = owned(planned(snapshot));
      const known = before.map((value, index) => (value === -1 ? today[index]! : value));
      expect(known.filter((value, index) => value < today[index]!)).toEqual([]);
    });
  });

  it("the order of purchases does not matter, nor whether they come at once", () => {
    const adds = fc.array(fc.record({ kind: fc.constant("add" as const), product: anyProduct, quantity: units }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(snapshots, adds, (snapshot, changes) => {
        const together = planned(snapshot, ...changes);
        expect(planned(snapshot, ...changes.toReversed())).toEqual(together);
        const split = changes.flatMap((change) =>
          change.quantity > 1
            ? [
                { ...change, quantity: 1 },
                { ...change, quantity: change.quantity - 1 },
              ]
            : [change],
        );
        expect(planned(snapshot, ...split)).toEqual(together);
      }),
      runs,
    );
  });

  const amounts = fc.oneof(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.nat(50_000));
  const some = fc.oneof(fc.integer({ min: 1, max: 1_000_000_000_000 }), units);
  const changes: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ kind: fc.constant("add" as const), product: anyProduct, quantity: some }),
    fc.record({ kind: fc.constant("drop" as const), product: anyProduct, quantity: units }),
    fc.record({ kind: fc.constant("renewAs" as const), from: anyProduct, to: anyProduct }),
    fc.record({
      kind: fc.constant("campaign" as const),
      segment: some,
      messages: fc.integer({ min: 1, max: 9 }),
      alreadyInteracted: fc.nat(9),
    }),
    fc.record({
      kind: fc.constant("environment" as const),
      type: fc.constantFrom("production" as const, "trial", "default"),
      ...{ database: amounts, file: amounts, log: amounts },
      installs: fc.subarray(["installOutbound" as const, "installJourneys" as const, "installData" as const]),
    }),
    fc.record({
      kind: fc.constant("date" as const),
      asOf: fc
        .integer({ min: 0, max: 3_000 })
        .map((days) => new Date(Date.parse(asOf) + days * 86_400_000).toISOString()),
    }),
  );

  /** Paths of numbers that are none, or negative where nothing can be negative. */
  const badNumbers = (value: unknown, path: string): readonly string[] => {
    if (typeof value === "number") {
      const mayFall = /amount|perUnit|cost\.change|forecast/.test(path);
      return !Number.isFinite(value) || (value < 0 && !mayFall) ? [`${path}: ${value}`] : [];
    }
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => badNumbers(item, `${path}.${key}`));
  };

  it("no figure is none, negative or beyond all numbers", () => {
    fc.assert(
      fc.property(snapshots, fc.array(changes, { maxLength: 5 }), (snapshot, list) => {
        const result = plan(snapshot, list);
        if (result.kind === "plan") {
          const { meters, after, packs, cost, sendingHours } = result.plan;
          expect(badNumbers({ meters, after, packs, cost, sendingHours }, "plan")).toEqual([]);
        }
        if (result.kind === "refused") expect(result.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it("what is not known stays unknown", () => {
    fc.assert(
      fc.property(snapshots, fc.array(changes, { maxLength: 3 }), (snapshot, list) => {
        const result = plan(snapshot, list);
        if (result.kind === "refused") return;
        const told = result.plan.meters.filter(
          ({ before, after }) => before.used.kind === "unknown" && after.used.kind !== "unknown",
        );
        expect(told).toEqual([]);
      }),
      runs,
    );
  });

  it("advised packs cover what lacks, each for its meter", () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        for (const { packs, meter, owned: promised } of planned(snapshot).packs.filter(
          (item) => item.packs.length > 0,
        )) {
          const bought = planned(
            snapshot,
            ...packs.map(({ product, quantity }) => ({ kind: "add" as const, product, quantity })),
          );
          const report = bought.after.find((item) => item.meter === meter)!;
          expect(rank(report.owned)).toBeGreaterThanOrEqual(promised);
          if (!meter.startsWith("storage")) expect(report.over).toBe(0);
        }
      }),
      runs,
    );
  });
});
