import type { Contribution, MeterReport, SwitchEffect } from "../../../src/domain";
import type { Locale } from "../Locale/Locale.types";
import { readingWords, ruleWords } from "../ruleWords";

/** `3 × 10,000 people`; a grant that is given once does not multiply, and a note stands for the formula it replaces. */
export function formulaWords(line: Contribution, report: MeterReport, locale: Locale): string {
  if (line.note !== undefined) return locale.text(`note_${line.note}`);
  const quantity = locale.format.number(line.quantity);
  const perUnit = locale.format.exact(line.perUnit, report.unit);
  return locale.text(line.once ? "why_once" : "why_times", [quantity, perUnit]);
}

/** What the line adds. A limit that is lifted and what nobody knows are no zeros. */
export function amountWords(line: Contribution, report: MeterReport, locale: Locale): string {
  if (line.note === "unlimited") return locale.text("figure_unlimited");
  if (line.note === "sizeNotKnown" || line.note === "licenceNotKnown") return locale.text("figure_unknown");
  return locale.format.exact(line.amount, report.unit);
}

/** The lines' sum as what is owned: at least that, where a line's size is not known. */
export function sumWords(report: MeterReport, locale: Locale): string {
  if (report.owned.kind === "unlimited") return locale.text("figure_unlimited");
  const sum = locale.format.exact(sumOf(report), report.unit);
  const isPartial = report.contributions.some(({ note }) => note === "sizeNotKnown");
  return isPartial ? locale.text("figure_atLeast", [sum]) : sum;
}

/** Why the line is there: its rule, or what its note makes of the rule. */
export const lineRuleWords = (line: Contribution, locale: Locale): string =>
  locale.find(`note_${line.note ?? "none"}_rule`) ?? ruleWords(line.rule, locale);

/** Who entered what the line rests on, and when. */
function overrideWords({ override, perUnit }: Contribution, { unit }: MeterReport, locale: Locale): string | undefined {
  if (override === undefined) return undefined;
  const { exact, day } = locale.format;
  return locale.text(`override_${override.kind}`, [override.by, day(override.at), exact(perUnit, unit)]);
}

/** What one other reading would give, on the side or the sides that it moves. */
function otherWords(
  { name }: SwitchEffect,
  other: SwitchEffect["others"][number],
  { unit }: MeterReport,
  locale: Locale,
): string | undefined {
  const reading = readingWords(name, other.value, locale);
  const owned = other.owned === undefined ? undefined : locale.format.exact(other.owned, unit);
  const used = other.used === undefined ? undefined : locale.format.exact(other.used, unit);
  if (owned !== undefined && used !== undefined) return locale.text("switch_otherBoth", [reading, owned, used]);
  if (owned !== undefined) return locale.text("switch_other", [reading, owned]);
  return used === undefined ? undefined : locale.text("switch_otherUsed", [reading, used]);
}

/** An open reading of a rule: the one in force, and what each other would give. */
export function switchWords(effect: SwitchEffect, report: MeterReport, locale: Locale): string {
  const { name, value, others } = effect;
  const inForce = [locale.find(`policy_${name}`) ?? name, readingWords(name, value, locale)];
  const rest = others.map((other) => otherWords(effect, other, report, locale));
  return [locale.text("switch_inForce", inForce), ...rest].filter((words) => words !== undefined).join(" ");
}

/** Remarks that change how far a line can be relied on. */
export function lineMarks(line: Contribution, report: MeterReport, locale: Locale): readonly string[] {
  return [
    overrideWords(line, report, locale),
    line.once && line.note === undefined ? locale.text("mark_once") : undefined,
    line.inGrace > 0 ? locale.text("mark_grace", [locale.format.number(line.inGrace)]) : undefined,
    line.grade === "inferred" ? locale.text("mark_inferred") : undefined,
    line.trial ? locale.text("mark_trial") : undefined,
  ].filter((mark) => mark !== undefined);
}

const sumOf = (report: MeterReport): number => report.contributions.reduce((sum, line) => sum + line.amount, 0);
