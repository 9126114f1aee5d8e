const moment = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** First moment that the service stores. */
export const earliest = "1753-01-01T00:00:00.000Z";

/**
 * A point in time as stored (`2026-11-22T20:00:00.000Z`); undefined when the text is none. Without a zone it is UTC.
 */
export function storedMoment(text: string): string | undefined {
  const parts = moment.exec(text);
  if (parts === null || !isCalendarDay(text.slice(0, 10))) return undefined;
  const zoned = parts[4] === undefined ? `${text}T00:00:00Z` : parts[7] === undefined ? `${text}Z` : text;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** The service keeps whole seconds. */
export const wholeSeconds = (stored: string): string => `${stored.slice(0, 19)}.000Z`;

export const storedDay = (text: string): string | undefined =>
  day.test(text) && isCalendarDay(text) ? text : undefined;

/** 30 February has the right shape and is no day. */
function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
