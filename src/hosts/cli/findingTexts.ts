/** What the command line says about findings: a title, a sentence with the figures, and the next step. */
import type { Finding, FindingKind } from "../../domain";
import { has, saying, word, type FindingText } from "./findings/facts";
import { quotaTexts } from "./findings/quotaTexts";
import { tenantTexts } from "./findings/tenantTexts";

/** One text for each kind; a kind without one does not compile. */
export const findingTexts: Readonly<Record<FindingKind, FindingText>> = { ...quotaTexts, ...tenantTexts };

/** Said of every meter in the same way. */
const doubt = (facts: Finding["facts"]): string =>
  has(facts, "mayCover")
    ? ` The catalogue does not know ${word(facts, "mayCover")}, which may cover it; an override of kind sku says what it is.`
    : "";

/** The texts of a finding, with its figures in them, and what may cover what is missing. */
export const findingText = ({ kind, facts }: Pick<Finding, "kind" | "facts">) => {
  const { title, sentence, advice } = findingTexts[kind];
  return {
    title: saying(title, facts),
    sentence: saying(sentence, facts) + doubt(facts),
    advice: saying(advice, facts),
  };
};
