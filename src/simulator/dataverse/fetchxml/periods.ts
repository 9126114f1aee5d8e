/** Spans of time that a condition names in words, in UTC. Weeks begin on Sunday. */

/** Milliseconds; `to` is the first moment after the span. */
export interface Span {
  readonly from?: number;
  readonly to?: number;
}

const hourMs = 3_600_000;
const minuteMs = 60_000;

const day = (now: Date, days: number): number =>
  Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days);
const week = (now: Date, weeks: number): number => day(now, weeks * 7 - now.getUTCDay());
const month = (now: Date, months: number): number => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1);
const year = (now: Date, years: number): number => Date.UTC(now.getUTCFullYear() + years, 0, 1);

/** The same day some months away, or the last day of a month that is shorter. */
function dayOfMonth(now: Date, months: number): number {
  const next = new Date(month(now, months + 1));
  const last = new Date(next.getTime() - 1).getUTCDate();
  return month(now, months) + (Math.min(now.getUTCDate(), last) - 1) * 24 * hourMs;
}

type Start = (now: Date, count: number) => number;

const within = (start: Start, offset: number) => (now: Date) => ({
  from: start(now, offset),
  to: start(now, offset + 1),
});

/** Now itself belongs to the past as well as to the future. */
const afterNow = (now: Date): number => now.getTime() + 1;

const named: Readonly<Record<string, (now: Date) => Span>> = {
  today: within(day, 0),
  yesterday: within(day, -1),
  tomorrow: within(day, 1),
  "this-week": within(week, 0),
  "last-week": within(week, -1),
  "next-week": within(week, 1),
  "this-month": within(month, 0),
  "last-month": within(month, -1),
  "next-month": within(month, 1),
  "this-year": within(year, 0),
  "last-year": within(year, -1),
  "next-year": within(year, 1),
  "last-seven-days": (now) => ({ from: day(now, -7), to: afterNow(now) }),
  "next-seven-days": (now) => ({ from: now.getTime(), to: day(now, 8) }),
};

/** A moment some units away; days and longer units from midnight, shorter ones from their own beginning. */
const away: Readonly<Record<string, Start>> = {
  minutes: (now, count) => Math.floor(now.getTime() / minuteMs + count) * minuteMs,
  hours: (now, count) => Math.floor(now.getTime() / hourMs + count) * hourMs,
  days: day,
  weeks: (now, count) => day(now, count * 7),
  months: dayOfMonth,
  years: (now, count) => dayOfMonth(now, count * 12),
};

const counted = /^(last|next|older-than)-x-(minutes|hours|days|weeks|months|years)$/;

export const isSpan = (operator: string): boolean => Object.hasOwn(named, operator) || isCountedSpan(operator);
export const isCountedSpan = (operator: string): boolean => counted.test(operator);

/** `count` is needed by operators with an x. */
export function spanOf(operator: string, now: Date, count: number): Span {
  const [, direction, unit = "days"] = counted.exec(operator) ?? [];
  const start = away[unit] ?? day;
  if (direction === "last") return { from: start(now, -count), to: afterNow(now) };
  if (direction === "older-than") return { to: start(now, -count) };
  // The unit that is reached counts to its end.
  if (direction === "next")
    return { from: now.getTime(), to: start(now, count + (unit === "hours" || unit === "days" ? 1 : 0)) };
  return named[operator]?.(now) ?? {};
}
