/** Tells the person at the terminal of the runs that follow the first one. */
import { LeaseTakenError } from "../../app/errors";
import { errorLines } from "../cli/errorText";
import { outcomeOfError } from "../cli/exitCodes";
import { messages } from "../cli/messages";
import { progressView, silent } from "../cli/progress";
import type { Watcher } from "../stay";

const never = new AbortController().signal;

const words = (error: unknown): string => errorLines(error, outcomeOfError(error, never)).join(" ");

export const terminalWatcher = (stream: NodeJS.WriteStream): Watcher => {
  let view = silent;
  const write = (line: string): void => {
    view.end();
    view = silent;
    stream.write(`${line}\n`);
  };
  return {
    started: ({ trigger, requestedBy }) => {
      write(`\n${messages.runStarted[trigger]}${requestedBy === undefined ? "" : ` (${requestedBy})`}`);
      view = progressView(stream);
    },
    progressed: (progress) => view.report(progress),
    ended: (_run, { snapshot }) => write(messages.published(snapshot.tenant.name, snapshot.asOf)),
    failed: (_run, error) =>
      write(error instanceof LeaseTakenError ? messages.waiting(error.holder, error.until) : words(error)),
    unreachable: (error) => write(words(error)),
    planned: (at) => write(at === undefined ? messages.waitingForRequests : messages.planned(at)),
  };
};
