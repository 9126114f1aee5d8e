/** The program `quota-panel`: reads the command, runs it, and leaves with the exit code of the outcome. */
import { CommanderError } from "commander";
import { assess, catalogDiff, catalogRules, explain as explainMeter, planChanges } from "./commands/offline";
import { runImport, runImportList, runImportUndo } from "./commands/runImport";
import { runDoctor } from "./commands/runDoctor";
import { runServe } from "./commands/runServe";
import { runSync } from "./commands/runSync";
import { errorLines, jsonError } from "./errorText";
import { exitCodes, outcomeOfError, type Outcome } from "./exitCodes";
import { interruption } from "./interrupt";
import { createProgram } from "./program";

const signal = interruption();
const wantsJson = process.argv.includes("--json");

const complain = (error: unknown, outcome: Outcome): void => {
  if (wantsJson) process.stdout.write(`${JSON.stringify(jsonError(error, outcome))}\n`);
  else process.stderr.write(`${errorLines(error, outcome).join("\n")}\n`);
};

const leave = (outcome: Outcome): void => {
  process.exitCode = exitCodes[outcome];
  // A server or a socket that still waits must not hold the process, but standard output must be out.
  process.stdout.write("", () => process.exit());
};

/** What only computes ends well or with an error. */
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
  leave("done");
};

/** Whoever reads has gone, as `head` does: no fault, and no reason to leave a run half done. */
const readerHasGone = ({ code }: NodeJS.ErrnoException): boolean => code === "EPIPE" || code === "EOF";
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (!readerHasGone(error)) throw error;
  });
}

const program = createProgram({
  sync: async (options) => leave(await runSync(options, signal)),
  serve: async (options) => leave(await runServe(options, signal)),
  doctor: async (options) => leave(await runDoctor(options, signal)),
  import: async (file, options) => print(await runImport(file, options, signal)),
  importList: async (options) => print(await runImportList(options, signal)),
  importUndo: async (id, options) => print(await runImportUndo(id, options, signal)),
  assess: async (options) => print(await assess(options)),
  plan: async (options) => print(await planChanges(options)),
  explain: async (meter, options) => print(await explainMeter(meter, options)),
  catalogDiff: (one, other, options) => print(catalogDiff(one, other, options)),
  catalogRules: (id, options) => print(catalogRules(id, options)),
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
  complain(error, outcome);
  leave(outcome);
});
