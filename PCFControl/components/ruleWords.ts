import type { RuleSource } from "../../src/domain";
import type { Locale } from "./Locale/Locale.types";

/** Resx keys hold no dots and no hyphens: `lg-2026-07` becomes `lg_2026_07`. */
export const keyPart = (id: string): string => id.replace(/[^A-Za-z0-9]/g, "_");

export const ruleKey = (rule: string): string => `rule_${keyPart(rule)}`;

export const ruleWords = (rule: string, locale: Locale): string => locale.find(ruleKey(rule)) ?? rule;

export const sourceWords = (source: RuleSource, locale: Locale): string =>
  locale.text("why_source", [source.document, source.section]);

/** What a reading of the policy, or an edition, is called. */
export const readingWords = (name: string, value: string, locale: Locale): string =>
  locale.find(`policy_${name}_${keyPart(value)}`) ?? value;
