import type { Contribution, MeterReport, RuleSource } from "../../../src/domain";
import type { Locale } from "../Locale/Locale.types";

/** Resx keys hold no dots and no hyphens: `CI-J.install.outbound` is `rule_CI_J_install_outbound`. */
export const ruleKey = (rule: string): string => `rule_${rule.replace(/[^A-Za-z0-9]/g, "_")}`;

export const ruleWords = (rule: string, locale: Locale): string => locale.find(ruleKey(rule)) ?? rule;

export function sourceWords(source: RuleSource, locale: Locale): string {
  return locale.text("why_source", [source.document, source.section]);
}

/** `3 × 10,000 people`; a grant that is given once does not multiply, and a note stands for the formula it replaces. */
export function formulaWords(line: Contribution, report: MeterReport, locale: Locale): string {
  if (line.note !== undefined) return locale.text(`note_${line.note}`);
  const quantity = locale.format.number(line.quantity);
  const perUnit = locale.format.exact(line.perUnit, report.unit);
  return locale.text(line.once ? "why_once" : "why_times", [quantity, perUnit]);
}

/** What the line adds. A limit that is lifted and a size that no source gives are no zeros. */
export function amountWords(line: Contribution, report: MeterReport, locale: Locale): string {
  if (line.note === "unlimited") return locale.text("figure_unlimited");
  if (line.note === "sizeNotKnown") return locale.text("figure_unknown");
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

/** Remarks that change how far a line can be relied on. */
export function lineMarks(line: Contribution, locale: Locale): readonly string[] {
  return [
    line.once && line.note === undefined ? locale.text("mark_once") : undefined,
    line.inGrace > 0 ? locale.text("mark_grace", [locale.format.number(line.inGrace)]) : undefined,
    line.grade === "inferred" ? locale.text("mark_inferred") : undefined,
    line.trial ? locale.text("mark_trial") : undefined,
  ].filter((mark) => mark !== undefined);
}

const sumOf = (report: MeterReport): number => report.contributions.reduce((sum, line) => sum + line.amount, 0);
