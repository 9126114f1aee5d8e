/** The dated states of the catalogue (GEN.catalog.edition). Figures of two editions are never mixed. */

export const editionIds = ["seed", "lg-2026-07"] as const;
export type EditionId = (typeof editionIds)[number];
