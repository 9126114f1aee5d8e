/** Writes what a process that stays does into its log. */
import { LeaseTakenError } from "../../app/errors";
import type { RunRequest } from "../../app/ports";
import type { RunPhase } from "../../domain";
import type { Watcher } from "../stay";
import { errorLines } from "./errorText";
import { outcomeOfError, outcomeOfResult } from "./exitCodes";
import type { Log } from "./log";

const never = new AbortController().signal;

const errorFields = (error: unknown) => {
  const outcome = outcomeOfError(error, never);
  return { outcome, error: errorLines(error, outcome).join(" ") };
};

/** Who asked stands in the row of the run; a log is read by others. */
const runFields = ({ id, trigger }: RunRequest) => ({ run: id, trigger });

/** One line for a phase and one for an end; a line for every environment would drown the rest. */
export const logWatcher = (log: Log): Watcher => {
  let phase: RunPhase | undefined;
  return {
    started: (run) => {
      phase = undefined;
      log.info(runFields(run), "run started");
    },
    progressed: (progress) => {
      if (progress.phase === phase) return;
      phase = progress.phase;
      log.info(progress, "phase");
    },
    ended: (run, result) => {
      const missing = result.missing.map(({ source, reason }) => ({ source, reason }));
      const { footprint, faults } = result;
      const fields = {
        ...runFields(run),
        outcome: outcomeOfResult(result),
        footprint,
        missing,
        decisionFaults: faults.length,
      };
      log[result.status === "partial" ? "warn" : "info"](fields, "run ended");
    },
    failed: (run, error) => {
      const level = error instanceof LeaseTakenError ? "warn" : "error";
      log[level]({ ...runFields(run), ...errorFields(error) }, "run failed");
    },
    unreachable: (error) => log.warn(errorFields(error), "the store cannot be asked for requests; trying again"),
    planned: (at) => log.info({ next: at }, at === undefined ? "waiting for requests" : "next run planned"),
  };
};
