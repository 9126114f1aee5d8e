/**
 * Volume tiers of people packs (CI-J.interacted-people.packs, CI-D.unified.packs). A tier is sold for a range of the
 * total that includes one base; tiers are not steps to be filled in order, and packs of several tiers add up.
 */
import type { MeterId } from "./meters";
import type { ProductId } from "./products";
import type { RuleId } from "./rules";

export interface Tier {
  readonly product: ProductId;
  readonly meter: Extract<MeterId, "interactedPeople" | "unifiedPeople">;
  /** People in one pack. */
  readonly size: number;
  /** Packs of the tier that may be bought; without `max` any number above. */
  readonly min: number;
  readonly max?: number;
  /** Range of the total, people, base included; without `to` open upwards. */
  readonly from: number;
  readonly to?: number;
  readonly rule: RuleId;
}

type Row = readonly [product: ProductId, size: number, min: number, max: number | undefined, from: number, to?: number];

const tier = (meter: Tier["meter"], rule: RuleId, [product, size, min, max, from, to]: Row): Tier => ({
  product,
  meter,
  size,
  min,
  ...(max === undefined ? {} : { max }),
  from,
  ...(to === undefined ? {} : { to }),
  rule,
});

const interacted: readonly Row[] = [
  ["interactedPeopleT1", 5_000, 1, 8, 10_000, 50_000],
  ["interactedPeopleT2", 10_000, 4, 24, 50_000, 250_000],
  ["interactedPeopleT3", 50_000, 5, undefined, 250_000],
];

const unified: readonly Row[] = [
  ["unifiedPeopleT1", 100_000, 1, 4, 100_000, 500_000],
  ["unifiedPeopleT2", 100_000, 4, 19, 500_000, 2_000_000],
  ["unifiedPeopleT3", 100_000, 19, undefined, 2_000_000],
];

/** Smallest tier first, meter by meter. */
export const tiers: readonly Tier[] = [
  ...interacted.map((row) => tier("interactedPeople", "CI-J.interacted-people.packs", row)),
  ...unified.map((row) => tier("unifiedPeople", "CI-D.unified.packs", row)),
];

/** Tiers of one meter, smallest first; none for other meters. */
export const tiersOf = (meter: MeterId): readonly Tier[] => tiers.filter((row) => row.meter === meter);
