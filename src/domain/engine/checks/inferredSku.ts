import { findings } from "../../catalog/findings";
import { products } from "../../catalog/products";
import type { Finding } from "../../snapshot/snapshot";
import type { Check } from "./check";
import { skuGroups, type SkuGroup } from "./skuSubjects";

const one = ({ subject, quantity, licence: { resolved } }: SkuGroup): readonly Finding[] =>
  resolved.grade === "unknown"
    ? []
    : [
        {
          id: `inferredSku:${subject.id}`,
          kind: "inferredSku",
          ...findings.inferredSku,
          subjects: [subject],
          facts: {
            skuPartNumber: subject.name,
            quantity,
            product: resolved.product,
            productName: products[resolved.product].name,
          },
        },
      ];

/** Licences recognised by a service plan or part number: counted, to be confirmed. */
export const inferredSku: Check = ({ licences }) =>
  skuGroups(licences, (licence) => licence.resolved.grade === "inferred").flatMap(one);
