/** From where on something is worth telling. Our own choices unless a rule is named; compared in whole numbers. */
export const findingThresholds = {
  /** Share in percent of the people that sandbox, developer and trial environments use, from which on it is told. */
  sandboxSharePercent: 10,
  /** Change in percent since the day before, up or down, from which on it is told. */
  usageJumpPercent: 20,
  /** Age in days above which an imported reading that still counts is old. */
  importOldDays: 30,
  /** Hours that a purchase may take to show in the product (GEN.licence.lag). */
  productLagHours: 24,
} as const;
