/**
 * What one run of the sync has read, in the words of the field and free of wire shapes.
 * Everything that `assemble` needs to know comes in through here; nothing in it is computed.
 */
import type { Instant, Read } from "../measured";
import type { MeterId } from "../catalog/meters";
import type { Day, Interaction, PeopleActivity, Workspace } from "./activity";
import type { Agent, Assignment, Seat, SharedAccount, TableUse } from "./seats";

export interface Tenant {
  readonly id: string;
  readonly name: string;
}

/** Units of a subscribed SKU by state (Graph `licenseUnitsDetail`). */
export interface LicenceUnits {
  readonly enabled: number;
  /** Expired, in the grace period: still counts, is marked at risk. */
  readonly warning: number;
  readonly suspended: number;
  readonly lockedOut: number;
}

export interface ServicePlan {
  readonly id: string;
  readonly name: string;
}

/** Graph `subscribedSku`. GUIDs are lower case. */
export interface SubscribedSku {
  readonly skuId: string;
  readonly skuPartNumber: string;
  /** `User` = seats, `Company` = tenant capacity; for `Company` the assigned seats mean nothing. */
  readonly appliesTo: string;
  readonly status: string;
  readonly units: LicenceUnits;
  readonly assigned: number;
  readonly servicePlans: readonly ServicePlan[];
  readonly subscriptionIds: readonly string[];
}

/** Graph `companySubscription`. */
export interface CompanySubscription {
  readonly id: string;
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly status: string;
  readonly isTrial: boolean;
  readonly totalLicences: number;
  readonly createdAt?: Instant;
  /** When it moves to its next status if nobody renews it. */
  readonly nextLifecycleAt?: Instant;
  /** No API says it; absent means that nobody told. */
  readonly autoRenews?: boolean;
}

export type EnvironmentType =
  "production" | "sandbox" | "developer" | "trial" | "default" | "teams" | "preview" | "support" | "other";

export type StoragePool = "database" | "file" | "log";

/** Storage of one environment in whole MB. `rated` is what the service charges, `actual` what is stored. */
export interface StorageReading {
  readonly pool: StoragePool;
  readonly actual: number;
  readonly rated: number;
  readonly updatedAt?: Instant;
}

export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly type: EnvironmentType;
  readonly region: string;
  readonly ready: boolean;
  /** Absent when the environment has no Dataverse database. Always ends without a slash. */
  readonly instanceUrl?: string;
  readonly createdAt?: Instant;
  readonly storage: readonly StorageReading[];
}

/** Power Platform's own view of one pool, in MB. */
export interface TenantCapacity {
  readonly pools: readonly {
    readonly pool: StoragePool;
    readonly total: number;
    readonly actual: number;
    readonly rated: number;
    /** Absent when the service never measured (it writes year 1). */
    readonly measuredAt?: Instant;
    readonly status: string;
  }[];
  /** Capacities that are no pool (trial, add-ons, ones we do not know), as the service names them. */
  readonly others?: readonly {
    readonly type: string;
    readonly unit: string;
    readonly total: number;
    readonly actual: number;
  }[];
}

export type PackageState =
  | "Installed"
  | "InstallFailed"
  | "Installing"
  | "InstallRequested"
  | "InstallScheduled"
  | "InstallRetrying"
  | "None"
  | "other";

export interface ApplicationPackage {
  readonly uniqueName: string;
  readonly name: string;
  readonly state: PackageState;
  readonly lastError?: string;
}

export interface InstalledSolution {
  readonly uniqueName: string;
  readonly version: string;
}

/** A row of the Power Platform licensing API. Which meter an id belongs to is the customer's configuration, never a guess. */
export interface EntitlementRow {
  readonly entitlementId: string;
  readonly categories: readonly string[];
  readonly unit: string;
  readonly consumed?: number;
  readonly measuredAt?: Instant;
}

/** Tenant-wide units of a currency such as `MCSMessages` (licensing API, `currencyReports`). */
export interface Currency {
  readonly type: string;
  readonly purchased: number;
  readonly allocated: number;
  readonly consumed?: number;
  readonly measuredAt?: Instant;
}

/** What is set aside for one environment: of a currency, or of a storage pool (`Database`, `File`, `Log`) in MB. */
export interface Allocation {
  readonly type: string;
  readonly allocated: number;
}

/** Channels that send or answer in an environment. */
export type UsedChannel = "email" | "sms" | "push" | "voice" | "custom";

/** What was asked of one environment. */
export interface EnvironmentFacts {
  readonly environmentId: string;
  readonly packages: Read<readonly ApplicationPackage[]>;
  readonly solutions: Read<readonly InstalledSolution[]>;
  readonly entitlements: Read<readonly EntitlementRow[]>;
  readonly allocations?: Read<readonly Allocation[]>;
  readonly channels?: Read<readonly UsedChannel[]>;
}

/** A figure that no API gives, handed in by the admin as CSV. */
export interface ImportedReading {
  readonly environmentId: string;
  readonly meter: MeterId;
  readonly value: number;
  readonly measuredAt: Instant;
}

/** What a page of the product itself shows for the tenant (CI-J.quota-page, GEN.licence.lag). */
export interface ProductFigure {
  readonly meter: MeterId;
  readonly owned: number;
  readonly thisEnvironment?: number;
  readonly otherEnvironments?: number;
  readonly readAt: Instant;
}

/** Use of a meter at the end of a UTC day, as earlier snapshots said it. */
export interface MeterHistory {
  readonly meter: MeterId;
  readonly points: readonly { readonly day: Day; readonly used: number }[];
}

/**
 * What one run knows of one tenant; nothing is pooled across tenants (GEN.scope.tenant). Optional parts are those that
 * not every tenant has or can hand in; absent is unknown, never 0.
 */
export interface TenantFacts {
  readonly tenant: Tenant;
  readonly subscribedSkus: Read<readonly SubscribedSku[]>;
  readonly companySubscriptions: Read<readonly CompanySubscription[]>;
  readonly environments: Read<readonly Environment[]>;
  readonly tenantCapacity: Read<TenantCapacity>;
  readonly byEnvironment: readonly EnvironmentFacts[];
  readonly imported: readonly ImportedReading[];
  readonly seats?: Read<readonly Seat[]>;
  readonly currencies?: Read<readonly Currency[]>;
  /** The log itself, for tenants small enough, or already counted per environment; not both for one environment. */
  readonly interactions?: readonly Interaction[];
  readonly activity?: readonly PeopleActivity[];
  readonly workspaces?: readonly Workspace[];
  readonly assignments?: readonly Assignment[];
  readonly agents?: readonly Agent[];
  readonly sharedAccounts?: readonly SharedAccount[];
  readonly tableUses?: readonly TableUse[];
  readonly productFigures?: readonly ProductFigure[];
  readonly history?: readonly MeterHistory[];
}
