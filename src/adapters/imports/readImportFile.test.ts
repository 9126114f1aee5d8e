import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readImport } from "./readImportFile";

const environment = "11111111-2222-4333-8444-555555555555";
const heading = ["environmentId", "meter", "value", "measuredAt"];
type Cell = string | number | boolean | Date | null;

const workbook = async (...rows: readonly (readonly Cell[])[]): Promise<Uint8Array> => {
  const cells = rows.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      return value instanceof Date ? { value, type: Date, format: "yyyy-mm-dd" } : { value };
    }),
  );
  return new Uint8Array(await writeXlsxFile(cells).toBuffer());
};

const sheetName = "xl/worksheets/sheet1.xml";

/** The same workbook with its first sheet rewritten. */
const rewritten = (bytes: Uint8Array, change: (sheet: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  const sheet = parts[sheetName];
  if (sheet === undefined) throw new Error("no sheet");
  return zipSync({ ...parts, [sheetName]: strToU8(change(strFromU8(sheet))) });
};

const reading = {
  environmentId: environment,
  meter: "interactedPeople",
  value: 7200,
  measuredAt: "2026-11-20T00:00:00Z",
};

describe("an Excel file", () => {
  test("gives its readings: numbers and days as cells of their kind or as text, columns in any order", async () => {
    const bytes = await workbook(
      ["meter", "note", "measuredAt", "value", "environmentId"],
      ["interactedPeople", "seen", new Date("2026-11-20T00:00:00Z"), 7200, environment],
      ["voicebotMinutes", null, "2026-11-20T08:00:00+01:00", "12", environment],
    );
    expect(await readImport(bytes)).toEqual({
      readings: [reading, { ...reading, meter: "voicebotMinutes", value: 12, measuredAt: "2026-11-20T07:00:00Z" }],
      faults: [],
    });
  });

  test("names row and column of every fault, empty rows counted", async () => {
    const bytes = await workbook(
      heading,
      [null, null, null, null],
      [environment, "interactedPeople", 1.5, "2026-11-20"],
      [environment, "people", -3, new Date("2026-11-20T10:30:00Z")],
    );
    const { readings, faults } = await readImport(bytes);
    expect(readings).toEqual([]);
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [3, "value"],
      [4, "meter"],
      [4, "value"],
      [4, "measuredAt"],
    ]);
  });

  test("names every cell that holds an error instead of a figure", async () => {
    const bytes = rewritten(await workbook(heading, [environment, "interactedPeople", 1, "2026-11-20"]), (sheet) =>
      sheet.replace(
        "</row></sheetData>",
        '</row><row r="3"><c r="C3" t="e"><v>#REF!</v></c></row><row r="4"><c r="C4" t="e"><v>#N/A</v></c></row></sheetData>',
      ),
    );
    expect((await readImport(bytes)).faults).toEqual([
      { line: 3, column: "C", fault: "The cell holds an error instead of a figure." },
      { line: 4, column: "C", fault: "The cell holds an error instead of a figure." },
    ]);
  });

  test("that would unpack to more than there is room for is not unpacked", async () => {
    const parts = unzipSync(await workbook(heading));
    const bomb = zipSync({ ...parts, "xl/media/zeros.xml": new Uint8Array(65 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    expect((await readImport(bomb)).faults[0]?.fault).toMatch(
      /^The file would unpack to \d+ MB; it is taken up to 64 MB\.$/,
    );
  });

  test.each([
    ["a last row", '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', /more than 100000 rows/],
    ["a row beyond every sheet", '<row r="99999999999"/>', /outside of every sheet/],
    ["a last column", '<row r="9"><c r="XFD9"><v>1</v></c></row>', /more than 100 columns/],
    ["a column beyond every sheet", '<row r="9"><c r="ZZZZZZZ9"><v>1</v></c></row>', /outside of every sheet/],
  ])("that stretches to %s is not laid out", async (_name, row, fault) => {
    const bytes = rewritten(await workbook(heading), (sheet) => sheet.replace("</sheetData>", `${row}</sheetData>`));
    expect((await readImport(bytes)).faults[0]?.fault).toMatch(fault);
  });

  test("of an older kind, or with a password, is refused with what to do", async () => {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect((await readImport(bytes)).faults[0]?.fault).toMatch(/Save it as \.xlsx without one/);
  });

  test("that is another zip, or cut off, is refused", async () => {
    const bytes = await workbook(heading, [environment, "interactedPeople", 1, "2026-11-20"]);
    const other = zipSync({ "readme.txt": strToU8("hello") });
    for (const wrong of [other, bytes.slice(0, bytes.length / 2), bytes.slice(0, 4)]) {
      const { readings, faults } = await readImport(wrong);
      expect([readings.length, faults.length]).toEqual([0, 1]);
    }
  });

  test("whatever became of its bytes, it ends in readings or in faults, never in a crash", async () => {
    const bytes = await workbook(heading, [environment, "interactedPeople", 1, "2026-11-20"]);
    const spoilt = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(spoilt, async (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [index, byte] of changes) changed[index] = byte;
        const { readings, faults } = await readImport(changed);
        return readings.length === 0 || faults.length === 0;
      }),
      { numRuns: 60 },
    );
  });
});
