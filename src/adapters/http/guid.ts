/** Ids are compared as text, so they are in lower case from the door on. */
import * as v from "valibot";

export const guid = v.pipe(v.string(), v.uuid(), v.toLowerCase());

export const isGuid = (text: string): boolean => v.is(v.pipe(v.string(), v.uuid()), text);
