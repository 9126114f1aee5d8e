/** The published snapshot for commands that are better with it and work without. */
import { SourceError, StoreError } from "../../../app/errors";
import type { Snapshot } from "../../../domain";
import type { Composition } from "../../compose";

/** A snapshot that cannot be read is no reason not to import; it only gives names. */
export const snapshotIfAny = ({ published }: Composition, signal: AbortSignal): Promise<Snapshot | undefined> =>
  published.current(signal).catch((error: unknown) => {
    if (error instanceof StoreError && !(error.cause instanceof SourceError)) return undefined;
    throw error;
  });
