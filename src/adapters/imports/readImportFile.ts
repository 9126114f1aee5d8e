/** One file of the admin, CSV or Excel: its readings, or every fault in it. */
import { open } from "node:fs/promises";
import { SourceError } from "../../app/errors";
import { csvLines } from "./csvLines";
import { decodeText } from "./decodeText";
import { excelLines } from "./excelLines";
import type { Fault, Lines } from "./lines";
import { readReadings, type ReadReadings } from "./readReadings";

/** A hundred thousand readings take half of it. */
const largestFile = 16 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, index) => bytes[index] === byte);

const only = (fault: string): Lines => ({ lines: [], faults: [{ line: 1, fault }] });

/** By its first bytes; a name can say anything. */
async function linesOf(bytes: Uint8Array): Promise<Lines> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return excelLines(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return only("The file is a workbook of an older kind, or has a password. Save it as .xlsx without one.");
  }
  const text = decodeText(bytes);
  if (text !== undefined) return csvLines(text);
  return only("The text is neither UTF-8 nor UTF-16 with a byte order mark. Save the file as CSV UTF-8 or as .xlsx.");
}

/** Readings and faults of the bytes of a file; with any fault the readings are not to be used. */
export async function readImport(bytes: Uint8Array): Promise<ReadReadings> {
  const { lines, faults } = await linesOf(bytes);
  return faults.length > 0 ? { readings: [], faults } : readReadings(lines);
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return size > largestFile ? undefined : await file.readFile();
  } finally {
    await file.close();
  }
}

/** Rejects with `SourceError` when the file cannot be opened. */
export async function readImportFile(path: string): Promise<ReadReadings> {
  const bytes = await bytesOf(path).catch((cause: unknown) => {
    const fault = `${path}: the import file cannot be read. Check its path and who may read it.`;
    throw new SourceError("notFound", fault, { cause });
  });
  if (bytes !== undefined) return readImport(bytes);
  return { readings: [], faults: [{ line: 1, fault: "The file is larger than 16 MB." }] };
}

const mostFaults = 100;

const inWords = ({ line, column, fault }: Fault): string => `line ${line}${column ? `, ${column}` : ""}: ${fault}`;

/** For a person, the first hundred. */
export const faultTexts = (faults: readonly Fault[]): readonly string[] => {
  const more = faults.length - mostFaults;
  return [...faults.slice(0, mostFaults).map(inWords), ...(more > 0 ? [`and ${more} more`] : [])];
};
