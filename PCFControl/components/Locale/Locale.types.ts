import type { Day, Instant, Unit } from "../../../src/domain";

/** A key of the resx files. Built from domain ids where the text belongs to one, so it cannot be a closed union. */
export type TextKey = string;

export type TextValues = readonly (string | number)[] | Readonly<Record<string, string | number>>;

/** Figures and dates as the user reads them. Storage is given in MB and shown in GB (1 GB = 1,000 MB) from 1,000 MB on. */
export interface Format {
  readonly number: (value: number) => string;
  /** Figure with its unit, rounded for reading: `35 GB`, `10,000 people`. */
  readonly amount: (value: number, unit: Unit) => string;
  /** Figure without unit where the unit stands beside it. Storage: always GB. */
  readonly figure: (value: number, unit: Unit) => string;
  /** The unit alone, for columns: `GB`, `people`. */
  readonly unit: (unit: Unit) => string;
  /** Figure with unit and every digit, for sums that must add up before the reader's eyes. */
  readonly exact: (value: number, unit: Unit) => string;
  /** Share of a whole, rounded down to a tenth; below that "<0.1%". The caller sees to it that `whole` is above 0. */
  readonly percent: (part: number, whole: number) => string;
  /** Date and time with the zone of the user. */
  readonly moment: (instant: Instant) => string;
  readonly day: (instant: Instant) => string;
  /** A day of the calendar, the same in every zone: `2026-11-22`. */
  readonly date: (day: Day) => string;
  /** `2026-11` as a short month name with year. */
  readonly month: (month: string) => string;
  /** Age in words: "2 hours ago". */
  readonly ago: (instant: Instant, now: Date) => string;
  /** Minutes and seconds: `3:07`. */
  readonly duration: (milliseconds: number) => string;
}

/** Everything that depends on who reads: words, figures, writing direction. */
export interface Locale {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The text of `key` with its placeholders filled; the key itself when there is no text. */
  readonly text: (key: TextKey, values?: TextValues) => string;
  /** As `text`, or `undefined` when there is no text: for ids that a newer sync may have brought. */
  readonly find: (key: TextKey, values?: TextValues) => string | undefined;
  /** The plural form of `key` for `count`; placeholder 0 is the count. */
  readonly plural: (key: TextKey, count: number, values?: readonly (string | number)[]) => string;
  readonly list: (items: readonly string[]) => string;
  readonly format: Format;
}
