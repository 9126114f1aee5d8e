/** Findings and cards of guidance, as a person reads them. */
import type { Finding, Guidance, Subject } from "../../../domain";
import { findingText } from "../findingTexts";
import { valueOf } from "../findings/facts";
import { indented } from "../figures";
import { messages } from "../messages";
import { offline, severities } from "../messages/offline";
import { sourceOfRule, sourceText, textOfRule } from "../ruleText";

const mostSubjects = 5;

/** Meters have names of their own; what title or sentence names already is not said again. `unnamed` have no name here. */
const subjectLine = (subjects: readonly Subject[], unnamed: number, said: string): readonly string[] => {
  const names = subjects.filter(({ type }) => type !== "meter" && type !== "source").map(({ name }) => name);
  const unsaid = names.filter((name) => !said.includes(name));
  if (unsaid.length === 0) return [];
  const more = unsaid.length - mostSubjects + unnamed;
  const shown = unsaid.slice(0, mostSubjects).join(", ");
  return [more > 0 ? `${shown} ${messages.andMore(more)}` : shown];
};

const acknowledgement = ({ acknowledged }: Finding): readonly string[] => {
  if (acknowledged === undefined) return [];
  const { by, at, until, reason } = acknowledged;
  return [offline.acknowledged(by, at, until, reason)];
};

/** Severity and title, then sentence, subjects, next step, rule and its page. */
export const findingLines = (finding: Finding): readonly string[] => {
  const { severity, rule, link, subjects, facts } = finding;
  const { title, sentence, advice } = findingText(finding);
  return [
    `${severities[severity]}  ${title}`,
    ...indented([
      sentence,
      ...subjectLine(subjects, valueOf(facts, "unnamed"), `${title} ${sentence}`),
      `${offline.nextStep} ${advice}`,
      `${offline.rule} ${rule}: ${textOfRule(rule)} (${sourceOfRule(rule)})`,
      ...(link === undefined ? [] : [link]),
      ...acknowledgement(finding),
    ]),
  ];
};

export const guidanceLines = (cards: readonly Guidance[]): readonly string[] =>
  cards.flatMap(({ rule, source, link }) => [
    textOfRule(rule),
    ...indented([`${offline.rule} ${rule}: ${sourceText(source)}`, ...(link === undefined ? [] : [link])]),
  ]);
