/** Shows a run while it goes on: a spinner on a terminal, plain lines in a log, nothing beside `--json`. */
import ora from "ora";
import type { RunPhase } from "../../domain";
import type { ProgressListener, RunProgress } from "../../app/ports";
import { messages } from "./messages";

export interface ProgressView {
  readonly report: ProgressListener;
  readonly end: () => void;
}

export const silent: ProgressView = { report: () => undefined, end: () => undefined };

const two = (value: number): string => String(value).padStart(2, "0");

/** `m:ss` */
export const elapsedSince = (start: number, now: number): string => {
  const seconds = Math.floor((now - start) / 1000);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
};

const lineOf = ({ phase, done, total }: RunProgress, start: number): string =>
  messages.progress(phase, done, total, elapsedSince(start, Date.now()));

/** Redraws while nothing is reported too, so that the elapsed time goes on. */
const spinnerView = (stream: NodeJS.WriteStream): ProgressView => {
  const start = Date.now();
  const spinner = ora({ stream, discardStdin: false });
  let last: RunProgress = { phase: "licences", done: 0, total: 0 };
  const draw = (): void => {
    spinner.text = lineOf(last, start);
  };
  const timer = setInterval(draw, 500);
  draw();
  spinner.start();
  return {
    report: (progress) => {
      if (progress.phase !== last.phase) spinner.stopAndPersist({ symbol: "✓", text: lineOf(last, start) }).start();
      last = progress;
      draw();
    },
    end: () => {
      clearInterval(timer);
      spinner.stop();
    },
  };
};

const stepShown = 0.1;

/** One line a phase, then one for every tenth of it: for logs, and where other lines come in between. */
export const plainView = (stream: NodeJS.WriteStream): ProgressView => {
  const start = Date.now();
  let shown: { readonly phase: RunPhase; readonly share: number } | undefined;
  return {
    report: (progress) => {
      const share = progress.total > 0 ? progress.done / progress.total : 0;
      const isNext =
        shown?.phase !== progress.phase || share - shown.share >= stepShown || (share === 1 && shown.share < 1);
      if (!isNext) return;
      shown = { phase: progress.phase, share };
      stream.write(`${lineOf(progress, start)}\n`);
    },
    end: () => undefined,
  };
};

export const progressView = (stream: NodeJS.WriteStream): ProgressView =>
  stream.isTTY ? spinnerView(stream) : plainView(stream);
