/** Dates of a plan: ISO 8601 with zone, of a day that exists, not before the snapshot and not out of reach. */
import type { Instant } from "../../measured";

const shape = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Further ahead is no plan, and years of other calendars (2569, 5787) read as years of this one. */
const yearsAhead = 10;

const exists = (day: string): boolean => {
  const parsed = Date.parse(day);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(day);
};

const latest = (asOf: Instant): number => {
  const date = new Date(asOf);
  return date.setUTCFullYear(date.getUTCFullYear() + yearsAhead);
};

/** The instant in UTC, or `undefined` when nothing can be planned for it. */
export const plannedInstant = (text: string, asOf: Instant): Instant | undefined => {
  const day = shape.exec(text)?.[1];
  if (day === undefined || !exists(day)) return undefined;
  const at = Date.parse(text);
  const within = at >= Date.parse(asOf) && at <= latest(asOf);
  return within ? new Date(at).toISOString() : undefined;
};
