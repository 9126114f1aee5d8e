import type { Subject } from "../../snapshot/snapshot";
import { counts, type Licence } from "../licences/licences";
import { sortedBy } from "../order";
import { personSubject } from "../seats/people";
import type { Assignment } from "../../snapshot/seats";
import { inferredReassignments } from "../seats/inferredReassignments";
import { reassignedTooSoonIn, reassignmentDays, type Reassignment } from "../seats/reassignment";
import { productFacts } from "./bought";
import { groupBy } from "../tally";
import type { Check, Found } from "./check";
import { mostNamed } from "./personFacts";

const skuSubject = (skuId: string, licence: Licence | undefined): Subject => ({
  type: "sku",
  id: skuId,
  name: licence?.skuPartNumber ?? skuId,
});

const nameFacts = (licence: Licence | undefined): Found["facts"] => {
  if (licence === undefined) return {};
  const { skuPartNumber, resolved } = licence;
  return { skuPartNumber, ...(resolved.grade === "unknown" ? {} : productFacts(resolved.product)) };
};

const idOf = ({ skuId, userId, assignedOn }: Reassignment): string =>
  `reassignedTooSoon:${skuId}:${userId}:${assignedOn}`;

const found = (reassignment: Reassignment, licence: Licence | undefined, all: Found["facts"]): Found => {
  const { skuId, userId, passedTo, assignedOn, reassignedOn, days, earliestOn, basis } = reassignment;
  return {
    id: idOf(reassignment),
    kind: "reassignedTooSoon",
    subjects: [personSubject({ userId }), personSubject({ userId: passedTo }), skuSubject(skuId, licence)],
    facts: {
      ...nameFacts(licence),
      ...{ userId, passedTo, assignedOn, reassignedOn, days, neededDays: reassignmentDays, earliestOn, basis },
      ...all,
    },
  };
};

/** Of one licence the latest; `lines`, how many there are, where that is more than are told. */
const latest = (lines: readonly Reassignment[], licence: Licence | undefined): readonly Found[] => {
  const once = [...new Map(lines.map((line) => [idOf(line), line])).values()];
  const inOrder = sortedBy(once, ({ reassignedOn }) => reassignedOn, idOf);
  const all = once.length > mostNamed ? { lines: once.length } : {};
  return inOrder.slice(-mostNamed).map((line) => found(line, licence, all));
};

/** Units of a SKU that count; undefined where the tenant does not list it. */
const unitsOf = (licences: readonly Licence[]): number | undefined =>
  licences.length === 0 ? undefined : licences.filter(counts).reduce((sum, { quantity }) => sum + quantity, 0);

const tooSoon = (ledger: readonly Assignment[], licences: readonly Licence[]): readonly Reassignment[] => [
  ...reassignedTooSoonIn(ledger),
  ...inferredReassignments(ledger, unitsOf(licences)),
];

/** Licences that passed to somebody else within 90 days of their assignment; of two equal lines one is told. */
export const reassignedTooSoon: Check = ({ facts, licences }) => {
  const bySku = groupBy(licences, ({ skuId }) => skuId);
  return [...groupBy(facts.assignments ?? [], ({ skuId }) => skuId)].flatMap(([skuId, ledger]) => {
    const mine = bySku.get(skuId) ?? [];
    return latest(tooSoon(ledger, mine), mine[0]);
  });
};
