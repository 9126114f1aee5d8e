/** Writes a file that is not there yet; nothing of a person's is ever overwritten. */
import { writeFile } from "node:fs/promises";
import { InputError } from "../../app/errors";

const isThere = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EEXIST";

/** For its owner only. Rejects with `InputError`. */
export const writeNewFile = async (path: string, content: string | Uint8Array): Promise<void> => {
  try {
    await writeFile(path, content, { mode: 0o600, flag: "wx" });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const fault = isThere(cause) ? "is there already and is not overwritten" : `cannot be written: ${said}`;
    throw new InputError(path, [`the file: ${fault}`], { cause });
  }
};
