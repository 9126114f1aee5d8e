import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySettings } from "../../test/fixtures/anySettings.fixture";
import { anyWorld, upToLargest } from "../../test/fixtures/anyTenant.fixture";
import { asOf, runId } from "../../test/fixtures/fakeTenant.fixture";
import { splitIn, turned, unlearnt, withMore } from "../../test/fixtures/otherwise.fixture";
import { assemble, decode, encode, essential, type Measured, type MeterReport, type MeterStatus } from ".";
import type { Settings, Snapshot, TenantFacts } from ".";

const snapshotOf = (facts: TenantFacts, settings: Settings): Snapshot => assemble(facts, settings, { id: runId, asOf });

const runs = { numRuns: fc.readConfigureGlobal().numRuns ?? 30 };

/** The law for any tenant with any settings. */
const always = (law: (facts: TenantFacts, settings: Settings) => void, worlds = anyWorld()): void =>
  fc.assert(
    fc.property(worlds, anySettings, ({ facts }, settings) => law(facts, settings)),
    runs,
  );

const sum = (rows: readonly { readonly amount: number }[]): number => rows.reduce((all, { amount }) => all + amount, 0);

describe("laws", { timeout: 120_000 }, () => {
  it("lines add up to what is owned, and what licences give to the lines that are theirs", () => {
    always((facts, settings) => {
      const { meters, licences } = snapshotOf(facts, settings);
      for (const { meter, owned, contributions } of meters) {
        if (owned.kind === "known") expect(owned.value).toBe(sum(contributions));
        if (owned.kind === "unknown") expect(contributions).toEqual([]);
        const own = contributions.filter(({ note }) => note !== "adminCenterDifference");
        const grants = licences.flatMap((licence) => licence.grants.filter((grant) => grant.meter === meter));
        if (owned.kind !== "unknown") expect(sum(grants)).toBe(sum(own));
      }
    });
  });

  it("a line without a note is quantity times unit, or the unit once", () => {
    always((facts, settings) => {
      const lines = snapshotOf(facts, settings).meters.flatMap(({ contributions }) => contributions);
      for (const { quantity, perUnit, once, amount, note } of lines) {
        if (note === undefined) expect(amount).toBe(once ? perUnit : quantity * perUnit);
      }
    });
  });

  it("more licences never own less", () => {
    const rank = ({ owned }: MeterReport): number =>
      owned.kind === "known" ? owned.value : owned.kind === "unlimited" ? Infinity : -1;
    const more = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(anyWorld(), anySettings, fc.nat(), more, ({ facts }, settings, which, added) => {
        const before = snapshotOf(facts, settings).meters.map(rank);
        const after = snapshotOf(withMore(facts, which, added), settings).meters.map(rank);
        expect(after.filter((value, index) => value < before[index]!)).toEqual([]);
      }),
      runs,
    );
  });

  it("a subscription in two parts changes no figure, no status and no finding but those about the parts", () => {
    const others = ({ findings }: Snapshot) =>
      findings.filter(({ subjects }) => subjects.every(({ type }) => type !== "licence"));
    const kinds = ({ findings }: Snapshot) => new Set(findings.map(({ kind, severity }) => `${kind} ${severity}`));
    fc.assert(
      fc.property(anyWorld(), anySettings, fc.nat(), fc.nat(), ({ facts }, settings, which, cut) => {
        const before = snapshotOf(facts, settings);
        const paid = before.licences.filter(({ trial, quantity }) => trial !== true && quantity > 1);
        const chosen = paid[which % Math.max(1, paid.length)];
        fc.pre(chosen !== undefined);
        const after = snapshotOf(splitIn(facts, chosen.id, cut), settings);
        expect(after.meters).toEqual(before.meters);
        expect(others(after)).toEqual(others(before));
        expect(kinds(after)).toEqual(kinds(before));
      }),
      runs,
    );
  });

  it("the order in which facts come does not matter", () => {
    always((facts, settings) => {
      expect(snapshotOf(turned(facts), settings)).toEqual(snapshotOf(facts, settings));
    });
  });

  it("the same facts give the same bytes, also from a file", () => {
    always((facts, settings) => {
      const bytes = JSON.stringify(snapshotOf(facts, settings));
      expect(JSON.stringify(snapshotOf(facts, settings))).toBe(bytes);
      const [read, decided] = structuredClone([facts, settings] as const);
      expect(JSON.stringify(snapshotOf(read, decided))).toBe(bytes);
    });
  });

  it("packages that no rule asks for change nothing", () => {
    always((facts, settings) => {
      expect(snapshotOf(essential(facts), settings)).toEqual(snapshotOf(facts, settings));
    });
  });

  it("no figure up to the largest makes one that is none, negative or beyond all numbers", () => {
    /** Differences, and times before others. */
    const mayFall = /\.(?:perUnit|amount|unexplained|hours|change|\w*[dD]ifference)$|\.perDay\./;
    const bad = (value: unknown, path: string): readonly string[] => {
      if (typeof value === "number") {
        return Number.isFinite(value) && (value >= 0 || mayFall.test(path)) ? [] : [`${path}: ${value}`];
      }
      return typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, item]) => bad(item, `${path}.${key}`))
        : [];
    };
    always((facts, settings) => {
      expect(bad(snapshotOf(facts, settings), "snapshot")).toEqual([]);
    }, anyWorld(upToLargest));
  });

  it("decode gives back what encode took", () => {
    always((facts, settings) => {
      const snapshot = snapshotOf(facts, settings);
      expect(decode(encode(snapshot))).toEqual({ kind: "snapshot", snapshot });
    });
  });
});

const troubles: readonly MeterStatus[] = ["near", "critical", "covered", "over"];
const trouble = (status: MeterStatus): number => troubles.indexOf(status);

describe("what is not read", { timeout: 120_000 }, () => {
  const isPartial = ({ coverage }: MeterReport): boolean => coverage.read < coverage.total;
  const confidence = (figure: Measured) => (figure.kind === "known" ? figure.confidence : figure.kind);

  /** Pools lend to each other, so what is missing in one of them is missing in all. */
  const isBound = (report: MeterReport, all: readonly MeterReport[]): boolean =>
    isPartial(report) ||
    (report.group === "storage" && all.some((other) => other.group === "storage" && isPartial(other)));

  const usedFalls = (before: Measured, after: Measured): boolean => {
    if (before.kind !== "known") return after.kind === "known";
    return after.kind === "known" && after.source === before.source && after.value < before.value;
  };

  it("never lowers a figure nor betters a status without saying so", () => {
    fc.assert(
      fc.property(anyWorld(), anySettings, fc.nat(), ({ facts }, settings, which) => {
        const before = snapshotOf(facts, settings).meters;
        const after = snapshotOf(unlearnt(facts, which), settings).meters;
        before.forEach((known, index) => {
          const told = after[index]!;
          const says = `${known.meter} ${JSON.stringify([known.used, told.used, known.owned, told.owned])}`;
          if (usedFalls(known.used, told.used)) expect(isPartial(told), says).toBe(true);
          if (known.owned.kind === "known" && told.owned.kind === "known") {
            expect(told.owned.value, says).toBeGreaterThanOrEqual(known.owned.value);
          }
          const better = told.status !== "unknown" && trouble(told.status) < trouble(known.status);
          if (better) expect(isBound(told, after) || confidence(told.owned) === "estimated", says).toBe(true);
        });
      }),
      runs,
    );
  });
});
