/**
 * Looks an Excel file over before it is unpacked and laid out: a small file can unpack to gigabytes, and one cell in the
 * last column of the last row can ask for billions of empty ones.
 */
import { strFromU8, unzipSync, type UnzipFileInfo } from "fflate";
import type { Fault } from "./lines";

/** Of all parts together, as they would be unpacked; a hundred thousand readings take a fifth of it. */
const mostUnpacked = 64 * 1024 * 1024;
const mostParts = 1_000;
const mostRows = 100_000;
/** `CV`. */
const mostColumns = 100;

const isSheet = (name: string): boolean => /^\/?xl\/worksheets\/[^/]+\.xml$/i.test(name);

const whole = (fault: string): readonly Fault[] => [{ line: 1, fault }];

const lettersToNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

const tags = /<(?:\w+:)?(row|c)(?=[\s>/])[^>]*>/g;

/** Where a row or a cell says that it stands: letters and a number, either may be missing. */
const placed = /^([A-Za-z]{0,3})(\d{0,7})$/;

/** Why the place of a tag is refused; most are not. */
const placeFault = (place: string): Fault | undefined => {
  const [, letters = "", digits = ""] = placed.exec(place) ?? [];
  if (letters + digits !== place) return { line: 1, fault: "The sheet has a cell outside of every sheet." };
  if (Number(digits) > mostRows) return { line: mostRows, fault: `The sheet has more than ${mostRows} rows.` };
  return lettersToNumber(letters) > mostColumns
    ? { line: Number(digits), fault: `The sheet has more than ${mostColumns} columns.` }
    : undefined;
};

/** Cells that hold an error, such as `#REF!`, all of them; else the first place that is out of bounds. */
const sheetFaults = (xml: string): readonly Fault[] => {
  const faults: Fault[] = [];
  for (const [tag, kind = ""] of xml.matchAll(tags)) {
    const place = attribute(tag, "r") ?? "";
    const outside = placeFault(place);
    if (outside !== undefined) return [outside];
    const [, column = "", line = "1"] = placed.exec(place) ?? [];
    if (kind === "c" && attribute(tag, "t") === "e") {
      faults.push({ line: Number(line), column, fault: "The cell holds an error instead of a figure." });
    }
  }
  return faults;
};

const sizes = (bytes: Uint8Array): readonly UnzipFileInfo[] => {
  const parts: UnzipFileInfo[] = [];
  unzipSync(bytes, {
    filter: (part) => {
      parts.push(part);
      return false;
    },
  });
  return parts;
};

/** Nothing is wrong with a file for which it gives an empty list; only then may it be unpacked. */
export const excelFaults = (bytes: Uint8Array): readonly Fault[] => {
  try {
    const parts = sizes(bytes);
    const unpacked = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
    if (unpacked > mostUnpacked || parts.length > mostParts) {
      return whole(`The file would unpack to ${Math.ceil(unpacked / 1024 / 1024)} MB; it is taken up to 64 MB.`);
    }
    const sheets = unzipSync(bytes, { filter: ({ name }) => isSheet(name) });
    return Object.values(sheets).flatMap((sheet) => sheetFaults(strFromU8(sheet)));
  } catch {
    return whole("The file is damaged: it cannot be unpacked.");
  }
};
