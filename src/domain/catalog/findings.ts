/** What can be found, one row a kind. The sentence and the advice are texts of the panel and of the command line. */
import type { FindingKind, Severity } from "../snapshot/snapshot";
import type { MeterId } from "./meters";
import type { RuleId } from "./rules";

export interface FindingInfo {
  readonly severity: Severity;
  /** Rule when the subject has none of its own. */
  readonly rule: RuleId;
}

const row = (severity: Severity, rule: RuleId): FindingInfo => ({ severity, rule });

export const findings: Readonly<Record<FindingKind, FindingInfo>> = {
  overQuota: row("error", "GEN.enforcement.advisory"),
  outboundSlotsExceeded: row("error", "CI-J.install.outbound"),
  trialEnvironmentsExceeded: row("error", "CI-J.trial.limits"),
  addOnMaximum: row("error", "CC.addon.max"),
  prerequisiteMissing: row("error", "CC.addon.prereq"),
  dataWithoutRight: row("error", "CI-J.legacy.no-data"),
  serviceLimitExceeded: row("error", "CI-J.fair-use"),
  nearQuota: row("warning", "STO.thresholds"),
  overBeforeRenewal: row("warning", "GEN.capacity.change"),
  subscriptionInGrace: row("warning", "GEN.licence.active"),
  subscriptionEnding: row("warning", "GEN.licence.active"),
  legacyRenewal: row("warning", "CI-J.legacy.renewal"),
  trialAsPaid: row("warning", "CI-J.trial.limits"),
  paidAsTrial: row("warning", "CI-J.trial.limits"),
  tierOutOfRange: row("warning", "CI-J.interacted-people.packs"),
  attachNotEligible: row("warning", "CI-J.attach.eligibility"),
  unknownSku: row("warning", "DATA.sku.unknown"),
  capabilityMissing: row("warning", "CC.capability.user"),
  reassignedTooSoon: row("warning", "CC.reassign.90"),
  multiplexing: row("warning", "CC.multiplexing"),
  sessionsAndMessages: row("warning", "CC.pva.exclusive"),
  communicationResourceMissing: row("warning", "CC.acs.required"),
  smsProviderMissing: row("warning", "CI-J.sms"),
  omnichannelTransition: row("warning", "CC.omnichannel.legacy"),
  restrictedTableUse: row("warning", "GEN.restricted-tables"),
  failedInstallHoldsSlot: row("warning", "CI-J.install.failed"),
  allocationNearlyUsed: row("warning", "STO.allocation"),
  productShowsOther: row("warning", "GEN.licence.lag"),
  environmentNotRead: row("warning", "DATA.coverage"),
  staleSource: row("warning", "DATA.age"),
  importOld: row("warning", "DATA.age"),
  casesImplausible: row("warning", "CSI.table"),
  severalBases: row("info", "CI-J.interacted-people.base"),
  channelAdvisory: row("info", "CC.addon.max"),
  doubleUserLicences: row("info", "CC.usl.counting"),
  listingNoise: row("info", "CI-J.listing.noise"),
  possibleDuplicates: row("info", "CI-J.interacted-people.environments"),
  sandboxShare: row("info", "CI-J.interacted-people.environments"),
  logReadingDiffers: row("info", "CC.storage.log"),
  adminCenterDiffers: row("info", "STO.entitlement.tenant"),
  hiddenInGeo: row("info", "CI-J.geo.visibility"),
  usageJump: row("info", "CI-J.install.copy"),
  inferredSku: row("info", "DATA.sku.inferred"),
};

/** Meters whose overrun is a finding of its own; all others are `overQuota`. */
export const overrunKind: Partial<Readonly<Record<MeterId, FindingKind>>> = {
  installOutbound: "outboundSlotsExceeded",
  trialEnvironments: "trialEnvironmentsExceeded",
  installData: "dataWithoutRight",
  addOnDigital: "addOnMaximum",
  addOnVoice: "addOnMaximum",
  addOnBoth: "addOnMaximum",
};
