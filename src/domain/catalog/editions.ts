/** The dated states of the catalogue (GEN.catalog.edition). Figures of two editions are never mixed. */
import { documents } from "./documents";

export const editionIds = ["seed", "lg-2026-07"] as const;

export type EditionId = (typeof editionIds)[number];

export interface Edition {
  /** The name that a report prints. */
  readonly title: string;
  /** Month of the newest document that it follows. */
  readonly dated: string;
  /** Those whose figures stand where documents disagree; the first one wins. */
  readonly documents: readonly string[];
}

export const editions: Readonly<Record<EditionId, Edition>> = {
  seed: {
    title: "Licence guidance documents",
    dated: "2025-02",
    documents: [documents.contactCenter, documents.customerInsights, documents.serviceInsights],
  },
  "lg-2026-07": {
    title: "Licensing Guide, July 2026",
    dated: "2026-07",
    documents: [
      documents.licensingGuide,
      documents.contactCenter,
      documents.customerInsights,
      documents.serviceInsights,
    ],
  },
};
