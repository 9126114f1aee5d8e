/** Findings in words: a title, one sentence with the figures, and the next step. */
import {
  meters,
  type Finding,
  type FindingKind,
  type MeterReport,
  type Snapshot,
  type Subject,
} from "../../src/domain";
import { compositeWords } from "./compositeWords";
import { factWords } from "./factWords";
import type { Locale } from "./Locale/Locale.types";
import { meterName, ofOwned, overAmount, ownedAmount, percentWords, usedAmount, usedFigure } from "./meterWords";

type Facts = Finding["facts"];

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
export function meterOf({ subjects, facts }: Finding, snapshot: Snapshot): MeterReport | undefined {
  const subject = subjects.find(({ type }) => type === "meter");
  return snapshot.meters.find(({ meter }) => meter === (subject?.id ?? facts["meter"]));
}

/** Words of the whole meter; they say "at least" where the bare facts do not. */
function meterValues(report: MeterReport | undefined, facts: Facts, locale: Locale): Readonly<Record<string, string>> {
  if (report === undefined) return {};
  const words = { usedFigure: usedFigure(report, locale), ofOwned: ofOwned(report, locale) };
  // Only findings about the meter's own standing carry its status; others have figures of their own by these names.
  if (facts["status"] === undefined) return words;
  return {
    ...words,
    used: usedAmount(report, locale),
    owned: ownedAmount(report, locale),
    over: overAmount(report, locale),
    percent: percentWords(report, locale) ?? "",
  };
}

/** The meter by its name stands apart from the others that a finding names, and stands in where there are none. */
function nameWords({ subjects, facts }: Finding, locale: Locale): string {
  const others = subjects.filter(({ type }) => type !== "meter");
  const named = others.length > 0 ? others : subjects;
  const names = named.slice(0, namesShown).map((subject) => subjectName(subject, locale));
  const hidden = named.length - names.length + Number(facts["unnamed"] ?? 0);
  if (hidden > 0) names.push(locale.plural("finding_more", hidden, [locale.format.number(hidden)]));
  return locale.list(names);
}

/** A finding may have hundreds of environments; the first ones show what it is about. */
const namesShown = 3;

const valueOf =
  (fact: string) =>
  (facts: Facts): string =>
    String(facts[fact]);

const overCase = ({ units, users, addOns }: Facts): string => {
  if (units !== undefined) return "storage";
  if (users === undefined) return "";
  return addOns === undefined ? "users" : "addOns";
};
const endingCase = (facts: Facts): string => (facts["trial"] === "yes" ? "trial" : String(facts["renewal"]));
const attachCase = (facts: Facts): string => {
  if (facts["unknownApps"] !== 0) return "unsure";
  return facts["app"] === undefined ? "none" : "";
};
const reassignedCase = ({ basis, lines }: Facts): string => {
  if (basis === "ledger") return lines === undefined ? "ledger" : "ledgerMany";
  return lines === undefined ? "" : "many";
};
const sidesCase = (facts: Facts): string => {
  if (facts["usedOfficial"] === undefined) return "owned";
  return (facts["ownedDifference"] ?? 0) === 0 ? "used" : "";
};

/** Kinds with more than one wording, and what decides; a wording may leave out parts that are like the kind's. */
const wordings: Readonly<Partial<Record<FindingKind, (facts: Facts) => string>>> = {
  overQuota: overCase,
  outboundSlotsExceeded: ({ retiredAfter }) => (retiredAfter === undefined ? "" : "retired"),
  reassignedTooSoon: reassignedCase,
  prerequisiteMissing: ({ people }) => (people === undefined ? "" : "people"),
  dataWithoutRight: ({ marketing }) => (marketing === 0 ? "" : "marketing"),
  serviceLimitExceeded: valueOf("limit"),
  overBeforeRenewal: valueOf("basis"),
  subscriptionEnding: endingCase,
  legacyRenewal: valueOf("phase"),
  trialAsPaid: valueOf("reason"),
  paidAsTrial: valueOf("reason"),
  tierOutOfRange: valueOf("side"),
  attachNotEligible: attachCase,
  unknownSku: valueOf("related"),
  sessionsAndMessages: valueOf("state"),
  communicationResourceMissing: valueOf("declared"),
  smsProviderMissing: valueOf("declared"),
  omnichannelTransition: valueOf("state"),
  failedInstallHoldsSlot: ({ owned, used }) => (owned === undefined || used === undefined ? "unknown" : ""),
  productShowsOther: valueOf("explanation"),
  possibleDuplicates: ({ without }) => (without === undefined ? "unknown" : ""),
  adminCenterDiffers: sidesCase,
  usageJump: valueOf("direction"),
};

const unitOf = (facts: Facts) => meters.find(({ id }) => id === facts["meter"])?.unit;

function valuesOf(finding: Finding, report: MeterReport | undefined, locale: Locale): Readonly<Record<string, string>> {
  const { facts } = finding;
  const unit = unitOf(facts);
  return {
    ...Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, factWords(name, fact, unit, locale)])),
    ...compositeWords(finding, unit, locale),
    ...meterValues(report, facts, locale),
    meterName: report === undefined ? "" : meterName(report.meter, locale),
    name: nameWords(finding, locale),
    next: locale.find(`reason_${String(facts["reason"])}_next`) ?? "",
  };
}

export function findingWords(finding: Finding, snapshot: Snapshot, locale: Locale): FindingWords {
  const values = valuesOf(finding, meterOf(finding, snapshot), locale);
  const key = `finding_${finding.kind}`;
  const wording = wordings[finding.kind]?.(finding.facts) ?? "";
  const part = (name: string): string =>
    locale.find(`${key}_${wording}_${name}`, values) ?? locale.text(`${key}_${name}`, values);
  const sentence = capitalised(part("sentence").trim(), locale);
  const doubt = finding.facts["mayCover"] === undefined ? [] : [locale.text("finding_mayCover", values)];
  return { title: part("title"), sentence: [sentence, ...doubt].join(" "), advice: part("advice") };
}

/** A sentence may begin with a figure, and a figure with "at least". */
const capitalised = (sentence: string, { language }: Locale): string =>
  sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);

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
