/** Storage owned by the admin center's own count, which knows every licence; the catalogue's lines explain it. */
import { sourceOf } from "../../catalog/rules";
import type { EditionId } from "../../catalog/editions";
import type { Contribution, MeterReport } from "../../snapshot/snapshot";
import type { Owned } from "./own";

const rule = "STO.entitlement.tenant";

/** The admin center counts every licence: what the catalogue does not know leaves nothing open here. */
const isCounted = ({ note }: Contribution): boolean => note !== "licenceNotKnown";

const sum = (lines: readonly Contribution[]): number => lines.reduce((total, { amount }) => total + amount, 0);

/** Licences outside the catalogue, such as Sales or Power Apps, bring storage too; a newer guide may grant more or less. */
const difference = (amount: number, edition: EditionId): Contribution => ({
  ...{ product: "adminCenter", productName: "Power Platform admin center", grade: "exact", trial: false },
  ...{ quantity: 1, inGrace: 0, perUnit: amount, once: true, amount, rule, source: sourceOf(rule), edition },
  note: "adminCenterDifference",
});

/**
 * Takes the admin center's entitlement (MB) for the one that counts (STO.entitlement.tenant) and closes the gap to the
 * catalogue's lines with a line of its own, so that the lines still add up. Switches are left out: they move a part of
 * the explanation, not the figure.
 */
export const officialOwned = (
  owned: Owned,
  official: NonNullable<MeterReport["official"]>,
  edition: EditionId,
): Owned => {
  const lines = owned.contributions.filter(isCounted);
  const gap = official.owned - sum(lines);
  return {
    ...owned,
    owned: {
      ...{ kind: "known", value: official.owned, source: "powerplatform.tenantCapacity", confidence: "measured" },
      asOf: official.asOf,
    },
    contributions: gap === 0 ? lines : [...lines, difference(gap, edition)],
    switches: [],
    lowerBound: false,
  };
};
