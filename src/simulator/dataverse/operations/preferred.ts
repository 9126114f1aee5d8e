/** What a caller prefers, and what of it the answer says was done. */
import { badRequest } from "../errors";
import { largestPage } from "../query/plan";

/** Value of `odata.maxpagesize`, no larger than the service's own pages. */
export function pageSize(preference: string | undefined): number | undefined {
  if (preference === undefined) return undefined;
  const size = Number(preference);
  if (!Number.isInteger(size) || size < 1) throw badRequest(`The page size '${preference}' is not a positive number.`);
  return Math.min(size, largestPage);
}

const quotedPreferences = new Set(["odata.include-annotations"]);

/** The header that names the preferences which were followed. */
export function applied(wishes: ReadonlyMap<string, string>): Record<string, string> {
  const known = ["odata.maxpagesize", "odata.include-annotations"].flatMap((name) => {
    const value = wishes.get(name);
    if (value === undefined) return [];
    return [`${name}=${quotedPreferences.has(name) ? `"${value}"` : value}`];
  });
  return known.length === 0 ? {} : { "Preference-Applied": known.join(",") };
}
