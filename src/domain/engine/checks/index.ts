/** All checks, in the order in which their findings stand. */
import type { Check } from "./check";
import { environmentNotRead } from "./environmentNotRead";
import { inferredSku } from "./inferredSku";
import { nearQuota } from "./nearQuota";
import { outboundSlotsExceeded } from "./outboundSlotsExceeded";
import { overQuota } from "./overQuota";
import { staleSource } from "./staleSource";
import { trialEnvironmentsExceeded } from "./trialEnvironmentsExceeded";
import { unknownSku } from "./unknownSku";

export const checks: readonly Check[] = [
  overQuota,
  outboundSlotsExceeded,
  trialEnvironmentsExceeded,
  nearQuota,
  unknownSku,
  environmentNotRead,
  staleSource,
  inferredSku,
];
