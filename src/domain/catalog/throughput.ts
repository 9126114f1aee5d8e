/** Sending speed of Customer Insights - Journeys: a rate that comes with what is owned (CI-J.throughput). */
import type { ProductId } from "./products";

/** Messages an hour. */
export const throughputRates = { normal: 140_000, raised: 500_000 } as const;

/** Owned quota, not used, from which the raised rate is granted; reaching it is enough. */
export const throughputThresholds = { legacyContacts: 10_000_000, interactedPeople: 500_000 } as const;

interface ThroughputProducts {
  /** Standalone Marketing: asks for `legacyContacts`. */
  readonly legacyBase: readonly ProductId[];
  /** Customer Insights: asks for `interactedPeople`, or for one of `burst`. */
  readonly currentBase: readonly ProductId[];
  readonly burst: readonly ProductId[];
}

export const throughputProducts: ThroughputProducts = {
  legacyBase: ["marketingBase", "marketingAttach"],
  currentBase: ["customerInsightsBase", "customerInsightsAttach"],
  burst: ["sendingBurst"],
};
