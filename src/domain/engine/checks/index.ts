/** All checks, in the order in which their findings stand: what is over first, then what is wrong, then what to know. */
import type { Check, QuotaCheck } from "./check";
import { environmentNotRead } from "./environmentNotRead";
import { inferredSku } from "./inferredSku";
import { nearQuota } from "./nearQuota";
import { outboundSlotsExceeded } from "./outboundSlotsExceeded";
import { overQuota } from "./overQuota";
import { staleSource } from "./staleSource";
import { trialEnvironmentsExceeded } from "./trialEnvironmentsExceeded";
import { unknownSku } from "./unknownSku";

/** What a planned change can make appear or go. */
export const quotaChecks: readonly QuotaCheck[] = [
  overQuota,
  outboundSlotsExceeded,
  trialEnvironmentsExceeded,
  nearQuota,
];

/** What only a new reading of the tenant can change. */
export const factChecks: readonly Check[] = [unknownSku, environmentNotRead, staleSource, inferredSku];
