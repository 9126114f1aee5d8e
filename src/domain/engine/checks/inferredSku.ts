import { products } from "../../catalog/products";
import type { Check, Found } from "./check";
import { skuGroups, type SkuGroup } from "./skuSubjects";

const one = ({ subject, quantity, licence: { resolved } }: SkuGroup): readonly Found[] =>
  resolved.grade === "inferred"
    ? [
        {
          id: `inferredSku:${subject.id}`,
          kind: "inferredSku",
          subjects: [subject],
          facts: {
            skuPartNumber: subject.name,
            quantity,
            product: resolved.product,
            productName: products[resolved.product].name,
          },
        },
      ]
    : [];

/** Licences recognised by a service plan or part number: counted, to be confirmed (DATA.sku.inferred). */
export const inferredSku: Check = ({ licences }) => skuGroups(licences, () => true).flatMap(one);
