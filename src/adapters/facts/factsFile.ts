/** The file of facts: read with suspicion, written whole or not at all. */
import { randomUUID } from "node:crypto";
import { access, constants, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError } from "../../app/errors";
import type { Instant, Settings, TenantFacts } from "../../domain";
import { readDocument } from "./readDocument";
import { factsFileSchema, format, version, type FactsFile } from "./schema";

/** Rejects with an `InputError` that names every fault and its path. */
export const readFactsFile = (path: string): Promise<FactsFile> => readDocument(path, factsFileSchema);

export interface Case {
  readonly facts: TenantFacts;
  readonly settings: Settings;
  readonly asOf: Instant;
}

/** The text of a file of facts, the same for the same case. */
export const factsText = ({ facts, settings, asOf }: Case): string =>
  `${JSON.stringify({ format, version, asOf, settings, facts }, undefined, 1)}\n`;

const refused = (path: string, cause: unknown): InputError =>
  new InputError(path, [`the file: cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`], {
    cause,
  });

/** Rejects with an `InputError` when the file cannot be written, so that a long run need not find out at its end. */
export const requireWritable = async (path: string): Promise<void> => {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) throw new InputError(path, ["the file: is a folder"]);
  await access(dirname(path), constants.W_OK).catch((error: unknown) => {
    throw refused(path, error);
  });
};

/** For the owner only. A reader sees the old file or the new one, never a part. Rejects with an `InputError`. */
export const writeFactsFile = async (path: string, content: Case): Promise<void> => {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(beside, factsText(content), { mode: 0o600, flag: "wx" });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw refused(path, error);
  }
};
