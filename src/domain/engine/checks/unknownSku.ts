import { relatedNames, relatedPlans } from "../../catalog/skus";
import type { Check, Found } from "./check";
import { skuGroups, type SkuGroup } from "./skuSubjects";

const isRelated = ({ subject, planNames }: SkuGroup): boolean =>
  relatedNames.test(subject.name) || planNames.some((name) => relatedPlans.test(name));

const one = ({ subject, quantity }: SkuGroup): Found => ({
  id: `unknownSku:${subject.id}`,
  kind: "unknownSku",
  subjects: [subject],
  facts: { skuPartNumber: subject.name, quantity, related: "yes" },
});

const others = (groups: readonly SkuGroup[]): readonly Found[] =>
  groups.length === 0
    ? []
    : [
        {
          id: "unknownSku:others",
          kind: "unknownSku",
          severity: "info",
          subjects: groups.map(({ subject }) => subject),
          facts: {
            skus: groups.length,
            quantity: groups.reduce((sum, { quantity }) => sum + quantity, 0),
            related: "no",
          },
        },
      ];

/**
 * Licences that the catalogue does not know (DATA.sku.unknown). One finding for each SKU whose name or plans point at these meters; the
 * rest of a tenant's licences together in one, so that they are told and do not drown the others.
 */
export const unknownSku: Check = ({ licences }) => {
  const groups = skuGroups(licences, (licence) => licence.resolved.grade === "unknown");
  return [...groups.filter(isRelated).map(one), ...others(groups.filter((group) => !isRelated(group)))];
};
