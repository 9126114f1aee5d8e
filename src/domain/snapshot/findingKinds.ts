/** The kinds of findings by name alone: a reader of snapshots need not carry their rules. */
import { oneOf, type Check } from "./check";
import type { FindingKind } from "./snapshot";

export const findingKinds = (): Check<FindingKind> =>
  oneOf<FindingKind>({
    ...{ overQuota: true, outboundSlotsExceeded: true, trialEnvironmentsExceeded: true, addOnMaximum: true },
    ...{ prerequisiteMissing: true, dataWithoutRight: true, serviceLimitExceeded: true, nearQuota: true },
    ...{ overBeforeRenewal: true, subscriptionInGrace: true, subscriptionEnding: true, legacyRenewal: true },
    ...{ trialAsPaid: true, paidAsTrial: true, tierOutOfRange: true, attachNotEligible: true },
    ...{ unknownSku: true, capabilityMissing: true, reassignedTooSoon: true, multiplexing: true },
    ...{
      sessionsAndMessages: true,
      communicationResourceMissing: true,
      smsProviderMissing: true,
      omnichannelTransition: true,
    },
    ...{ restrictedTableUse: true, failedInstallHoldsSlot: true, allocationNearlyUsed: true, productShowsOther: true },
    ...{ environmentNotRead: true, staleSource: true, importOld: true, casesImplausible: true },
    ...{ severalBases: true, channelAdvisory: true, doubleUserLicences: true, listingNoise: true },
    ...{ possibleDuplicates: true, sandboxShare: true, logReadingDiffers: true, adminCenterDiffers: true },
    ...{ hiddenInGeo: true, usageJump: true, inferredSku: true },
  });
