/** One exit code a kind of outcome, for pipelines; `--help` prints this table. */
import { CommanderError } from "commander";
import { InputError, LeaseTakenError, SourceError, StoreError } from "../../app/errors";
import type { SyncResult } from "../../app/syncContract";
import { ConfigError } from "../config/config";
import { AssetsMissingError } from "../web/assets";
import { PortTakenError } from "../web/server";
import { messages } from "./messages";

export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  signIn: 3,
  partial: 4,
  source: 5,
  store: 6,
  busy: 7,
  file: 8,
  refused: 9,
  cancelled: 130,
} as const;
export type Outcome = keyof typeof exitCodes;

const usageErrors = [CommanderError, ConfigError, InputError, PortTakenError, AssetsMissingError];

const bySource = (error: SourceError): Outcome => {
  if (error.reason.code === "unauthenticated") return "signIn";
  return error.reason.code === "cancelled" ? "cancelled" : "source";
};

/** The store signs in with the same identity, so trouble with that may come wrapped as its cause. */
const byStore = (error: StoreError): Outcome => {
  const cause = error.cause instanceof SourceError ? bySource(error.cause) : "store";
  return cause === "source" ? "store" : cause;
};

/** What an error means for whoever called the command. */
export const outcomeOfError = (error: unknown, signal: AbortSignal): Outcome => {
  if (signal.aborted) return "cancelled";
  if (usageErrors.some((kind) => error instanceof kind)) return "usage";
  if (error instanceof LeaseTakenError) return "busy";
  if (error instanceof StoreError) return byStore(error);
  return error instanceof SourceError ? bySource(error) : "bug";
};

/** A snapshot was published; the question is how much of the tenant is in it. */
export const outcomeOfResult = ({ status, snapshot }: SyncResult): Outcome => {
  if (status === "succeeded") return "done";
  return snapshot.sources.every(({ state }) => state === "notRead") ? "source" : "partial";
};

const isOutcome = (name: string): name is Outcome => name in exitCodes;

export const exitCodeTable = (): string =>
  Object.entries(exitCodes)
    .map(([name, code]) => `  ${String(code).padStart(3)}  ${isOutcome(name) ? messages.outcomes[name] : ""}`)
    .join("\n");
