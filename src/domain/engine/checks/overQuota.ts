import { isStorageMeter } from "../../catalog/storage";
import type { MeterReport } from "../../snapshot/snapshot";
import { storagePurchase } from "../storage/storageAddOns";
import type { Found, QuotaCheck } from "./check";
import { meterFinding } from "./meterFinding";
import { overruns } from "./overrun";

/** Storage says what to buy (CC.storage.more). */
const purchaseFacts = ({ meter, over }: MeterReport): Found["facts"] => {
  if (!isStorageMeter(meter)) return {};
  const { product, productName, units } = storagePurchase(meter, over);
  return { product, productName, units };
};

/** More is used than owned, on a meter that has no finding of its own; told also where nothing stops (GEN.enforcement.advisory). */
export const overQuota: QuotaCheck = ({ meters }) =>
  overruns("overQuota", meters).map((report) => {
    const found = meterFinding("overQuota", report);
    return { ...found, facts: { ...found.facts, ...purchaseFacts(report) } };
  });
