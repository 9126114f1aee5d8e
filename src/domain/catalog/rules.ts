/** The rules in our own words. Every figure and every finding points at one of these. */
import type { RuleSource } from "../snapshot/snapshot";
import { documents } from "./documents";

/** 1 = licence guidance, 2 = product documentation, 3 = licensing guide at second hand, "own" = this product's own rule. */
export type Rank = 1 | 2 | 3 | "own";

export interface Rule extends RuleSource {
  /** One sentence in our own words; English, the panel translates by rule id. */
  readonly text: string;
  readonly rank: Rank;
}

/** By rule id. */
export const rules = {
  "GEN.licence.active": {
    text: "Only active subscriptions grant quota; units in the grace period still count and are marked at risk.",
    document: documents.licenceUnits,
    section: "prepaidUnits",
    rank: 2,
  },
  "GEN.enforcement.advisory": {
    text: "Licences are owed whether or not the product checks for them.",
    document: documents.contactCenter,
    section: "Licensing requirements and technical enforcement",
    rank: 1,
  },
  "GEN.reset.monthly": {
    text: "Monthly amounts start again on the first of the month, and what was not used is lost.",
    document: documents.customerInsights,
    section: "Entitlement details",
    rank: 1,
  },
  "CI-J.interacted-people.base": {
    text: "A Customer Insights base licence, full or attach, gives 10,000 interacted people to the tenant.",
    document: documents.customerInsights,
    section: "Entitlement details",
    rank: 1,
  },
  "CI-J.interacted-people.packs": {
    text: "Each interacted people pack adds its own size: 5,000 in tier 1, 10,000 in tier 2, 50,000 in tier 3.",
    document: documents.licensingGuide,
    section: "p. 22",
    rank: 3,
  },
  "CI-J.interacted-people.environments": {
    text: "Interacted people of every environment count, of every type, and are summed over the tenant.",
    document: documents.customerInsights,
    section: "Which interacted people count against my quota?",
    rank: 1,
  },
  "CI-J.interactions.monthly": {
    text: "Up to ten interactions a month for each interacted person that is owned, in a pool for the tenant.",
    document: documents.customerInsights,
    section: "What is my monthly interaction quota?",
    rank: 1,
  },
  "CI-J.install.limit": {
    text: "From 30 June 2024 a paid licence sets no limit on Journeys (real-time) and Data installations; earlier, four of each with a base licence.",
    document: documents.customerInsights,
    section: "Entitlement details",
    rank: 1,
  },
  "CI-J.install.outbound": {
    text: "Outbound marketing may be installed once for each legacy Marketing licence or application add-on, and four times for each Customer Insights base.",
    document: documents.customerInsights,
    section: "Entitlement details",
    rank: 1,
  },
  "CI-J.install.failed": {
    text: "An installation takes its slot when it starts, and a failed one keeps it.",
    document: documents.setup,
    section: "Troubleshooting",
    rank: 2,
  },
  "CI-J.trial.limits": {
    text: "A trial licence allows one trial environment, and its quota does not add to what is paid for.",
    document: documents.customerInsights,
    section: "Entitlement details",
    rank: 1,
  },
  "CI-J.legacy.base": {
    text: "A standalone Marketing licence gives 10,000 active contacts, now called interacted people, to the tenant.",
    document: documents.purchase,
    section: "Standalone licences",
    rank: 2,
  },
  "CI-J.legacy.contact-packs": {
    text: "Old packs of additional contacts add to the quota, but their size is in no source.",
    document: documents.publicSkuLists,
    section: "Marketing additional contacts",
    rank: 2,
  },
  "CI-D.unified.base": {
    text: "A Customer Insights base licence, full or attach, gives 100,000 unified people to the tenant.",
    document: documents.customerInsights,
    section: "Entitlement details",
    rank: 1,
  },
  "CI-D.unified.packs": {
    text: "Each unified people pack adds 100,000, whatever its tier.",
    document: documents.licensingGuide,
    section: "p. 22",
    rank: 3,
  },
  "CI-J.legacy.ci-standalone": {
    text: "The old standalone Customer Insights licence gives 100,000 profiles and no interacted people.",
    document: documents.getLicence,
    section: "Standalone licences",
    rank: 2,
  },
  "CI-D.usage.sum": {
    text: "Unified people in use are the sum of the customers of all Customer Insights - Data instances.",
    document: documents.customerInsights,
    section: "Where can I see my quotas and quota usage?",
    rank: 1,
  },
  "CI-STO.base-once": {
    text: "The storage of the base offer comes once to a tenant, however many base licences it owns.",
    document: documents.customerInsights,
    section: "Entitlement details",
    rank: 1,
  },
  "CI-STO.packs": {
    text: "Packs add storage: 15 GB database and 20 GB file for 100,000 unified people, 1 GB database and 2 GB file for 50,000 interacted people.",
    document: documents.licensingGuide,
    section: "p. 63, note 4",
    rank: 3,
  },
  "CI-STO.legacy": {
    text: "The storage of the standalone Marketing and Customer Insights licences is in no source.",
    document: documents.readingFigures,
    section: "What is not known",
    rank: "own",
  },
  "CC.storage.database": {
    text: "Contact Center gives 10 GB database once to a tenant and 250 MB for each user licence.",
    document: documents.contactCenter,
    section: "Dataverse allotments",
    rank: 1,
  },
  "CC.storage.file": {
    text: "Contact Center gives 20 GB file once to a tenant, 35 GB for each licence with voice and 2 GB for each digital one.",
    document: documents.contactCenter,
    section: "Dataverse allotments",
    rank: 1,
  },
  "CC.storage.log": {
    text: "Contact Center gives 2 GB log for each user licence.",
    document: documents.contactCenter,
    section: "Dataverse allotments",
    rank: 1,
  },
  "CC.routes": {
    text: "Each licence with digital channels gives 50 record routes a month; a Unified Routing pack adds 10,000.",
    document: documents.contactCenter,
    section: "Record routing allotments",
    rank: 1,
  },
  "CC.voice.voicebot": {
    text: "Each licence with voice gives 2,000 voicebot minutes a month; more come in steps of 500.",
    document: documents.contactCenter,
    section: "Voice allotments",
    rank: 1,
  },
  "CC.voice.call-intelligence": {
    text: "Each licence with voice gives 6,000 call intelligence minutes a month; more come in steps of 500.",
    document: documents.contactCenter,
    section: "Voice allotments",
    rank: 1,
  },
  "STO.entitlement.tenant": {
    text: "Storage owned is one default for the tenant, what each licence accrues, and bought add-ons of 1 GB.",
    document: documents.capacity,
    section: "Capacity, how it is calculated",
    rank: 2,
  },
  "STO.env.excluded": {
    text: "Teams, trial, preview, support and developer environments take nothing of the storage pools.",
    document: documents.capacity,
    section: "Environments and their types",
    rank: 2,
  },
  "STO.env.default": {
    text: "The default environment brings 3 GB database, 3 GB file and 1 GB log, and only what is above counts.",
    document: documents.capacity,
    section: "Default environment",
    rank: 2,
  },
  "STO.thresholds": {
    text: "Under 15 % free is near the limit and under 5 % free is critical, after cover by other pools.",
    document: documents.capacity,
    section: "Changes for exceeding storage capacity entitlements",
    rank: 2,
  },
  "STO.overflow": {
    text: "Spare database covers log and file, spare log covers file, spare file covers nothing.",
    document: documents.capacity,
    section: "Changes for exceeding storage capacity entitlements",
    rank: 2,
  },
  "STO.blocked-operations": {
    text: "While storage is over, environments cannot be created, copied, restored, recovered, converted or given a database; some need 1 GB free at any time.",
    document: documents.capacity,
    section: "Changes for exceeding storage capacity entitlements",
    rank: 2,
  },
  "DATA.sku.unknown": {
    text: "A licence that the catalogue does not know is shown and not counted until somebody says what it is.",
    document: documents.readingFigures,
    section: "Licences",
    rank: "own",
  },
  "DATA.sku.inferred": {
    text: "A licence recognised by its service plan is counted and marked, so that somebody can confirm it.",
    document: documents.readingFigures,
    section: "Licences",
    rank: "own",
  },
  "DATA.coverage": {
    text: "An environment that was not read is missing from a total, which is then a lower bound.",
    document: documents.readingFigures,
    section: "Coverage",
    rank: "own",
  },
  "DATA.age": {
    text: "Figures older than the agreed age are called stale.",
    document: documents.readingFigures,
    section: "Age",
    rank: "own",
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

/** Document and section of a rule. */
export const sourceOf = (rule: RuleId): RuleSource => ({
  document: rules[rule].document,
  section: rules[rule].section,
});
