/** One fact of a finding as a person reads it. */
import type { Unit } from "../../src/domain";
import type { Locale } from "./Locale/Locale.types";
import { meterName } from "./meterWords";

/** Facts that are amounts of the meter that the finding names; all other figures are plain counts. */
const amounts: ReadonlySet<string> = new Set([
  ...["used", "owned", "over", "free", "taken", "allocated", "shown", "before", "change", "people"],
  ...["duplicates", "without", "perLicence", "once", "inForce", "catalogue", "ownedOfficial", "usedOfficial"],
]);

/** Amounts of storage without a meter beside them. */
const megabytes: ReadonlySet<string> = new Set(["moreDatabase", "moreFile"]);
/** Several codes in one fact, parted by commas. */
const lists: ReadonlySet<string> = new Set(["operations", "families"]);

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT/;

function figureWords(name: string, figure: number, unit: Unit | undefined, { format }: Locale): string {
  if (/percent$/i.test(name)) return format.percent(figure, 100);
  if (megabytes.has(name)) return format.amount(figure, "megabytes");
  if (unit === undefined || !amounts.has(name)) return format.number(figure);
  // The sentence says which way it changed.
  return format.amount(name === "change" ? Math.abs(figure) : figure, unit);
}

function codeWords(name: string, code: string, locale: Locale): string {
  if (day.test(code)) return locale.format.date(code);
  if (instant.test(code)) return locale.format.day(code);
  return name === "meter" ? meterName(code, locale) : (locale.find(`${name}_${code}`) ?? code);
}

/** Figures in `unit` where they are amounts of the meter, days as dates, codes by their words. */
export function factWords(name: string, fact: number | string, unit: Unit | undefined, locale: Locale): string {
  if (typeof fact === "number") return figureWords(name, fact, unit, locale);
  const codes = lists.has(name) ? fact.split(",") : [fact];
  return locale.list(codes.map((code) => codeWords(name, code, locale)));
}
