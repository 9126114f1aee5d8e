/** One report a meter: owned beside used, and what follows. */
import { dayOf } from "../calendar";
import { meterRules } from "../catalog/meterRules";
import { meters, type Meter, type MeterId } from "../catalog/meters";
import { sourceOf } from "../catalog/rules";
import { limitsOf } from "../catalog/serviceLimits";
import { isStorageMeter, poolOf } from "../catalog/storage";
import type { Day } from "../snapshot/activity";
import type { Threshold } from "../settings";
import type { StoragePool } from "../snapshot/facts";
import type { MeterReport, MeterStatus, SwitchEffect } from "../snapshot/snapshot";
import { assess, usualLevels, type Levels } from "./assess";
import type { Total } from "./used/coverage";
import { effectiveInteractions } from "./used/effective";
import { holdingCountings } from "./used/counting";
import type { Holding, Terms } from "./owned/entitle";
import { officialOwned } from "./owned/officialOwned";
import type { Certainty, Owned, Ownership } from "./owned/own";
import { blockedOperations, lenders, poolVerdict, type Pool, type PoolVerdict } from "./storage/storage";
import { isExtended, withExtension } from "./storage/storageExtension";

/** Where a tenant stands: what is held and what is used, before the two are compared. */
export interface Position {
  readonly holdings: readonly Holding[];
  readonly terms: Terms;
  readonly certainty: Certainty;
  /** Use of a meter; not asked of meters that are counted from the licences themselves. */
  readonly totalOf: (meter: MeterId) => Total;
  readonly officialOf: (meter: MeterId) => MeterReport["official"];
  /** What other readings would say about the use of a meter. */
  readonly usedEffects: (meter: MeterId) => readonly SwitchEffect[];
  /** Who is behind the interacted people. */
  readonly breakdown?: MeterReport["breakdown"] | undefined;
  /** Of what the customer declared: the one extension that lets copy and restore through (STO.extension). */
  readonly storageExtensionFrom?: Day | undefined;
  /** The customer's own levels; meters without one take the usual ones. */
  readonly thresholds: readonly Threshold[];
}

interface Sides {
  readonly owned: Owned;
  readonly total: Total;
}

type Verdict = Pick<MeterReport, "status" | "over" | "coveredBy" | "blockedOperations">;

const isPartial = ({ coverage }: Total): boolean => coverage.read < coverage.total;

/** A maximum for something that nobody holds says nothing. */
const isIdleMaximum = (meter: Meter, { used }: Total): boolean =>
  holdingCountings[meter.id] !== undefined && used.kind === "known" && used.value === 0;

/** A licence that the catalogue does not know may give some. */
const isOpen = ({ contributions }: Owned): boolean => contributions.some(({ note }) => note === "licenceNotKnown");

/** The customer's word on a meter; of several the last one. */
const thresholdOf = (meter: MeterId, { thresholds }: Position): Threshold | undefined =>
  thresholds.filter((threshold) => threshold.meter === meter).at(-1);

const levelsOf = (meter: MeterId, position: Position): Levels => thresholdOf(meter, position) ?? usualLevels;

const general = (meter: Meter, { owned, total }: Sides, levels: Levels): Verdict => {
  if (isIdleMaximum(meter, total)) return { status: "none", over: 0, coveredBy: [], blockedOperations: [] };
  const { status, over } = assess({
    owned: owned.owned,
    ownedLowerBound: owned.lowerBound,
    ownedOpen: isOpen(owned),
    used: total.used,
    usedLowerBound: isPartial(total),
    nature: meter.nature,
    levels,
  });
  return { status, over, coveredBy: [], blockedOperations: [] };
};

type StorageSides = Readonly<Record<StoragePool, Sides>>;

const poolFrom = ({ owned: { owned }, total: { used } }: Sides): Pool | undefined =>
  owned.kind === "known" && used.kind === "known" ? { owned: owned.value, used: used.value } : undefined;

const unsure: Verdict = { status: "unknown", over: 0, coveredBy: [], blockedOperations: [] };

/** Verdicts that too little use proves as little as no use at all. */
const restOnAllUse: readonly MeterStatus[] = ["ok", "covered", "none"];

interface StorageTerms {
  readonly levels: Levels;
  /** The 30-day extension runs. */
  readonly extended: boolean;
}

