/** What a run knows of earlier ones, and what it leaves for the next. */
import { StoreError } from "./errors";
import type { Remembering, SnapshotStore } from "./ports";

/** Names are chosen by whoever remembers; texts are theirs to make and to read. */
export interface Memory {
  /** What the last published run left under this name; `undefined` also when the store cannot say. */
  recall(name: string): Promise<string | undefined>;
  /** For the next run, as soon as the snapshot of this one is published; `undefined` forgets. */
  remember(name: string, text: string | undefined): void;
}

export interface RunMemory extends Memory {
  readonly remembering: Remembering;
}

/** A run without its memory reads everything, so trouble with recalling ends no run. */
export function memoryOf(store: Pick<SnapshotStore, "recall">, signal: AbortSignal): RunMemory {
  const remembering = new Map<string, string | undefined>();
  return {
    remembering,
    recall: async (name) => {
      try {
        return await store.recall(name, signal);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        return undefined;
      }
    },
    remember: (name, text) => void remembering.set(name, text),
  };
}
