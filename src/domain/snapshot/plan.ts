/** The planner's contract: what a change would do to every meter, to the findings and to the monthly cost. */
import type { MeterId } from "../catalog/meters";
import type { Instant, Measured } from "../measured";
import type { Decided } from "../settings";
import type { EnvironmentType } from "./facts";
import type { Finding, MeterReport, MeterStatus } from "./snapshot";

/** Products are ids of the catalogue. Quantities are whole and above 0; amounts are in the unit of their meter. */
export type Change =
  | { readonly kind: "add"; readonly product: string; readonly quantity: number }
  | { readonly kind: "drop"; readonly product: string; readonly quantity: number }
  /** Ends `from` and buys as many of `to`, or `quantity`. */
  | { readonly kind: "renewAs"; readonly from: string; readonly to: string; readonly quantity?: number }
  | {
      readonly kind: "campaign";
      /** People in the segment; of them so many count as interacted people already. */
      readonly segment: number;
      readonly messages: number;
      readonly alreadyInteracted: number;
    }
  | {
      readonly kind: "environment";
      readonly type: EnvironmentType;
      /** In MB. */
      readonly database: number;
      readonly file: number;
      readonly log: number;
      readonly installs: readonly ("installOutbound" | "installJourneys" | "installData")[];
    }
  /** Everything as it stands on another day: dated rules, subscriptions that end, people who leave the window. */
  | { readonly kind: "date"; readonly asOf: Instant };

/** A monthly sum in hundredths. `missing` are products without a price: the sum is then incomplete, never smaller. */
export interface Cost {
  readonly cents: number;
  readonly currency: string;
  readonly complete: boolean;
  readonly missing: readonly string[];
  /** Prices that the customer set, by product; all others are dated illustrations of the catalogue. */
  readonly decisions?: readonly (Decided & { readonly product: string })[];
}

export interface MeterChange {
  readonly meter: MeterId;
  readonly before: MeterSide;
  readonly after: MeterSide;
}

export interface MeterSide {
  readonly owned: Measured;
  readonly used: Measured;
  readonly status: MeterStatus;
  readonly over: number;
}

/**
 * The cheapest valid packs that cover what a meter lacks after the change (CI-J.interacted-people.packs and others).
 * Packs that raise several meters are advised once, for the one that lacks most: people packs serve interactions too.
 */
export interface PackAdvice {
  readonly meter: MeterId;
  /** In the unit of the meter; storage less what add-ons advised for sister pools lend. */
  readonly lacking: number;
  /** Empty: nothing is sold for this meter by itself, or no source says how much a pack gives. */
  readonly packs: readonly { readonly product: string; readonly productName: string; readonly quantity: number }[];
  /** Owned with these packs. */
  readonly owned: number;
  readonly cost: Cost;
  readonly rule: string;
}

export interface Plan {
  /** All meters, in the order of the panel. */
  readonly meters: readonly MeterChange[];
  /** Full reports after the change, for "why this number". */
  readonly after: readonly MeterReport[];
  /** All findings after the change: those that a plan can move, then those that only a new reading can. */
  readonly findings: readonly Finding[];
  readonly appear: readonly Finding[];
  readonly go: readonly Finding[];
  readonly packs: readonly PackAdvice[];
  readonly cost: {
    readonly before: Cost;
    readonly after: Cost;
    /** Of what was added less what was dropped. */ readonly change: Cost;
  };
  /** Campaign only: hours that sending takes at the owned throughput, rounded up to tenths. */
  readonly sendingHours?: number;
}

/** Why a change cannot be planned; `index` is its place in the list. */
export interface ChangeFault {
  readonly index: number;
  readonly code: "unknownProduct" | "notHeld" | "badQuantity" | "badDate" | "mixedCurrencies";
  readonly detail: string;
}
