/** Times on the wire: ISO 8601 in several spellings, always with a zone. */
import * as v from "valibot";

const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

const isInstant = (text: string): boolean => withZone.test(text) && !Number.isNaN(Date.parse(text));

/** To UTC without needless fractions: `2026-11-22T20:08:34Z`. */
export const toInstant = (time: number | string): string => new Date(time).toISOString().replace(".000Z", "Z");

export const instant = v.pipe(
  v.string(),
  v.check(isInstant, "not a time with a zone"),
  v.transform((text) => toInstant(text)),
);

/** The services write year 1 where they never measured (apis.md 3.2 d). */
export const measuredInstant = v.pipe(
  v.nullish(instant),
  v.transform((time) => (time == null || time.startsWith("0001-") ? undefined : time)),
);
