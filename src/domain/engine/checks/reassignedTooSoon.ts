import type { Subject } from "../../snapshot/snapshot";
import type { Licence } from "../licences/licences";
import { personSubject } from "../seats/people";
import { reassignedTooSoonIn, reassignmentDays, type Reassignment } from "../seats/reassignment";
import { productFacts } from "./bought";
import type { Check, Found } from "./check";

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

const found = (reassignment: Reassignment, licence: Licence | undefined): Found => {
  const { skuId, userId, passedTo, assignedOn, reassignedOn, days, earliestOn } = reassignment;
  return {
    id: `reassignedTooSoon:${skuId}:${userId}:${assignedOn}`,
    kind: "reassignedTooSoon",
    subjects: [personSubject({ userId }), personSubject({ userId: passedTo }), skuSubject(skuId, licence)],
    facts: {
      ...nameFacts(licence),
      ...{ userId, passedTo, assignedOn, reassignedOn, days, neededDays: reassignmentDays, earliestOn },
    },
  };
};

/** Licences that passed to somebody else within 90 days of their assignment; of two equal lines one is told. */
export const reassignedTooSoon: Check = ({ facts, licences }) => {
  const bySku = new Map(licences.map((licence) => [licence.skuId, licence]));
  const all = reassignedTooSoonIn(facts.assignments ?? []).map((item) => found(item, bySku.get(item.skuId)));
  return [...new Map(all.map((item) => [item.id, item])).values()];
};
