import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "./decodeText";
import { csvLines } from "./csvLines";
import { readReadings } from "./readReadings";

const readCsv = (text: string) => {
  const { lines, faults } = csvLines(text);
  return faults.length > 0 ? { readings: [], faults } : readReadings(lines);
};
const environment = "11111111-2222-4333-8444-555555555555";
const heading = "environmentId,meter,value,measuredAt";
const good = `${environment},interactedPeople,9000,2026-11-20T00:00:00Z`;
const read = (...lines: readonly string[]) => readCsv([heading, ...lines].join("\n"));
const faultsOf = (...lines: readonly string[]) =>
  read(...lines).faults.map(({ line, column, fault }) => [line, column, fault]);

describe("import file", () => {
  test("one reading; ids get one spelling, a bare day begins in UTC", () => {
    expect(read(`${environment.toUpperCase()},voicebotMinutes,12,2026-11-01`)).toEqual({
      readings: [
        { environmentId: environment, meter: "voicebotMinutes", value: 12, measuredAt: "2026-11-01T00:00:00Z" },
      ],
      faults: [],
    });
  });

  test.each([";", "\t"])(
    "columns in another order, parted by %j, quoted, with spaces and Windows line ends",
    (mark) => {
      const text = [
        ["meter", "value", "note", "measuredAt", "environmentId"],
        ["unifiedPeople", ' "7"'.trim(), "x", "2026-11-20T10:00:00+02:00", `Default-${environment}`],
      ]
        .map((cells) => cells.join(mark))
        .join("\r\n");
      expect(readCsv(text)).toEqual({
        readings: [
          {
            environmentId: `Default-${environment}`,
            meter: "unifiedPeople",
            value: 7,
            measuredAt: "2026-11-20T08:00:00Z",
          },
        ],
        faults: [],
      });
    },
  );

  test.each([
    ["value", "-1", '"-1" is negative.'],
    ["value", "1e99", '"1e99" is not a whole number.'],
    ["value", "1.5", '"1.5" is not a whole number.'],
    ["value", "", '"" is not a whole number.'],
    ["value", "1 000", '"1 000" is not a whole number.'],
    ["value", "100000000001", '"100000000001" is larger than 100000000000.'],
    ["value", "=1+1", "A formula is not taken."],
    ["value", "@SUM(A1)", "A formula is not taken."],
    ["environmentId", "contoso", '"contoso" is not the id of an environment.'],
    ["environmentId", "=HYPERLINK(1)", "A formula is not taken."],
    ["measuredAt", "20.11.2026", '"20.11.2026" is neither a day (2026-11-01) nor a time with a zone.'],
    [
      "measuredAt",
      "2026-11-20T10:00:00",
      '"2026-11-20T10:00:00" is neither a day (2026-11-01) nor a time with a zone.',
    ],
    ["measuredAt", "2026-13-40", '"2026-13-40" is no date that exists.'],
  ])("%s %j is a fault", (column, cell, fault) => {
    const cells = {
      environmentId: environment,
      meter: "interactedPeople",
      value: "1",
      measuredAt: "2026-11-20",
      [column]: cell,
    };
    const [only, ...more] = read(Object.values(cells).join(",")).faults;
    expect(more).toEqual([]);
    expect(only).toEqual({ line: 2, column, fault });
  });

  test("an unknown meter names the known ones", () => {
    expect(faultsOf(`${environment},people,1,2026-11-20`)).toEqual([
      [
        2,
        "meter",
        expect.stringMatching(/^"people" is not a meter that takes readings; those that do are interactedPeople, /),
      ],
    ]);
  });

  test("a meter whose use is counted elsewhere takes no readings", () => {
    expect(faultsOf(`${environment},storageFile,1,2026-11-20`).map(([, column]) => column)).toEqual(["meter"]);
  });

  test("a line of the template that nobody filled in says nothing", () => {
    expect(read(`${environment},recordRoutes,,`, good)).toMatchObject({ readings: [{ value: 9000 }], faults: [] });
  });

  test("all faults of all lines come together, and nothing of the file is to be used", () => {
    const result = read(good, "x,y,z,w", `${environment},interactedPeople,-5,2026-11-21`);
    expect(result.faults.map(({ line, column }) => [line, column])).toEqual([
      [3, "environmentId"],
      [3, "meter"],
      [3, "value"],
      [3, "measuredAt"],
      [4, "value"],
    ]);
  });

  test("the same moment twice", () => {
    expect(faultsOf(good, good)).toEqual([[3, undefined, "The same environment, meter and time stand in line 2."]]);
  });

  test("a missing column, an empty file, a broken quote, a crowded line", () => {
    expect(readCsv("environmentId,meter,value\n").faults).toEqual([
      { line: 1, column: "measuredAt", fault: "The column is missing." },
    ]);
    expect(readCsv("").faults).toEqual([{ line: 1, fault: "The file is empty." }]);
    expect(readCsv(`${heading}\n"${good}`).faults[0]?.fault).toMatch(/^The line cannot be read: /);
    expect(faultsOf(`${good},more`)).toEqual([[2, undefined, "The line has more cells than the heading."]]);
  });

  test("whatever the text, it ends in readings or in faults, never in a crash", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { readings, faults } = readCsv(`${heading}\n${text}`);
        return readings.every(({ value }) => Number.isSafeInteger(value) && value >= 0) && Array.isArray(faults);
      }),
    );
  });
});

describe("encodings", () => {
  const text = `${heading}\n${good}\n`;
  const utf16 = (swap: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    return swap ? bytes.swap16() : bytes;
  };
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16 little endian", utf16(false)],
    ["UTF-16 big endian", utf16(true)],
  ])("%s", (_name, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });
  test.each([
    ["UTF-16 without a mark", Buffer.from(text, "utf16le")],
    ["Latin-1", Buffer.from("Größe", "latin1")],
  ])("%s is refused", (_name, bytes) => {
    expect(decodeText(bytes)).toBeUndefined();
  });
});
