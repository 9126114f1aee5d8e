/** The program `quota-panel`: reads the command, runs it, and leaves with the exit code of the outcome. */
import { CommanderError } from "commander";
import { runServe } from "./commands/runServe";
import { runSync } from "./commands/runSync";
import { errorLines, jsonError } from "./errorText";
import { exitCodes, outcomeOfError, type Outcome } from "./exitCodes";
import { interruption } from "./interrupt";
import { createProgram } from "./program";

const signal = interruption();
const wantsJson = process.argv.includes("--json");

const explain = (error: unknown, outcome: Outcome): void => {
  if (wantsJson) process.stdout.write(`${JSON.stringify(jsonError(error, outcome))}\n`);
  else process.stderr.write(`${errorLines(error, outcome).join("\n")}\n`);
};

const leave = (outcome: Outcome): void => {
  process.exitCode = exitCodes[outcome];
  // A server or a socket that still waits must not hold the process, but standard output must be out.
  process.stdout.write("", () => process.exit());
};

const program = createProgram({
  sync: async (options) => leave(await runSync(options, signal)),
  serve: async (options) => leave(await runServe(options, signal)),
});

/** Commander has said itself what was wrong, and throws for `--help` too. */
const isSaidAlready = (error: unknown): error is CommanderError =>
  error instanceof CommanderError && error.code !== "commander.invalidArgument";

program.parseAsync().catch((error: unknown) => {
  if (isSaidAlready(error)) {
    leave(error.exitCode === 0 ? "done" : "usage");
    return;
  }
  const outcome = outcomeOfError(error, signal);
  explain(error, outcome);
  leave(outcome);
});
