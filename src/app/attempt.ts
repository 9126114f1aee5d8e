/** One question to one source: its whole answer, or why there is none. */
import type { Instant, Read, SourceId } from "../domain";
import { SourceError } from "./errors";

export type Attempt = <T>(source: SourceId, ask: () => Promise<T>) => Promise<Read<T>>;

/** How a run asks: every question in the same way and until the same signal. */
export interface Asking {
  readonly attempt: Attempt;
  readonly signal: AbortSignal;
}

/**
 * Trouble with a source becomes part of the facts. A cancelled run ends instead, and so does a fault of our own.
 * All reads of a run carry the instant at which it began: none is older, and what did not change is written once.
 */
export const attemptWith =
  (asOf: Instant, signal: AbortSignal): Attempt =>
  async (source, ask) => {
    try {
      const value = await ask();
      return { kind: "read", source, asOf, value };
    } catch (error) {
      if (!(error instanceof SourceError) || signal.aborted) throw error;
      return { kind: "notRead", source, reason: error.reason };
    }
  };

/** For promises that nobody may be listening to yet, or whose error somebody else gets. */
export const ignored = (): undefined => undefined;
