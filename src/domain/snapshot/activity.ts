/** What people and cases did: the log behind interacted people and interactions, and the workspaces behind cases. */
import type { Instant } from "../measured";

/** A day `2026-11-22` and a month `2026-11`, in the time zone of the policy. */
export type Day = string;
export type Month = string;

export type Direction = "outbound" | "inbound";

/**
 * One interaction as it happened (CI-J.interactions.counting). A person is `(environmentId, table, recordId)`: the same
 * human as contact and as lead is two (CI-J.interacted-people.definition).
 */
export interface Interaction {
  readonly environmentId: string;
  readonly table: string;
  readonly recordId: string;
  readonly at: Instant;
  /** `email`, `sms`, `push`, `form` or the name of a custom channel. */
  readonly channel: string;
  readonly direction: Direction;
  /** The record no longer exists (CI-J.interacted-people.deleted). */
  readonly deleted?: boolean;
}

/** People of one environment by the day of their last interaction; the parts are included in `people`. */
export interface LastTouch {
  readonly day: Day;
  readonly people: number;
  readonly deleted?: number;
  readonly inboundOnly?: number;
}

/** The log of one environment, counted. Enough for the window, the release calendar and the peak month. */
export interface PeopleActivity {
  readonly environmentId: string;
  readonly measuredAt: Instant;
  readonly lastTouch: readonly LastTouch[];
  /** People who became interacted people in that month: new, or back after their release. */
  readonly arrivals: readonly { readonly month: Month; readonly people: number }[];
  readonly messages: readonly { readonly month: Month; readonly outbound: number; readonly inbound: number }[];
  /** Outbound messages of the busiest day of the last twelve months, where known (CI-J.fair-use). */
  readonly busiestDay?: { readonly day: Day; readonly messages: number };
  /** Interactions of the last twelve months. */
  readonly channels?: readonly { readonly channel: string; readonly interactions: number }[];
}

/** A Customer Service Insights workspace (CSI.imported). Nothing public lists them: the customer names them. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly environmentId: string;
  readonly sample: boolean;
  /** Cases that its owner can read, by the day of the field mapped to "Created On" (CSI.created-on). */
  readonly readableCases: readonly { readonly day: Day; readonly cases: number }[];
  /** All cases of the environment in the same 60 days: a bound for what the owner can read (CSI.table). */
  readonly createdCases?: number;
  readonly measuredAt: Instant;
}
