/**
 * What a product gives to a meter, as rows. The engine knows the ways of giving; which product gives what is only here.
 */
import { contactCenterGrants } from "./contactCenterGrants";
import { customerInsightsGrants } from "./customerInsightsGrants";
import { customerServiceGrants } from "./customerServiceGrants";
import { dataverseGrants } from "./dataverseGrants";
import type { EditionId } from "./editions";
import type { Derivation, Grant } from "./grant";

/** All rows of a dated edition (GEN.catalog.edition). */
export const grantsOf = (edition: EditionId): readonly Grant[] => [
  ...customerInsightsGrants(),
  ...contactCenterGrants(edition),
  ...customerServiceGrants(),
  ...dataverseGrants(),
];

/** Contacts of the old licences bear the same ten interactions (CI-J.legacy.interactions). */
export const derivations: readonly Derivation[] = [
  { to: "monthlyInteractions", from: "interactedPeople", factor: 10, rule: "CI-J.interactions.monthly" },
];
