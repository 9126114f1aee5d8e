import { addOnOverruns } from "./addOnOverruns";
import type { QuotaCheck } from "./check";

/** More licences of an add-on than of Customer Service Enterprise, each add-on for itself (CC.addon.max). */
export const addOnMaximum: QuotaCheck = (input) => addOnOverruns("addOnMaximum", input);