const isFine = ({ status }: PoolVerdict): boolean => status === "ok" || status === "covered";

/**
 * With an entitlement that is a lower bound only room can be told, with use that is one only the lack of it. The pools
 * that lend to this one count alike.
 */
const storage = (pool: StoragePool, sides: StorageSides, { levels, extended }: StorageTerms): Verdict => {
  const pools = { database: poolFrom(sides.database), file: poolFrom(sides.file), log: poolFrom(sides.log) };
  const verdict = poolVerdict(pool, pools, levels);
  const behind = [pool, ...lenders[pool]].map((name) => sides[name]);
  if (!isFine(verdict) && behind.some(({ owned }) => owned.lowerBound)) return unsure;
  if (verdict.status === "none" && isOpen(sides[pool].owned)) return unsure;
  const open = restOnAllUse.includes(verdict.status) && behind.some(({ total }) => isPartial(total));
  const blocked = blockedOperations(pool, pools, verdict.status);
  return {
    ...(open ? { ...verdict, status: "unknown" } : verdict),
    blockedOperations: extended ? withExtension(blocked) : blocked,
  };
};

/** Licences against licences: both sides come from the directory and are as old as each other. */
const heldTotal = (value: number, { asOf }: Certainty): Total => ({
  used: { kind: "known", value, asOf, source: "graph.subscribedSkus", confidence: "measured" },
  coverage: { read: 0, total: 0, missing: [] },
});

const totalFor = (meter: MeterId, { owned }: Owned, position: Position): Total => {
  const count = holdingCountings[meter];
  if (count === undefined) return position.totalOf(meter);
  if (owned.kind === "unknown") return { used: owned, coverage: { read: 0, total: 0, missing: [] } };
  return heldTotal(count(position.holdings), position.certainty);
};

const sidesOf = (meter: MeterId, ownership: Ownership, position: Position): Sides => {
  const official = position.officialOf(meter);
  const catalogued = ownership.of(meter);
  const owned = official === undefined ? catalogued : officialOwned(catalogued, official, position.terms.edition);
  return { owned, total: totalFor(meter, owned, position) };
};

const withoutMeter = ({ near, critical, by, at }: Threshold): Omit<Threshold, "meter"> => ({ near, critical, by, at });

const reportOf = (meter: Meter, { owned, total }: Sides, verdict: Verdict, position: Position): MeterReport => {
  const official = position.officialOf(meter.id);
  const effective = effectiveInteractions(meter.id, owned.owned);
  const breakdown = meter.id === "interactedPeople" ? position.breakdown : undefined;
  const threshold = thresholdOf(meter.id, position);
  return {
    ...{ meter: meter.id, group: meter.group, unit: meter.unit },
    ...{ scope: meter.scope, reset: meter.reset, nature: meter.nature },
    ...{ owned: owned.owned, ownedAtRisk: owned.ownedAtRisk, contributions: owned.contributions },
    ...total,
    ...verdict,
    ...(official === undefined ? {} : { official }),
    switches: [...owned.switches, ...position.usedEffects(meter.id)],
    limits: limitsOf(meter.id),
    ...(effective === undefined ? {} : { effective }),
    ...(breakdown === undefined ? {} : { breakdown }),
    ...(threshold === undefined ? {} : { threshold: withoutMeter(threshold) }),
    rule: meterRules[meter.id],
    ruleSource: sourceOf(meterRules[meter.id]),
  };
};

/** Reports of all meters in the order of the panel. */
export const meterReports = (position: Position, ownership: Ownership): readonly MeterReport[] => {
  const sides = (meter: MeterId): Sides => sidesOf(meter, ownership, position);
  const pools: StorageSides = {
    database: sides("storageDatabase"),
    file: sides("storageFile"),
    log: sides("storageLog"),
  };
  const { asOf, policy } = position.terms;
  const extended = isExtended(position.storageExtensionFrom, dayOf(asOf, policy.timeZone));
  return meters.map((meter) => {
    if (!isStorageMeter(meter.id)) {
      const own = sides(meter.id);
      return reportOf(meter, own, general(meter, own, levelsOf(meter.id, position)), position);
    }
    const pool = poolOf[meter.id];
    return reportOf(
      meter,
      pools[pool],
      storage(pool, pools, { levels: levelsOf(meter.id, position), extended }),
      position,
    );
  });
};
