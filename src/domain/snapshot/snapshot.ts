/**
 * The contract between the sync, which writes snapshots, and everybody who reads one.
 * A snapshot is complete in itself: a reader needs neither the catalogue nor the engine to show it.
 */
import type { Instant, Measured, Reason, SourceId } from "../measured";
import type { EditionId } from "../catalog/editions";
import type { MeterGroup, MeterId, Nature, Reset, Scope, Unit } from "../catalog/meters";
import type { Acknowledgement, Decided, Declared, Override, Policy, Threshold } from "../settings";
import type { EnvironmentType, StoragePool, Tenant } from "./facts";
import type { Forecast } from "./forecast";

/** Raised by one when a reader of the old shape could misread the new one. */
export const schemaVersion = 2;

/** Where a rule is written down. `document` is a seed file's short name or a public document; `section` its heading. */
export interface RuleSource {
  readonly document: string;
  readonly section: string;
}

/** SKU resolved by id; by a distinctive service plan (counted, "confirm"); or not at all (shown, not counted). */
export type SkuGrade = "exact" | "inferred" | "unknown";

/**
 * Why a line's amount is not simply `quantity` x `perUnit`.
 * - `trialNotCounted`: a trial's quota, shown and not owned (CI-J.trial.limits); amount 0.
 * - `largerBaseCounts`: another product's once-per-tenant base is larger and is the one that counts (STO.entitlement.tenant); amount 0.
 * - `wholeBlocksOnly`: packs are pooled and only whole blocks grant; the line carries the blocks that it completes (CI-STO.packs).
 * - `sizeNotKnown`: no source gives the size, so the meter's owned figure is a lower bound; amount 0.
 * - `unlimited`: the line lifts the limit; amount 0.
 * - `adminCenterDifference`: what the admin center counts beyond, or short of, the lines above; may be negative.
 * - `converted`: another meter's amount at the customer's conversion rate, rounded down.
 * - `licenceNotKnown`: the catalogue does not know the licence and its name points here, so it may give some; amount 0.
 * - `throughputClass`: a rate that the tenant qualifies for; rates do not add up, so one line carries it.
 */
export type ContributionNote =
  | "trialNotCounted"
  | "largerBaseCounts"
  | "wholeBlocksOnly"
  | "sizeNotKnown"
  | "licenceNotKnown"
  | "unlimited"
  | "adminCenterDifference"
  | "converted"
  | "throughputClass";

/**
 * One line of an entitlement. The lines of a meter add up to its owned figure exactly.
 * Read it as: `quantity` x `perUnit` = `amount`; with `once` the amount is given once, whatever the quantity;
 * with a `note` the amount is what the note says.
 */
export interface Contribution {
  readonly product: string;
  readonly productName: string;
  readonly skuPartNumber?: string;
  readonly quantity: number;
  /** Of `quantity`, how many are in the grace period. */
  readonly inGrace: number;
  readonly perUnit: number;
  readonly once: boolean;
  readonly amount: number;
  readonly rule: string;
  readonly source: RuleSource;
  readonly edition: EditionId;
  readonly grade: SkuGrade;
  readonly trial: boolean;
  readonly note?: ContributionNote;
  /** The customer's decision that the line rests on: what the licence is, or how much a pack gives. */
  readonly override?: Decided & { readonly kind: Override["kind"] };
}

/** An open reading of a rule, the one in force, and what the others would give. */
export interface SwitchEffect {
  readonly name: string;
  readonly value: string;
  /** A side is there when the switch moves it and the figure is known. The switch `edition` is among them. */
  readonly others: readonly { readonly value: string; readonly owned?: number; readonly used?: number }[];
}

/** A limit of the service beside the quota: no licence raises it (CI-J.fair-use, CI-D.limits, CI-J.trial.limits). */
export interface ServiceLimit {
  readonly id: string;
  readonly amount: number;
  readonly scope: Scope;
  readonly rule: string;
  readonly source: RuleSource;
}

