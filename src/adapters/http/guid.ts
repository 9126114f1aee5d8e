/** Ids are compared as text, so they get one spelling at the door. */
import * as v from "valibot";

export const guid = v.pipe(v.string(), v.uuid(), v.toLowerCase());

const isGuid = (text: string): boolean => v.is(guid, text);

/** A GUID, or `Default-{tenantId}` for the default environment (apis.md 3.1). */
export const environmentId = v.pipe(
  v.string(),
  v.check((id) => isGuid(id.replace(/^Default-/i, "")), "not an environment id"),
  v.transform((id) => id.toLowerCase().replace(/^default-/, "Default-")),
);
