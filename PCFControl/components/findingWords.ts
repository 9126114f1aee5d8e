/** Findings in words: a title, one sentence with the figures, and the next step. */
import type { Finding, MeterReport, Snapshot, Subject } from "../../src/domain";
import type { Locale } from "./Locale/Locale.types";
import { meterName, ofOwned, overAmount, ownedAmount, percentWords, usedAmount, usedFigure } from "./meterWords";

export interface FindingWords {
  readonly title: string;
  readonly sentence: string;
  readonly advice: string;
}

function subjectName(subject: Subject, locale: Locale): string {
  if (subject.type === "meter") return meterName(subject.id, locale);
  return subject.type === "source"
    ? (locale.find(`source_${subject.id.replace(/\./g, "_")}`) ?? subject.name)
    : subject.name;
}

/** The meter that a finding speaks of, when it speaks of one. */
export function meterOf(finding: Finding, snapshot: Snapshot): MeterReport | undefined {
  const subject = finding.subjects.find(({ type }) => type === "meter");
  return snapshot.meters.find(({ meter }) => meter === subject?.id);
}

/** Facts in the unit of the meter; codes by their words. */
function factWords(name: string, fact: number | string, report: MeterReport | undefined, locale: Locale): string {
  if (typeof fact === "string") return locale.find(`${name}_${fact}`) ?? fact;
  const isAmount = report !== undefined && ["used", "owned", "over", "free", "taken"].includes(name);
  return isAmount ? locale.format.amount(fact, report.unit) : locale.format.number(fact);
}

function meterValues(report: MeterReport | undefined, locale: Locale): Readonly<Record<string, string>> {
  if (report === undefined) return {};
  return {
    used: usedAmount(report, locale),
    usedFigure: usedFigure(report, locale),
    ofOwned: ofOwned(report, locale),
    owned: ownedAmount(report, locale),
    over: overAmount(report, locale),
    percent: percentWords(report, locale) ?? "",
  };
}

export function findingWords(finding: Finding, snapshot: Snapshot, locale: Locale): FindingWords {
  const report = meterOf(finding, snapshot);
  const facts = Object.entries(finding.facts).map(
    ([name, fact]) => [name, factWords(name, fact, report, locale)] as const,
  );
  const names = finding.subjects.slice(0, namesShown).map((subject) => subjectName(subject, locale));
  const hidden = finding.subjects.length - names.length;
  if (hidden > 0) names.push(locale.plural("finding_more", hidden, [locale.format.number(hidden)]));
  // The meter's own words come last: they say "at least" where the bare fact does not.
  const values = {
    ...Object.fromEntries(facts),
    ...meterValues(report, locale),
    name: locale.list(names),
    next: locale.find(`reason_${String(finding.facts["reason"])}_next`) ?? "",
  };
  // Licences that seem to have nothing to do with these meters come together in one finding with words of its own.
  const key = `finding_${finding.kind}${finding.facts["related"] === "no" ? "_no" : ""}`;
  return {
    title: locale.text(`${key}_title`, values),
    sentence: capitalised(locale.text(`${key}_sentence`, values), locale),
    advice: locale.text(`${key}_advice`, values),
  };
}

/** A sentence may begin with a figure, and a figure with "at least". */
const capitalised = (sentence: string, { language }: Locale): string =>
  sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);

/** A finding may have hundreds of environments; the first ones show what it is about. */
const namesShown = 3;

const ranks = { error: 0, warning: 1, info: 2 } as const;

const rankOf = ({ severity, acknowledged }: Finding): number => ranks[severity] + (acknowledged === undefined ? 0 : 10);

/** The worst first, what is acknowledged last; within one severity in the order of the engine. */
export const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => rankOf(a) - rankOf(b));

/** What nobody has acknowledged, the worst first. */
export const openFindings = (findings: readonly Finding[]): readonly Finding[] =>
  bySeverity(findings).filter(({ acknowledged }) => acknowledged === undefined);

/** Who lives with a finding, until when and why. */
export const acknowledgedWords = (
  { until, by, reason }: NonNullable<Finding["acknowledged"]>,
  { text, format }: Locale,
): string => text("findings_acknowledged", [format.date(until), by, reason]);
