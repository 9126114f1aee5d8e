/** The file of facts: read with suspicion, written whole or not at all. */
import { randomUUID } from "node:crypto";
import { access, constants, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError } from "../../app/errors";
import { essential, type Instant, type Settings, type TenantFacts } from "../../domain";
import { largestFile, readDocument } from "./readDocument";
import { factsFileSchema, format, version, type FactsFile } from "./schema";

/** Rejects with an `InputError` that names every fault and its path. */
export const readFactsFile = (path: string): Promise<FactsFile> => readDocument(path, factsFileSchema);

export interface Case {
  readonly facts: TenantFacts;
  readonly settings: Settings;
  readonly asOf: Instant;
}

const textOf = ({ facts, settings, asOf }: Case, indent?: number): string =>
  `${JSON.stringify({ format, version, asOf, settings, facts }, undefined, indent)}\n`;

/** The text of a file of facts, the same for the same case. */
export const factsText = (content: Case): string => textOf(content, 1);

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

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** As a person reads it; of a large tenant without blanks; of the largest without packages that no rule asks for. */
const readableText = (path: string, content: Case, largest: number): string => {
  const forms = [
    () => factsText(content),
    () => textOf(content),
    () => textOf({ ...content, facts: essential(content.facts) }),
  ];
  let bytes = 0;
  for (const form of forms) {
    const text = form();
    bytes = Buffer.byteLength(text);
    if (bytes <= largest) return text;
  }
  throw new InputError(path, [
    `the file: would have ${inMegabytes(bytes)} MB, more than the ${inMegabytes(largest)} MB that can be read again, and was not written; run without --save-facts, or hand in counted activity instead of the log of interactions`,
  ]);
};

/** For the owner only. Never larger than what `readFactsFile` reads. A reader sees the old file or the new one, never a part. Rejects with an `InputError`. */
export const writeFactsFile = async (path: string, content: Case, largest = largestFile): Promise<void> => {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(beside, readableText(path, content, largest), { mode: 0o600, flag: "wx" });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error instanceof InputError ? error : refused(path, error);
  }
};
