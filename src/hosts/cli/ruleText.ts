/** A rule in words: what it says and where it is written. */
import { isRuleId, rules, type RuleSource } from "../../domain";

/** The sentence of a rule; nothing for a rule that this version does not know. */
export const textOfRule = (rule: string): string => (isRuleId(rule) ? rules[rule].text : "");

export const sourceText = ({ document, section }: RuleSource): string => `${document}, "${section}"`;

export const sourceOfRule = (rule: string): string => (isRuleId(rule) ? sourceText(rules[rule]) : "");
