/** Days and months around `now` in UTC. A profile's dates are rounded to days, so a tenant is the same all day long. */

const dayMs = 86_400_000;

/** Midnight that began the day, moved by whole days. */
export const dayAt = (now: Date, days: number): Date =>
  new Date(Math.floor(now.getTime() / dayMs) * dayMs + days * dayMs);

/** `2026-11-22T00:00:00Z` */
export const instant = (now: Date, days: number): string => `${dayAt(now, days).toISOString().slice(0, 19)}Z`;

/** `2026-11-22` */
export const dayText = (now: Date, days: number): string => dayAt(now, days).toISOString().slice(0, 10);

/** `2026-11`, moved by whole months. */
export const monthText = (now: Date, months: number): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 7);

/** Days from the first of the month `months` away to today. */
export const daysSinceMonth = (now: Date, months: number): number =>
  Math.round((dayAt(now, 0).getTime() - Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)) / dayMs);
