/** `--save-facts`: what a run read, with the settings in force, so that it can be computed again elsewhere. */
import { createHmac, randomBytes } from "node:crypto";
import { requireWritable, writeFactsFile, type Case } from "../../../adapters/facts/factsFile";
import { InputError } from "../../../app/errors";
import { redact } from "../../../app/redact";
import type { SyncResult } from "../../../app/syncContract";
import type { Settings } from "../../../domain";
import { errorLines } from "../errorText";
import { faults } from "../messages/offline";
import type { SyncOptions } from "../program";

type Options = Pick<SyncOptions, "saveFacts" | "redact" | "json">;
type Ran = Pick<SyncResult, "facts" | "snapshot"> & { readonly settings: Settings };

/** Rejects with an `InputError` before anything has begun when the file could not be written at the end. */
export const requireWritableCase = async ({ saveFacts }: Options): Promise<void> => {
  if (saveFacts !== undefined) await requireWritable(saveFacts);
};

/** The key is made for this run and kept nowhere, so nothing leads back from the pseudonyms. */
const underOtherNames = ({ facts, settings, snapshot }: Ran): Pick<Case, "facts" | "settings"> => {
  const key = randomBytes(32);
  const hash = (text: string): string => createHmac("sha256", key).update(text).digest("hex");
  return redact({ facts, settings }, { hash, findingIds: new Set(snapshot.findings.map(({ id }) => id)) });
};

/** Whether the file, where one was asked for, was written. The snapshot is published in any case. */
export const saveCase = async (ran: Ran, { saveFacts, redact: redacts, json }: Options): Promise<boolean> => {
  if (saveFacts === undefined) return true;
  const { asOf } = ran.snapshot;
  const { facts, settings } = redacts ? underOtherNames(ran) : ran;
  try {
    await writeFactsFile(saveFacts, { facts, settings, asOf });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${errorLines(error, "file").join("\n")}\n`);
    return false;
  }
  if (!json) process.stderr.write(`${redacts ? faults.savedRedacted(saveFacts) : faults.saved(saveFacts)}\n`);
  return true;
};
