/** What the rooms of the simulated tenant agree on. A profile describes a tenant; the endpoints only speak for it. */
import type { CloudName } from "./clouds";
import type { SignInDesk } from "./entra/desk";

/** Everything that a profile says about a tenant. Deterministic: the same name, seed and `now` give the same tenant. */
export interface TenantProfile {
  readonly name: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly skus: readonly ProfileSku[];
  readonly users: number;
  readonly environments: readonly ProfileEnvironment[];
  /** MB per pool as `licensing/tenantCapacity` reports them. */
  readonly tenantCapacity: Readonly<Record<"Database" | "File" | "Log", number>>;
  /** When the service last added up a pool, where that is longer ago than the newest reading of an environment. */
  readonly capacityUpdatedOn?: Readonly<Partial<Record<"Database" | "File" | "Log", string>>>;
  /** Rows that earlier syncs would have left in the home environment: `table logical name -> rows`. */
  readonly history: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

export interface ProfileSku {
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly appliesTo: "User" | "Company";
  readonly servicePlans: readonly { readonly id: string; readonly name: string }[];
  readonly subscriptions: readonly {
    readonly id: string;
    readonly quantity: number;
    readonly status: "Enabled" | "Warning" | "Suspended" | "Deleted" | "LockedOut";
    readonly isTrial: boolean;
    readonly createdAt: string;
    readonly nextLifecycleAt?: string;
  }[];
  readonly assigned: number;
  /** Position of the first user who holds it; the others follow. Somewhere else for each SKU when absent. */
  readonly firstHolder?: number;
}

export interface ProfileEnvironment {
  readonly id: string;
  readonly name: string;
  /** `environmentSku` of BAP. */
  readonly sku: string;
  readonly isDefault: boolean;
  readonly location: string;
  readonly createdAt: string;
  /** Absent: no Dataverse. Host name only, for example `contoso-sales.crm4.dynamics.com`. */
  readonly host?: string;
  readonly organizationId: string;
  readonly state: "Ready" | "Disabled";
  readonly storage: readonly {
    readonly type: "Database" | "File" | "Log";
    readonly actual: number;
    readonly rated: number;
    readonly updatedOn: string;
  }[];
  readonly packages: readonly {
    readonly uniqueName: string;
    readonly name: string;
    readonly state: string;
    readonly lastError?: string;
  }[];
  readonly solutions: readonly {
    readonly uniqueName: string;
    readonly friendlyName: string;
    readonly version: string;
  }[];
  readonly entitlements: readonly {
    readonly entitlementId: string;
    readonly categories: readonly string[];
    readonly unit: string;
    readonly consumed: number;
    readonly lastUpdatedOn: string;
  }[];
  /** Units of a currency that an administrator set aside for this environment. */
  readonly allocations?: readonly { readonly type: string; readonly allocated: number }[];
  /** How much happened in the applications here. Their tables are filled from it when they are first asked for. */
  readonly activity?: {
    /** Unified people. */
    readonly customerProfiles?: number;
    /** Conversations of the contact center in the last 120 days, over all channels. */
    readonly conversations?: number;
    /** Cases of the last 120 days. */
    readonly cases?: number;
    /** Conversations of Copilot Studio in the last 30 days. */
    readonly botTranscripts?: number;
    /** What the outbound module cached of the tenant's quota. */
    readonly quota?: { readonly amount: number; readonly refreshedDaysAgo: number };
  };
  /** People with a user here, by the object id of Entra ID, and which rows they may read. They own what happens, in turn. */
  readonly people?: readonly {
    readonly objectId: string;
    readonly name: string;
    readonly reads: "own" | "organization";
  }[];
  /** Whether the application user may act for others (prvActOnBehalfOfAnotherUser). */
  readonly actsForOthers?: boolean;
  /** An environment that answers with trouble: the story's kinds of unknown. */
  readonly fault?: "forbidden" | "serverError" | "unreachable" | "cutInHalf" | "shapeChanged";
}

/** Who calls, as the token says. */
export interface Caller {
  readonly clientId: string;
  readonly tenantId: string;
  readonly roles: readonly string[];
  /** A person who signed in through that client; absent for an application. */
  readonly isPerson?: true;
}

/** Checks the bearer token of a request against an audience; gives the caller or the answer that refuses it. */
export type Authorise = (authorization: string | undefined, audience: string) => Promise<Caller | Refusal>;

export interface Refusal {
  readonly status: 401 | 403;
  readonly code: string;
  readonly message: string;
}

/** Ways in which an endpoint can go wrong. Without a kind, a fault answers with its own `status` and `body`. */
export type FaultKind = "forbidden" | "serverError" | "unreachable" | "cutInHalf" | "shapeChanged" | "nextLinkLoop";

export interface Fault {
  /** Regular expression over `host/path`, for example `graph.microsoft.com/v1.0/users$`. */
  readonly match: string;
  readonly status?: number;
  readonly body?: string;
  readonly kind?: FaultKind;
  /** How many requests it disturbs; for ever when absent. */
  readonly times?: number;
}

/** Disturbances of the wire. All answers wait `latencyMs`; a share of them (0 to 1) is a 429 with `Retry-After`. */
export interface Knobs {
  latencyMs: number;
  throttledShare: number;
  retryAfterSeconds: number;
  /** The first that matches decides. */
  faults: Fault[];
  /** Largest page of every list, so that a small profile can be read in many pages. The service's own size when absent. */
  pageSize?: number;
}

/** A started simulated tenant. */
export interface RunningTenant {
  /** `http://127.0.0.1:PORT` */
  readonly base: string;
  readonly profile: TenantProfile;
  readonly knobs: Knobs;
  /** An app registration with every permission the product needs, and no more. */
  readonly app: { readonly clientId: string; readonly clientSecret: string };
  /** Host of the environment that holds the product's own tables. */
  readonly homeHost: string;
  readonly cloud: CloudName;
  /** Who else can sign in, and what happens to them. */
  readonly signIn: SignInDesk;
  close(): Promise<void>;
}
