/** Forms that several settings share. */
import * as v from "valibot";

export const guid = v.pipe(
  v.string("expected a GUID"),
  v.regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i, "expected a GUID"),
  v.toLowerCase(),
);

export const text = v.pipe(v.string("expected text"), v.nonEmpty("expected text"));
