import { expect, test } from "vitest";
import { localeFrom } from "../fixture/localeFrom.fixture";
import { createFormat } from "./format";
import { createTexts } from "./strings";

const { format, plural, text, find } = localeFrom(1033);

test("storage is shown in GB of 1,000 MB, below that in MB; other units by number", () => {
  expect([0, 250, 1_000, 35_000, 12_345].map((value) => format.amount(value, "megabytes"))).toEqual([
    "0 GB",
    "250 MB",
    "1 GB",
    "35 GB",
    "12.35 GB",
  ]);
  expect(format.exact(12_345, "megabytes")).toBe("12.345 GB");
  expect([1, 10_000].map((value) => format.amount(value, "people"))).toEqual(["1 person", "10,000 people"]);
  expect(localeFrom(1031).format.amount(10_000, "people")).toBe("10.000 Personen");
});

test("a share is never rounded up to full", () => {
  const shares = [format.percent(9_999, 10_000), format.percent(10_500, 10_000), format.percent(3, 10_000)];
  expect([...shares, format.percent(0, 10_000)]).toEqual(["99.9%", "105%", "<0.1%", "0%"]);
  expect([format.figure(4, "megabytes"), format.figure(48_512, "megabytes")]).toEqual(["0.004", "48.51"]);
});

test("dates stand in the user's zone, with its name", () => {
  const india = createFormat(
    createTexts((key) => key, "en-US"),
    "en-US",
    () => 330,
  );
  expect(india.moment("2026-11-22T20:00:00Z").replace(/\s/g, " ")).toBe("Nov 23, 2026, 1:30 AM UTC+05:30");
  expect([india.day("2026-11-22T20:00:00Z"), india.date("2026-11-22")]).toEqual(["Nov 23, 2026", "Nov 22, 2026"]);
});

test("age and duration in words", () => {
  const now = new Date("2026-11-22T20:00:00Z");
  expect(["2026-11-22T18:00:00Z", "2026-11-19T20:00:00Z"].map((at) => format.ago(at, now))).toEqual([
    "2 hours ago",
    "3 days ago",
  ]);
  expect(format.duration(187_000)).toBe("3:07");
});

test("placeholders by position and by name; a text that is not there is its key, or nothing", () => {
  expect(text("meter_overBy", ["500"])).toBe("over by 500");
  expect(text("finding_nearQuota_sentence", { usedFigure: "9", ofOwned: "of 10", percent: "90%" })).toBe(
    "9 of 10, which is 90%.",
  );
  expect(plural("partial_environments", 2, [2, 9])).toBe("2 of 9 environments are missing.");
  expect([text("no_such"), find("no_such")]).toEqual(["no_such", undefined]);
});
