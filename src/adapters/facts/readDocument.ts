/** A JSON file from the outside: its size, its bytes and its shape are checked before anything of it is used. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import * as v from "valibot";
import { InputError } from "../../app/errors";
import { faultLines } from "./faults";
import { placeOfFault } from "./jsonPlace";

const megabyte = 1024 * 1024;
/** In bytes. What a run saves stays within it (`writeFactsFile`). */
export const largestFile = 64 * megabyte;

const tooLarge = (path: string): InputError =>
  new InputError(path, [`the file: is larger than ${largestFile / megabyte} MB`]);

const causeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const refuseLarge = async (path: string): Promise<void> => {
  const { size } = await stat(path);
  if (size > largestFile) throw tooLarge(path);
};

/** A pipe has no size; it is read until it ends or is too much. */
const bytesOf = async (path: string): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.from(v.parse(v.instance(Uint8Array), chunk));
    size += bytes.length;
    if (size > largestFile) throw tooLarge(path);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

const readBytes = async (path: string): Promise<Buffer> => {
  try {
    await refuseLarge(path);
    return await bytesOf(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(path, [`the file: cannot be read: ${causeOf(error)}`], { cause: error });
  }
};

/** Without its byte order mark. */
const decoded = (bytes: Uint8Array, path: string): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(path, ["the file: is not UTF-8 text"], { cause: error });
  }
};

const parsed = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, column } = placeOfFault(text);
    throw new InputError(path, [`the file: is not valid JSON at line ${line}, column ${column}`], { cause: error });
  }
};

/** Throws an `InputError` with every fault and its path. */
export const checked = <T>(schema: v.GenericSchema<unknown, T>, value: unknown, path: string): T => {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new InputError(path, faultLines(result.issues));
};

/** Rejects with an `InputError` that names every fault; nothing of a faulty file is used. */
export const readDocument = async <T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<T> =>
  checked(schema, parsed(decoded(await readBytes(path), path), path), path);
