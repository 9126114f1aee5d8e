/** Which figures of a change can be reckoned with. */

/** Up to here sums and products of a plan stay far from the end of whole numbers. */
export const largestAmount = 1_000_000_000_000;

/** Whole, not negative unless `least` is, and not beyond what can be reckoned with. */
export const isAmount = (value: number, least: number): boolean =>
  Number.isInteger(value) && value >= least && value <= largestAmount;
