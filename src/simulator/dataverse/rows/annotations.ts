import type { Annotations } from "./readRow";

const none: Annotations = () => false;

/** Reads `odata.include-annotations`: a comma list of names, `prefix.*` or `*`; a leading minus takes out. */
export function wantedAnnotations(preference: string | undefined): Annotations {
  if (preference === undefined) return none;
  const patterns = preference.split(",").map((pattern) => pattern.trim());
  const matches = (pattern: string, name: string) =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  return (name) =>
    patterns.some((pattern) => matches(pattern, name)) &&
    !patterns.some((pattern) => pattern.startsWith("-") && matches(pattern.slice(1), name));
}
