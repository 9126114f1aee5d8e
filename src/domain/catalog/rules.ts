/** The rules in our own words. Every figure, every finding and every card of guidance points at one of these. */
import type { RuleSource } from "../snapshot/snapshot";
import { contactCenterRules } from "./rules/contactCenter";
import { contactCenterTermsRules } from "./rules/contactCenterTerms";
import { dataRules } from "./rules/data";
import { generalRules } from "./rules/general";
import { insightsStorageRules } from "./rules/insightsStorage";
import { installRules } from "./rules/installs";
import { journeysRules } from "./rules/journeys";
import { legacyMarketingRules } from "./rules/legacyMarketing";
import { ownRules } from "./rules/own";
import type { Guidance, Rule } from "./rules/rule";
import { serviceInsightsRules } from "./rules/serviceInsights";
import { storageRules } from "./rules/storage";

export type { Guidance, Rule } from "./rules/rule";

const all = {
  ...generalRules,
  ...journeysRules,
  ...installRules,
  ...legacyMarketingRules,
  ...dataRules,
  ...insightsStorageRules,
  ...contactCenterRules,
  ...contactCenterTermsRules,
  ...serviceInsightsRules,
  ...storageRules,
  ...ownRules,
} as const;

export type RuleId = keyof typeof all;

/** By rule id, family by family. */
export const rules: Readonly<Record<RuleId, Rule>> = all;

/** Whether a text, for example of a snapshot, is the id of a rule. */
export const isRuleId = (text: string): text is RuleId => Object.hasOwn(rules, text);

/** Document and section of a rule. */
export const sourceOf = (rule: RuleId): RuleSource => ({
  document: rules[rule].document,
  section: rules[rule].section,
});

/** The rules that only inform, with the id of each. */
export const guidance: readonly (Guidance & { readonly id: RuleId })[] = Object.keys(rules)
  .filter(isRuleId)
  .flatMap((id) => {
    const rule = rules[id];
    return rule.kind === "guidance" ? [{ id, ...rule }] : [];
  });
