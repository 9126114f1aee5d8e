/** All checks, in the order in which their findings stand: what is over first, then what is wrong, then what to know. */
import type { Check, QuotaCheck } from "./check";
import { adminCenterDiffers } from "./adminCenterDiffers";
import { allocationNearlyUsed } from "./allocationNearlyUsed";
import { environmentNotRead } from "./environmentNotRead";
import { hiddenInGeo } from "./hiddenInGeo";
import { importOld } from "./importOld";
import { inferredSku } from "./inferredSku";
import { logReadingDiffers } from "./logReadingDiffers";
import { nearQuota } from "./nearQuota";
import { outboundSlotsExceeded } from "./outboundSlotsExceeded";
import { overBeforeRenewal } from "./overBeforeRenewal";
import { overQuota } from "./overQuota";
import { productShowsOther } from "./productShowsOther";
import { sandboxShare } from "./sandboxShare";
import { serviceLimitExceeded } from "./serviceLimitExceeded";
import { staleSource } from "./staleSource";
import { trialEnvironmentsExceeded } from "./trialEnvironmentsExceeded";
import { unknownSku } from "./unknownSku";
import { usageJump } from "./usageJump";

/** What a planned change can make appear or go. */
export const quotaChecks: readonly QuotaCheck[] = [
  overQuota,
  outboundSlotsExceeded,
  trialEnvironmentsExceeded,
  nearQuota,
  logReadingDiffers,
];

/** What only a new reading of the tenant can change. */
export const factChecks: readonly Check[] = [
  serviceLimitExceeded,
  overBeforeRenewal,
  allocationNearlyUsed,
  productShowsOther,
  importOld,
  sandboxShare,
  adminCenterDiffers,
  hiddenInGeo,
  usageJump,
  unknownSku,
  environmentNotRead,
  staleSource,
  inferredSku,
];
