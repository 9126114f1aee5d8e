/** An error in words for the person at the terminal, and in fields for `--json`. Never with a secret. */
import { CommanderError } from "commander";
import { InputError, LeaseTakenError, SourceError, StoreError } from "../../app/errors";
import { ConfigError } from "../config/config";
import { AssetsMissingError } from "../web/assets";
import { PortTakenError } from "../web/server";
import { exitCodes, type Outcome } from "./exitCodes";
import { messages } from "./messages";
import { faults } from "./messages/offline";

/** The cause in its own words; what only repeats that the store cannot be used has been said by the line before. */
const detailOf = ({ message, cause }: Error): string => {
  if (!(cause instanceof SourceError)) return message;
  return message.includes(cause.message) ? cause.message : `${message} ${cause.message}`;
};

interface Faulty {
  readonly file: string;
  readonly faults: readonly string[];
}

const faultLines = (
  title: (file: string, count: number) => string,
  { file, faults: all }: Faulty,
): readonly string[] => [title(file, all.length), ...all.map((fault) => `  ${fault}`)];

/** Lines to print; a bug comes with its stack, expected trouble without. */
export const errorLines = (error: unknown, outcome: Outcome): readonly string[] => {
  if (outcome === "cancelled") return [messages.cancelled];
  if (error instanceof ConfigError) return faultLines(messages.configFaults, error);
  if (error instanceof InputError) return faultLines(faults.file, error);
  if (error instanceof CommanderError) return [error.message];
  if (error instanceof LeaseTakenError) return [messages.busy(error.holder, error.until)];
  if (error instanceof PortTakenError) {
    return [messages.portTaken(error.port), ...(error.instead === undefined ? [] : [messages.tryPort(error.instead)])];
  }
  if (error instanceof AssetsMissingError) return [messages.assetsMissing(error.message)];
  if (!(error instanceof Error)) return [messages.bug, String(error)];
  if (outcome === "signIn") return [detailOf(error), messages.signIn];
  if (error instanceof StoreError) return [messages.store, detailOf(error)];
  return error instanceof SourceError ? [error.message] : [messages.bug, error.stack ?? error.message];
};

export const jsonError = (error: unknown, outcome: Outcome) => ({
  status: "failed",
  outcome,
  exitCode: exitCodes[outcome],
  message: errorLines(error, outcome)[0],
  details: errorLines(error, outcome).slice(1),
});
