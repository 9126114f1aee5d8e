/** All checks, in the order in which their findings stand: what is over first, then what is wrong, then what to know. */
import type { Check, QuotaCheck } from "./check";
import { adminCenterDiffers } from "./adminCenterDiffers";
import { allocationNearlyUsed } from "./allocationNearlyUsed";
import { casesImplausible } from "./casesImplausible";
import { addOnMaximum } from "./addOnMaximum";
import { attachNotEligible } from "./attachNotEligible";
import { capabilityMissing } from "./capabilityMissing";
import { channelAdvisory } from "./channelAdvisory";
import { communicationResourceMissing } from "./communicationResourceMissing";
import { dataWithoutRight } from "./dataWithoutRight";
import { doubleUserLicences } from "./doubleUserLicences";
import { failedInstallHoldsSlot } from "./failedInstallHoldsSlot";
import { legacyRenewal } from "./legacyRenewal";
import { listingNoise } from "./listingNoise";
import { multiplexing } from "./multiplexing";
import { omnichannelTransition } from "./omnichannelTransition";
import { paidAsTrial } from "./paidAsTrial";
import { prerequisiteMissing, prerequisiteMissingAtPeople } from "./prerequisiteMissing";
import { reassignedTooSoon } from "./reassignedTooSoon";
import { restrictedTableUse } from "./restrictedTableUse";
import { sessionsAndMessages } from "./sessionsAndMessages";
import { severalBases } from "./severalBases";
import { smsProviderMissing } from "./smsProviderMissing";
import { subscriptionEnding } from "./subscriptionEnding";
import { subscriptionInGrace } from "./subscriptionInGrace";
import { tierOutOfRange } from "./tierOutOfRange";
import { trialAsPaid } from "./trialAsPaid";
import { environmentNotRead } from "./environmentNotRead";
import { hiddenInGeo } from "./hiddenInGeo";
import { importOld } from "./importOld";
import { inferredSku } from "./inferredSku";
import { logReadingDiffers } from "./logReadingDiffers";
import { nearQuota } from "./nearQuota";
import { outboundSlotsExceeded } from "./outboundSlotsExceeded";
import { overBeforeRenewal } from "./overBeforeRenewal";
import { overQuota } from "./overQuota";
import { possibleDuplicates } from "./possibleDuplicates";
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
  overBeforeRenewal,
  subscriptionInGrace,
  subscriptionEnding,
  logReadingDiffers,
  addOnMaximum,
  prerequisiteMissing,
  dataWithoutRight,
  legacyRenewal,
  tierOutOfRange,
  attachNotEligible,
  communicationResourceMissing,
  omnichannelTransition,
  severalBases,
  channelAdvisory,
];

/** What only a new reading of the tenant can change. */
export const factChecks: readonly Check[] = [
  serviceLimitExceeded,
  allocationNearlyUsed,
  productShowsOther,
  importOld,
  casesImplausible,
  possibleDuplicates,
  sandboxShare,
  adminCenterDiffers,
  hiddenInGeo,
  usageJump,
  unknownSku,
  environmentNotRead,
  staleSource,
  inferredSku,
  prerequisiteMissingAtPeople,
  trialAsPaid,
  paidAsTrial,
  capabilityMissing,
  reassignedTooSoon,
  multiplexing,
  sessionsAndMessages,
  smsProviderMissing,
  restrictedTableUse,
  failedInstallHoldsSlot,
  doubleUserLicences,
  listingNoise,
];
