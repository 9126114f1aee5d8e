/**
 * What a product gives to a meter, as rows. The engine knows the ways of giving; which product gives what is only here.
 */
import type { EditionId } from "./editions";
import { contactCenterGrants } from "./contactCenterGrants";
import { customerInsightsGrants } from "./customerInsightsGrants";
import { dataverseGrants } from "./dataverseGrants";
import type { Derivation, Grant } from "./grant";

const editions: Readonly<Record<EditionId, () => readonly Grant[]>> = {
  seed: () => [...customerInsightsGrants(), ...contactCenterGrants(), ...dataverseGrants()],
  "lg-2026-07": () => [...customerInsightsGrants(), ...contactCenterGrants(), ...dataverseGrants()],
};

/** All rows of a dated edition (GEN.catalog.edition). */
export const grantsOf = (edition: EditionId): readonly Grant[] => editions[edition]();

export const derivations: readonly Derivation[] = [
  { to: "monthlyInteractions", from: "interactedPeople", factor: 10, rule: "CI-J.interactions.monthly" },
];
