/**
 * Days and months of the calendar. A day is `2026-11-22` and a month `2026-11`, so both compare as texts. Only the two
 * functions that take an instant know a time zone; everything else counts in calendar days.
 */
import type { Instant } from "./measured";
import type { Day, Month } from "./snapshot/activity";

const dayMs = 86_400_000;
const dayLength = "2026-11-22".length;
const monthLength = "2026-11".length;

/** Calendar and digits are named, so that the machine's language cannot change them. */
const newFormatter = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    ...{ timeZone, year: "numeric", month: "2-digit", day: "2-digit" },
  });

/** One a zone, as a zone is costly to load and is asked for thousands of times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const format = formatters.get(timeZone) ?? newFormatter(timeZone);
  formatters.set(timeZone, format);
  return format;
};

const dayWith = (format: Intl.DateTimeFormat, instant: Instant): Day => {
  const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return [parts.get("year"), parts.get("month"), parts.get("day")].join("-");
};

const isoDay = (epochMs: number): Day => new Date(epochMs).toISOString().slice(0, dayLength);

/**
 * Gives the day of an instant in a time zone (IANA name).
 * Throws RangeError for a zone that does not exist or an instant that is none.
 */
export const dayIn = (timeZone: string): ((instant: Instant) => Day) => {
  if (timeZone === "UTC") return (instant) => isoDay(Date.parse(instant));
  const format = formatterOf(timeZone);
  return (instant) => dayWith(format, instant);
};

/** The day of one instant in a time zone (IANA name). */
export const dayOf = (instant: Instant, timeZone: string): Day => dayIn(timeZone)(instant);

export const monthOfDay = (day: Day): Month => day.slice(0, monthLength);

/** The month of one instant in a time zone (IANA name). */
export const monthOf = (instant: Instant, timeZone: string): Month => monthOfDay(dayOf(instant, timeZone));

export const firstDayOf = (month: Month): Day => `${month}-01`;

/** The month so many months later; earlier when `count` is negative. */
export const monthsAfter = (month: Month, count: number): Month => {
  const moved = new Date(Date.parse(firstDayOf(month)));
  moved.setUTCMonth(moved.getUTCMonth() + count);
  return monthOfDay(moved.toISOString());
};

export const addDays = (day: Day, count: number): Day => isoDay(Date.parse(day) + count * dayMs);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / dayMs;

export const daysInMonth = (month: Month): number => daysBetween(firstDayOf(month), firstDayOf(monthsAfter(month, 1)));

/** How many days of its month have begun by the end of a day: 1 on the first. */
export const dayInMonth = (day: Day): number => Number(day.slice(monthLength + 1));

/** The same day so many months later, or the last day of that month when it is shorter: 29 February to 28 February. */
export const addMonths = (day: Day, count: number): Day => {
  const month = monthsAfter(monthOfDay(day), count);
  const number = Math.min(dayInMonth(day), daysInMonth(month));
  return `${month}-${String(number).padStart(2, "0")}`;
};

/** Whole months from one month to another; negative when `to` is earlier. */
export const monthsBetween = (from: Month, to: Month): number => {
  const count = (month: Month) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5));
  return count(to) - count(from);
};
