import { grantsOf } from "../../catalog/grants";
import { isStorageMeter } from "../../catalog/storage";
import type { MeterReport } from "../../snapshot/snapshot";
import { caseBalance } from "../cases/balance";
import { withPackSizes } from "../owned/overrides";
import { storagePurchase } from "../storage/storageAddOns";
import type { Found, QuotaCheck, QuotaInput } from "./check";
import { meterFinding } from "./meterFinding";
import { overruns } from "./overrun";

/** Add-ons that cover what is over, where the customer told their size, or the user licences that bear it all (CSI.balance). */
const caseFacts = ({ owned, used }: MeterReport, { edition, overrides }: QuotaInput["settings"]): Found["facts"] => {
  if (owned.kind !== "known" || used.kind !== "known") return {};
  const grants = withPackSizes(grantsOf(edition), overrides);
  const { addOnsNeeded: addOns, usersNeeded: users } = caseBalance(used.value, owned.value, grants);
  return { ...(addOns === undefined ? {} : { addOns }), ...(users === undefined ? {} : { users }) };
};

/** What to buy: of storage (CC.storage.more) and of cases, where no plan has to be tried for it. */
const purchaseFacts = (report: MeterReport, settings: QuotaInput["settings"]): Found["facts"] => {
  const { meter, over } = report;
  if (meter === "cases") return caseFacts(report, settings);
  if (!isStorageMeter(meter)) return {};
  const { product, productName, units } = storagePurchase(meter, over);
  return { product, productName, units };
};

/** More is used than owned, on a meter that has no finding of its own; told also where nothing stops (GEN.enforcement.advisory). */
export const overQuota: QuotaCheck = ({ meters, settings }) =>
  overruns("overQuota", meters).map((report) => {
    const found = meterFinding("overQuota", report);
    return { ...found, facts: { ...found.facts, ...purchaseFacts(report, settings) } };
  });
