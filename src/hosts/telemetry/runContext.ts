/** Which run the work at hand belongs to, for every line and span that comes of it. */
import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage<string>();

export const inRun = <T>(id: string, work: () => T): T => storage.run(id, work);

export const currentRun = (): string | undefined => storage.getStore();
