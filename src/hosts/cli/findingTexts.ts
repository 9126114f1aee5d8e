/** What the command line says about findings: a title, a sentence with the figures, and the next step. */
import type { Finding, FindingKind } from "../../domain";
import { saying, type FindingText } from "./findings/facts";
import { quotaTexts } from "./findings/quotaTexts";
import { tenantTexts } from "./findings/tenantTexts";

/** One text for each kind; a kind without one does not compile. */
export const findingTexts: Readonly<Record<FindingKind, FindingText>> = { ...quotaTexts, ...tenantTexts };

/** The texts of a finding, with its figures in them. */
export const findingText = ({ kind, facts }: Pick<Finding, "kind" | "facts">) => {
  const { title, sentence, advice } = findingTexts[kind];
  return { title: saying(title, facts), sentence: saying(sentence, facts), advice: saying(advice, facts) };
};
