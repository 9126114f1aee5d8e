import type { Unit } from "../../src/domain";
import type { Format } from "../components/Locale/Locale.types";
import type { Texts } from "./strings";

/** Minutes that the user's own zone is ahead of UTC on a day, from the platform's user settings. */
export type ZoneOffset = (date: Date) => number;

const megabytesPerGigabyte = 1000;
const spans: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

function createAmounts(texts: Texts, language: string): Pick<Format, "amount" | "figure" | "exact" | "unit"> {
  const rounded = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const full = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  const withUnit = (numbers: Intl.NumberFormat, value: number, unit: Unit): string => {
    if (unit !== "megabytes") return texts.plural(`unit_${unit}`, value, [numbers.format(value)]);
    const inGigabytes = value === 0 || Math.abs(value) >= megabytesPerGigabyte;
    const figure = numbers.format(inGigabytes ? value / megabytesPerGigabyte : value);
    return texts.text(inGigabytes ? "unit_gigabytes" : "unit_megabytes", [figure]);
  };
  return {
    amount: (value, unit) => withUnit(rounded, value, unit),
    exact: (value, unit) => withUnit(full, value, unit),
    figure: (value, unit) => {
      if (unit !== "megabytes") return rounded.format(value);
      // A few megabytes must not read as 0 GB.
      return (Math.abs(value) < megabytesPerGigabyte ? full : rounded).format(value / megabytesPerGigabyte);
    },
    unit: (unit) => texts.text(`unit_${unit}_name`),
  };
}

/** The browser's zone name when it agrees with the user's setting, else the offset: both are the user's own time. */
function createDates(
  language: string,
  offset: ZoneOffset | undefined,
): Pick<Format, "moment" | "day" | "date" | "month"> {
  const stamp = { dateStyle: "medium", timeStyle: "short" } as const;
  const local = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
  const shifted = new Intl.DateTimeFormat(language, { ...stamp, timeZone: "UTC" });
  const shiftedDay = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(language, { month: "short", year: "numeric", timeZone: "UTC" });
  const offsetOn = (date: Date): number => offset?.(date) ?? -date.getTimezoneOffset();
  const inZone = (date: Date): Date => new Date(date.getTime() + offsetOn(date) * 60_000);
  return {
    moment: (instant) => {
      const date = new Date(instant);
      if (offsetOn(date) === -date.getTimezoneOffset()) return local.format(date);
      return `${shifted.format(inZone(date))} ${zoneName(offsetOn(date))}`;
    },
    day: (instant) => shiftedDay.format(inZone(new Date(instant))),
    date: (day) => shiftedDay.format(new Date(`${day}T00:00:00Z`)),
    month: (name) => month.format(new Date(`${name}-15T00:00:00Z`)),
  };
}

function zoneName(minutes: number): string {
  if (minutes === 0) return "UTC";
  const two = (value: number): string => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? "−" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function createAges(texts: Texts, language: string): Pick<Format, "ago" | "duration"> {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2 });
  const plain = new Intl.NumberFormat(language);
  return {
    ago: (instant, now) => {
      const age = Math.max(0, now.getTime() - new Date(instant).getTime());
      const span = spans.find(([, length]) => age >= length);
      return span === undefined ? texts.text("age_now") : relative.format(-Math.floor(age / span[1]), span[0]);
    },
    duration: (milliseconds) => {
      const seconds = Math.max(0, Math.floor(milliseconds / 1000));
      return `${plain.format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`;
    },
  };
}

/** What is there must not read as nothing. */
const leastShare = 0.001;

/** Rounds a share down to a tenth, so that 99.96 % never reads as full. */
export function shareOf(part: number, whole: number): number {
  return Math.floor((part * 1000) / whole) / 1000;
}

export function createFormat(texts: Texts, language: string, offset?: ZoneOffset): Format {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  return {
    number: (value) => number.format(value),
    percent: (part, whole) => {
      const share = shareOf(part, whole);
      return share === 0 && part > 0 ? `<${percent.format(leastShare)}` : percent.format(share);
    },
    ...createAmounts(texts, language),
    ...createDates(language, offset),
    ...createAges(texts, language),
  };
}
