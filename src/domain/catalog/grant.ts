/** The shape of a row of grants. */
import type { Decided, Policy } from "../settings";
import type { RuleSource } from "../snapshot/snapshot";
import type { MeterId } from "./meters";
import type { ProductId } from "./products";
import type { RuleId } from "./rules";

/**
 * How an amount is given:
 * - `each`: `amount` for every unit.
 * - `once`: `amount` once for all products of `family`.
 * - `largest`: like `once`, and of all families of the meter only the largest counts.
 * - `blocks`: units of `family` are pooled by `weight`, and each whole `block` of the pool gives `amount`.
 * - `subscription`: `amount` for every subscription, whatever its units, because free trials report thousands of them.
 * - `unsized`: the product gives something, and no source says how much.
 * - `unlimited`: from `from` on (UTC day) the limit is lifted; until then like `each`.
 */
export type Way =
  | { readonly kind: "each" }
  | { readonly kind: "once"; readonly family: string }
  | { readonly kind: "largest"; readonly family: string }
  | { readonly kind: "blocks"; readonly family: string; readonly weight: number; readonly block: number }
  | { readonly kind: "subscription" }
  | { readonly kind: "unsized" }
  | { readonly kind: "unlimited"; readonly from: string };

export interface Grant {
  readonly product: ProductId;
  readonly meter: MeterId;
  /** In the meter's unit. */
  readonly amount: number;
  readonly way: Way;
  readonly rule: RuleId;
  /** Where the number is written, when not where the rule is. */
  readonly source?: RuleSource;
  /** The row holds only under these readings of the rule. */
  readonly when?: Partial<Policy>;
  /** The row is for trials; without it for everything that is not one. */
  readonly trial?: true;
  /** Who gave the amount, when it is not the catalogue's. */
  readonly override?: Decided;
}

/** Owned `to` = `factor` x owned `from`, line by line. */
export interface Derivation {
  readonly to: MeterId;
  readonly from: MeterId;
  readonly factor: number;
  readonly rule: RuleId;
}
