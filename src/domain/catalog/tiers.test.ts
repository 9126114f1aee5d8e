import { describe, expect, it } from "vitest";
import { grantsOf } from "./grants";
import { tiers, tiersOf, type Tier } from "./tiers";

const base = { interactedPeople: 10_000, unifiedPeople: 100_000 } as const;
const most = ({ meter, size, max }: Tier): number | undefined =>
  max === undefined ? undefined : base[meter] + size * max;
const least = ({ meter, size, min }: Tier): number => base[meter] + size * min;

describe("CI-J.interacted-people.packs", () => {
  const [first, second, third] = tiersOf("interactedPeople");

  it("CI-J.interacted-people.packs: 5,000, 10,000 and 50,000 people a pack; 1-8, 4-24, 5 and more", () => {
    expect(tiersOf("interactedPeople").map(({ size, min, max }) => [size, min, max])).toEqual([
      [5_000, 1, 8],
      [10_000, 4, 24],
      [50_000, 5, undefined],
    ]);
  });

  it("CI-J.interacted-people.packs: 10K + 8 x 5K = 50K; 10K + 4 x 10K = 50K; 10K + 24 x 10K = 250K; 10K + 5 x 50K = 260K", () => {
    expect([first, second].map((tier) => tier && most(tier))).toEqual([50_000, 250_000]);
    expect([second, third].map((tier) => tier && least(tier))).toEqual([50_000, 260_000]);
  });

  it("CI-J.interacted-people.packs: ranges meet one another and stay open at the top", () => {
    expect(tiersOf("interactedPeople").map(({ from, to }) => [from, to])).toEqual([
      [10_000, 50_000],
      [50_000, 250_000],
      [250_000, undefined],
    ]);
  });
});

describe("CI-D.unified.packs", () => {
  const [first, second, third] = tiersOf("unifiedPeople");

  it("CI-D.unified.packs: 100K + 4 x 100K = 500K; 100K + 19 x 100K = 2M, and the third tier begins there", () => {
    expect([first, second].map((tier) => tier && most(tier))).toEqual([500_000, 2_000_000]);
    expect([second, third].map((tier) => tier && least(tier))).toEqual([500_000, 2_000_000]);
    expect(tiersOf("unifiedPeople").map(({ from, to }) => [from, to])).toEqual([
      [100_000, 500_000],
      [500_000, 2_000_000],
      [2_000_000, undefined],
    ]);
  });
});

describe("tiers", () => {
  it("say what the grants of their products say", () => {
    const granted = (tier: Tier) =>
      grantsOf("seed").find(({ product, meter }) => product === tier.product && meter === tier.meter)?.amount;
    expect(tiers.map(granted)).toEqual(tiers.map(({ size }) => size));
  });

  it("exist for people alone", () => {
    expect(tiersOf("recordRoutes")).toEqual([]);
  });
});
