/** Who holds which licence, who uses what, and what the customer knows about the people behind it. */
import type { Instant } from "../measured";

/** A licence that somebody holds now (Graph `licenseAssignmentStates`). */
export interface Seat {
  readonly userId: string;
  readonly skuId: string;
}

/**
 * One line of the assignment ledger: from the first day on which somebody was seen with a licence to the last. A licence
 * that one person gave up and another took is two lines (CC.reassign.90). `exception`: the previous holder is absent, or
 * the change is for the rest of the term.
 */
export interface Assignment {
  readonly skuId: string;
  readonly userId: string;
  readonly assignedAt: Instant;
  readonly removedAt?: Instant;
  /** Who has the licence since. */
  readonly passedTo?: string;
  /** Seen when the ledger began, so nobody knows since when: its days cannot be judged. */
  readonly heldBefore?: boolean;
  readonly exception?: "absent" | "permanent";
}

export type Channel = "digital" | "voice";

/** Somebody who works with the product, licensed or not (CC.capability.user, CC.external-users). */
export interface Agent {
  readonly userId: string;
  readonly channels: readonly Channel[];
  /** Absent: internal. */
  readonly relation?: {
    readonly employee: boolean;
    readonly agentOnBehalf: boolean;
    readonly hoursPerWeek: number;
    readonly regularlyOnSite: boolean;
  };
}

/** An account, queue, bot or device behind which several people work (CC.multiplexing). */
export interface SharedAccount {
  readonly id: string;
  readonly name: string;
  readonly kind: "account" | "queue" | "bot" | "device";
  /** People or devices that directly or indirectly use it. */
  readonly people: number;
  /** Licences assigned for it. */
  readonly licences: number;
}

/** An app or flow that works on a table (GEN.restricted-tables). */
export interface TableUse {
  readonly environmentId: string;
  readonly app: string;
  readonly table: string;
  readonly operations: readonly ("create" | "read" | "update" | "delete")[];
  /** Its users hold a Dynamics licence for the table. */
  readonly licensed: boolean;
  /** Users only create cases and edit their own. */
  readonly ownCasesOnly?: boolean;
}
