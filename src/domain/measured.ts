/**
 * Figures that say where they come from. A figure that was not read is `unknown`, never 0.
 *
 * Values are whole numbers in the unit of their meter: people, megabytes (1 GB = 1,000 MB), slots, routes, minutes.
 */

/** An instant in ISO 8601 with zone, for example `2026-11-22T20:08:34Z`. */
export type Instant = string;

/** Every place that a figure can come from. */
export type SourceId =
  | "graph.subscribedSkus"
  | "graph.subscriptions"
  | "powerplatform.environments"
  | "powerplatform.tenantCapacity"
  | "powerplatform.applicationPackages"
  | "powerplatform.entitlements"
  | "dataverse.solutions"
  | "graph.users"
  | "powerplatform.currencies"
  | "powerplatform.allocations"
  | "activity"
  | "workspaces"
  | "import.csv"
  | "catalogue";

/** How far a figure can be trusted: read from the service, computed from a proxy, or handed in by a person. */
export type Confidence = "measured" | "estimated" | "imported";

/** Why a figure or a source is unknown. The words for each code are in the panel's resx and the command line's messages. */
export type ReasonCode =
  | "forbidden"
  | "unauthenticated"
  | "unreachable"
  | "throttled"
  | "serverError"
  | "shapeChanged"
  | "notFound"
  | "cancelled"
  | "noDataverse"
  | "environmentNotReady"
  | "noReading"
  | "notBound"
  | "neverMeasured"
  | "sourceNotRead"
  | "notInCatalogue"
  | "notMetered";

export interface Reason {
  readonly code: ReasonCode;
  /** What the service said, without secrets; for the person who mends it. Not translated. */
  readonly detail?: string;
}

export interface Known {
  readonly kind: "known";
  readonly value: number;
  readonly asOf: Instant;
  readonly source: SourceId;
  readonly confidence: Confidence;
}

export interface Unknown {
  readonly kind: "unknown";
  readonly reason: Reason;
}

export interface Unlimited {
  readonly kind: "unlimited";
}

export type Measured = Known | Unknown | Unlimited;

/** A whole answer of one source, or why there is none. `lacking`: why a part of what it tells elsewhere is missing. */
export type Read<T> =
  | {
      readonly kind: "read";
      readonly source: SourceId;
      readonly asOf: Instant;
      readonly value: T;
      readonly lacking?: Reason;
    }
  | { readonly kind: "notRead"; readonly source: SourceId; readonly reason: Reason };
