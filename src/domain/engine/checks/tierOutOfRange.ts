import { tiers, type Tier } from "../../catalog/tiers";
import { boughtOf, productFacts, productSubject } from "./bought";
import type { Found, QuotaCheck } from "./check";

const sideOf = ({ min, max }: Tier, quantity: number): "below" | "above" | undefined => {
  if (quantity < min) return "below";
  return max !== undefined && quantity > max ? "above" : undefined;
};

const one = (tier: Tier, quantity: number): readonly Found[] => {
  const { product, meter, min, max, rule } = tier;
  const side = sideOf(tier, quantity);
  if (side === undefined) return [];
  return [
    {
      id: `tierOutOfRange:${product}`,
      kind: "tierOutOfRange",
      rule,
      subjects: [productSubject(product)],
      facts: {
        ...productFacts(product),
        ...{ meter, side, quantity, minimum: min },
        ...(max === undefined ? {} : { maximum: max }),
      },
    },
  ];
};

/** Packs of a volume tier outside the number that the tier is sold for. They count all the same. */
export const tierOutOfRange: QuotaCheck = ({ holdings }) => {
  const bought = boughtOf(holdings);
  return tiers.flatMap((tier) => {
    const quantity = bought.get(tier.product);
    return quantity === undefined ? [] : one(tier, quantity);
  });
};
