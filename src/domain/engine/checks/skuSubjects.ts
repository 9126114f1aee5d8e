/** Licences by SKU, for findings that concern a SKU and not one subscription of it. */
import type { Subject } from "../../snapshot/snapshot";
import { counts, type Licence } from "../licences/licences";

export interface SkuGroup {
  readonly subject: Subject;
  readonly quantity: number;
  readonly planNames: readonly string[];
  readonly licence: Licence;
}

/** SKUs of the licences that count and fit, each once, in the order given. */
export const skuGroups = (licences: readonly Licence[], fits: (licence: Licence) => boolean): readonly SkuGroup[] => {
  const groups = new Map<string, SkuGroup>();
  for (const licence of licences.filter((item) => counts(item) && item.quantity > 0 && fits(item))) {
    const { skuId: id, skuPartNumber: name, planNames } = licence;
    const quantity = (groups.get(id)?.quantity ?? 0) + licence.quantity;
    groups.set(id, { subject: { type: "sku", id, name }, quantity, planNames, licence });
  }
  return [...groups.values()];
};
