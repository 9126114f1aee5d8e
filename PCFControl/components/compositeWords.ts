/** Words that are put together from several facts of a finding. */
import { meters, type Finding, type Unit } from "../../src/domain";
import type { Locale } from "./Locale/Locale.types";
import { meterName } from "./meterWords";
import { readingWords } from "./ruleWords";

type Facts = Finding["facts"];

const amountOf = (facts: Facts, name: string): number => {
  const fact = facts[name];
  return typeof fact === "number" ? fact : 0;
};

/** From `amount.<meter>`: what a licence gives, meter by meter. */
function amountsWords(facts: Facts, locale: Locale): string {
  const { text, list, format } = locale;
  const items = meters.flatMap(({ id, unit }) => {
    const amount = amountOf(facts, `amount.${id}`);
    return amount === 0 ? [] : [text("finding_amount", [meterName(id, locale), format.amount(amount, unit)])];
  });
  return items.length === 0 ? text("finding_amount_none") : list(items);
}

/** From `sum.<meter>` and `once.<meter>`: what each reading gives. */
function figuresWords(facts: Facts, locale: Locale): string {
  const items = meters.flatMap(({ id, unit }) => {
    const amounts = [amountOf(facts, `sum.${id}`), amountOf(facts, `once.${id}`)];
    if (amounts[0] === 0) return [];
    const figures = amounts.map((amount) => locale.format.amount(amount, unit));
    return [locale.text("finding_severalBases_figure", [meterName(id, locale), ...figures])];
  });
  return items.join("; ");
}

const parts = ["ratedMore", "defaultAllowance", "excludedTypes", "unexplained"];

/** What a difference in use is made of; parts that are nothing are left out. */
function partsWords(facts: Facts, unit: Unit | undefined, { text, list, format }: Locale): string {
  const items = parts.flatMap((part) => {
    const amount = amountOf(facts, part);
    if (amount === 0 || unit === undefined) return [];
    return [text(`finding_adminCenterDiffers_${part}`, [format.amount(amount, unit)])];
  });
  return items.length === 0 ? "" : text("finding_adminCenterDiffers_parts", [list(items)]);
}

const licenceName = ({ subjects, facts }: Finding): string =>
  String(facts["productName"] ?? facts["skuPartNumber"] ?? subjects.find(({ type }) => type === "sku")?.name ?? "");

export function compositeWords(
  finding: Finding,
  unit: Unit | undefined,
  locale: Locale,
): Readonly<Record<string, string>> {
  const { facts, kind } = finding;
  const reading = facts["reading"];
  return {
    licenceName: licenceName(finding),
    amounts: amountsWords(facts, locale),
    ...(kind === "adminCenterDiffers" ? { parts: partsWords(facts, unit, locale) } : {}),
    ...(kind === "severalBases" ? { figures: figuresWords(facts, locale) } : {}),
    ...(typeof reading === "string" ? { reading: readingWords("basePeopleStacking", reading, locale) } : {}),
  };
}
