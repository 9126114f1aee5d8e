/** Ctrl-C cancels; a second one ends the process at once. */
import { exitCodes } from "./exitCodes";
import { messages } from "./messages";

const signals = ["SIGINT", "SIGTERM"] as const;

/** A signal that aborts with the first interruption of the process. */
export const interruption = (): AbortSignal => {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.cancelled);
    process.stderr.write(`\n${messages.cancelling}\n`);
    controller.abort();
  };
  for (const name of signals) process.on(name, interrupt);
  return controller.signal;
};
