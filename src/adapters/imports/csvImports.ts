/** Readings from CSV files of the admin. One fault in one file, and nothing is imported. */
import { readFile } from "node:fs/promises";
import { SourceError } from "../../app/errors";
import type { ImportSource } from "../../app/ports";
import type { ImportedReading } from "../../domain";
import { decodeText } from "./decodeText";
import { readCsv, type Fault } from "./readCsv";

export function csvImports(paths: readonly string[]): ImportSource {
  return {
    readings: async (signal) => {
      const files = await Promise.all(paths.map((path) => readOne(path, signal)));
      const faults = files.flatMap(({ path, faults }) => faults.map((fault) => inWords(path, fault)));
      if (faults.length > 0) throw new SourceError("shapeChanged", listed(faults));
      return files.flatMap(({ readings }) => readings);
    },
  };
}

interface ReadFile {
  readonly path: string;
  readonly readings: readonly ImportedReading[];
  readonly faults: readonly Fault[];
}

async function readOne(path: string, signal: AbortSignal): Promise<ReadFile> {
  const text = decodeText(await bytesOf(path, signal));
  if (text !== undefined) return { path, ...readCsv(text) };
  const fault = "The text is neither UTF-8 nor UTF-16 with a byte order mark. Save the file as CSV UTF-8.";
  return { path, readings: [], faults: [{ line: 1, fault }] };
}

async function bytesOf(path: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await readFile(path, { signal });
  } catch (cause) {
    if (signal.aborted) throw new SourceError("cancelled", `${path}: cancelled.`, { cause });
    throw new SourceError("notFound", `${path}: the import file cannot be read. Check its path and who may read it.`, {
      cause,
    });
  }
}

const mostFaults = 100;

const inWords = (path: string, { line, column, fault }: Fault): string =>
  `${path}, line ${line}${column ? `, ${column}` : ""}: ${fault}`;

const listed = (faults: readonly string[]): string => {
  const more = faults.length - mostFaults;
  return [...faults.slice(0, mostFaults), ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
};
