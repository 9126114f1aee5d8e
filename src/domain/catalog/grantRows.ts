/** Rows of grants as most of them are. */
import type { Grant } from "./grant";
import type { MeterId } from "./meters";
import type { ProductId } from "./products";
import type { RuleId } from "./rules";

/** `amount`, in the meter's unit, for every unit of the product. */
export const each = (product: ProductId, meter: MeterId, amount: number, rule: RuleId): Grant => ({
  ...{ product, meter, amount, rule },
  way: { kind: "each" },
});

/** The product gives something, and no source says how much. */
export const unsized = (product: ProductId, meter: MeterId, rule: RuleId): Grant => ({
  ...{ product, meter, amount: 0, rule },
  way: { kind: "unsized" },
});