export interface Coverage {
  readonly read: number;
  readonly total: number;
  readonly missing: readonly { readonly environmentId: string; readonly reason: Reason }[];
}

/**
 * ok < near (under 15 % free) < critical (under 5 % free) < over. `covered`: over by itself, but a sister pool has room.
 * `none`: nothing owned and nothing used. `rate`: a speed that is owned and never used up. `unlimited` and `unknown`
 * speak for themselves.
 */
export type MeterStatus = "ok" | "near" | "critical" | "over" | "covered" | "none" | "unlimited" | "unknown" | "rate";

/** What the platform refuses while storage is over (STO.blocked-operations). */
export type Operation = "create" | "copy" | "restore" | "convertTrial" | "recover" | "addDatabase";

/** Who is behind the interacted people, as far as the activity that was handed in tells (CI-J.interacted-people.*). */
export interface PeopleBreakdown {
  /** Their record was deleted: their quota is not free before the twelve months end. */
  readonly deleted?: number;
  /** Nothing was sent to them: forms, bots. */
  readonly inboundOnly?: number;
  /** Interactions of the twelve months, the busiest channel first. */
  readonly channels?: readonly { readonly channel: string; readonly interactions: number }[];
}

export interface MeterReport {
  readonly meter: MeterId;
  readonly group: MeterGroup;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly reset: Reset;
  readonly nature: Nature;
  readonly owned: Measured;
  /** Part of `owned` that stands in the grace period and can go. */
  readonly ownedAtRisk: number;
  readonly contributions: readonly Contribution[];
  readonly used: Measured;
  /** Environments behind `used`. With `read < total` the figure is a lower bound. */
  readonly coverage: Coverage;
  readonly status: MeterStatus;
  /** Used above owned, after cover by sister pools; 0 when not over or not known. */
  readonly over: number;
  /** Storage only: what sister pools lend to this one. */
  readonly coveredBy: readonly { readonly pool: StoragePool; readonly amount: number }[];
  readonly blockedOperations: readonly Operation[];
  /** Storage only: the figures of the admin center. Its entitlement is the authority and is what `owned` says. */
  readonly official?: { readonly owned: number; readonly used: number; readonly asOf: Instant };
  readonly switches: readonly SwitchEffect[];
  readonly limits: readonly ServiceLimit[];
  /** Interactions only: what one environment can use, the smaller of owned and the safe use limit (CI-J.fair-use). */
  readonly effective?: number;
  /** Interacted people only. */
  readonly breakdown?: PeopleBreakdown;
  readonly forecast?: Forecast;
  /** The customer's own levels, where `status` goes by them and not by the usual ones (STO.thresholds). */
  readonly threshold?: Omit<Threshold, "meter">;
  /** Rule behind the limit or the way of counting, for meters without contribution lines too. */
  readonly rule: string;
  readonly ruleSource: RuleSource;
}

/** Why an environment's use does not count, or not in full. */
export type Exclusion = "typeNotCounted" | "defaultAllowance";

export interface EnvironmentUsage {
  readonly meter: MeterId;
  /** What counts against the pool. */
  readonly counted: Measured;
  /** What is there before exclusions; only where it differs from `counted`. */
  readonly actual?: number;
  readonly exclusion?: Exclusion;
  /** Install meters: the state of the package that takes the slot. */
  readonly state?: string;
}

export interface EnvironmentReport {
  readonly id: string;
  readonly name: string;
  readonly type: EnvironmentType;
  readonly region: string;
  readonly usage: readonly EnvironmentUsage[];
}

export type LicenceState = "active" | "grace" | "suspended" | "cancelled" | "deleted";

/** One subscription, what it is and what it gives. */
export interface LicenceReport {
  readonly id: string;
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly product?: string;
  readonly productName?: string;
  readonly grade: SkuGrade;
  readonly state: LicenceState;
  /** `undefined` when the source that tells was not read. */
  readonly trial?: boolean;
  readonly quantity: number;
  readonly renewsAt?: Instant;
  /** What happens at `renewsAt`; absent when nobody told. */
  readonly renewal?: "renews" | "ends";
  readonly createdAt?: Instant;
  readonly override?: Decided;
  readonly grants: readonly { readonly meter: MeterId; readonly amount: number }[];
  /** Meters that a licence without a product may give to, by its name or its plans. */
  readonly mayGrant?: readonly MeterId[];
}

export type Severity = "error" | "warning" | "info";

export type FindingKind =
  | "overQuota"
  | "outboundSlotsExceeded"
  | "trialEnvironmentsExceeded"
  | "addOnMaximum"
  | "prerequisiteMissing"
  | "dataWithoutRight"
  | "serviceLimitExceeded"
  | "nearQuota"
  | "overBeforeRenewal"
  | "subscriptionInGrace"
  | "subscriptionEnding"
  | "legacyRenewal"
  | "trialAsPaid"
  | "paidAsTrial"
  | "tierOutOfRange"
  | "attachNotEligible"
  | "unknownSku"
  | "capabilityMissing"
  | "reassignedTooSoon"
  | "multiplexing"
  | "sessionsAndMessages"
  | "communicationResourceMissing"
  | "smsProviderMissing"
  | "omnichannelTransition"
  | "restrictedTableUse"
  | "failedInstallHoldsSlot"
  | "allocationNearlyUsed"
  | "productShowsOther"
  | "environmentNotRead"
  | "staleSource"
  | "importOld"
  | "casesImplausible"
  | "severalBases"
  | "channelAdvisory"
  | "doubleUserLicences"
  | "listingNoise"
  | "possibleDuplicates"
  | "sandboxShare"
  | "logReadingDiffers"
  | "adminCenterDiffers"
  | "hiddenInGeo"
  | "usageJump"
  | "inferredSku";

export interface Subject {
  readonly type: "meter" | "environment" | "sku" | "source" | "licence" | "product" | "account" | "table" | "workspace";
  readonly id: string;
  readonly name: string;
}

export interface Finding {
  /** The same for the same trouble in the next snapshot, so that it can be followed and acknowledged. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly rule: string;
  readonly subjects: readonly Subject[];
  /** Figures for the sentence; the sentence itself is text of the panel and of the command line. */
  readonly facts: Readonly<Record<string, number | string>>;
  /** Public page of the rule, where one is known. */
  readonly link?: string;
  /** Somebody has seen it and lives with it; still in force on the snapshot's day. */
  readonly acknowledged?: Omit<Acknowledgement, "findingId">;
}

/** A card that informs: the rule's text belongs beside these meters of this tenant. */
export interface Guidance {
  readonly rule: string;
  readonly meters: readonly MeterId[];
  readonly source: RuleSource;
  readonly link?: string;
}

export interface SourceReport {
  readonly source: SourceId;
  readonly state: "read" | "partial" | "notRead";
  readonly read: number;
  readonly total: number;
  readonly asOf?: Instant;
  readonly reason?: Reason;
}

/** Entitlement rows that the tenant returns and nobody has bound to a meter yet. */
export interface UnboundEntitlement {
  readonly entitlementId: string;
  readonly categories: readonly string[];
  readonly unit: string;
  readonly environments: number;
}

export interface Snapshot {
  readonly schemaVersion: typeof schemaVersion;
  /** GUID of the run that made it. */
  readonly id: string;
  readonly tenant: Tenant;
  readonly asOf: Instant;
  readonly edition: EditionId;
  readonly policy: Policy;
  readonly overrides: readonly Override[];
  /** Absent where there is none. */
  readonly thresholds?: readonly Threshold[];
  readonly declared: Declared;
  readonly staleAfterHours: number;
  readonly sources: readonly SourceReport[];
  readonly coverage: Coverage;
  readonly meters: readonly MeterReport[];
  readonly licences: readonly LicenceReport[];
  readonly findings: readonly Finding[];
  readonly guidance: readonly Guidance[];
  readonly unboundEntitlements: readonly UnboundEntitlement[];
  readonly environments: readonly EnvironmentReport[];
}
