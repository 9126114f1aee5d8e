/** What Customer Insights, the old Marketing and the old Customer Insights give (edition `seed`). */
import { installsUnlimitedFrom } from "./cutOverDates";
import { documents } from "./documents";
import type { Grant } from "./grant";
import { each, unsized } from "./grantRows";
import type { MeterId } from "./meters";
import type { ProductId } from "./products";
import type { RuleId } from "./rules";
import { tenantDefault } from "./tenantDefault";

/** A quota of a base licence: summed over the licences, or once, by the switch `basePeopleStacking`. */
const stacked = (
  product: ProductId,
  meter: MeterId,
  amount: number,
  family: string,
  rule: RuleId,
): readonly Grant[] => [
  { ...each(product, meter, amount, rule), when: { basePeopleStacking: "sum" } },
  { product, meter, amount, way: { kind: "once", family }, rule, when: { basePeopleStacking: "once" } },
];

const installs = (product: ProductId, meter: MeterId, amount: number): Grant => ({
  product,
  meter,
  amount,
  way: { kind: "unlimited", from: installsUnlimitedFrom },
  rule: "CI-J.install.limit",
});

const outbound = (product: ProductId, amount: number): Grant =>
  each(product, "installOutbound", amount, "CI-J.install.outbound");

const trialEnvironment = (product: ProductId): Grant => ({
  product,
  meter: "trialEnvironments",
  amount: 1,
  way: { kind: "subscription" },
  rule: "CI-J.trial.limits",
  trial: true,
});

/** The licence guidance says "once" and gives no numbers; the numbers are those of the licensing guide. */
const baseStorage = (product: ProductId): readonly Grant[] => {
  const source = { document: documents.licensingGuide, section: "p. 23 and p. 63" };
  const once = (meter: MeterId, amount: number) =>
    tenantDefault({ product, meter, amount, rule: "CI-STO.base-once", source }, "customerInsights");
  return [...once("storageDatabase", 45_000), ...once("storageFile", 60_000), ...once("storageLog", 4_000)];
};

const base = (product: ProductId): readonly Grant[] => [
  ...stacked(product, "interactedPeople", 10_000, "customerInsights", "CI-J.interacted-people.base"),
  ...stacked(product, "unifiedPeople", 100_000, "customerInsights", "CI-D.unified.base"),
  ...baseStorage(product),
  outbound(product, 4),
  installs(product, "installJourneys", 4),
  installs(product, "installData", 4),
  trialEnvironment(product),
];

const legacyStorage = (product: ProductId): readonly Grant[] =>
  (["storageDatabase", "storageFile", "storageLog"] as const).map((meter) => unsized(product, meter, "CI-STO.legacy"));

const legacyMarketing = (product: ProductId): readonly Grant[] => [
  ...stacked(product, "interactedPeople", 10_000, "marketing", "CI-J.legacy.base"),
  ...legacyStorage(product),
  outbound(product, 1),
  installs(product, "installJourneys", 1),
  trialEnvironment(product),
];

const legacyInsights = (product: ProductId): readonly Grant[] => [
  ...stacked(product, "unifiedPeople", 100_000, "legacyInsights", "CI-J.legacy.ci-standalone"),
  ...legacyStorage(product),
  installs(product, "installData", 4),
  trialEnvironment(product),
];

/** An add-on for an application: an outbound slot, and before the limit was lifted an installation. */
const application = (product: ProductId): readonly Grant[] => [
  outbound(product, 1),
  installs(product, "installJourneys", 1),
];

/** Storage of interacted people packs under the three readings of `interactedPackStorage`; per 50,000 people. */
const packStorage = (product: ProductId, people: number, meter: MeterId, per50k: number): readonly Grant[] => {
  const blocks = { kind: "blocks", family: "interactedPeople", weight: people, block: 50_000 } as const;
  const giving = (amount: number): Grant => each(product, meter, amount, "CI-STO.packs");
  const proRata: Grant = { ...giving((per50k * people) / 50_000), when: { interactedPackStorage: "prorata" } };
  const inBlocks: Grant = { ...giving(per50k), way: blocks, when: { interactedPackStorage: "floor50k" } };
  const third: Grant = { ...giving(per50k), when: { interactedPackStorage: "t3only" } };
  return people === 50_000 ? [inBlocks, third, proRata] : [inBlocks, proRata];
};

const interactedPack = (product: ProductId, people: number): readonly Grant[] => [
  each(product, "interactedPeople", people, "CI-J.interacted-people.packs"),
  ...packStorage(product, people, "storageDatabase", 1_000),
  ...packStorage(product, people, "storageFile", 2_000),
];

const unifiedPack = (product: ProductId): readonly Grant[] => [
  each(product, "unifiedPeople", 100_000, "CI-D.unified.packs"),
  each(product, "storageDatabase", 15_000, "CI-STO.packs"),
  each(product, "storageFile", 20_000, "CI-STO.packs"),
];

const contactPacks = [
  "marketingContactsT1",
  "marketingContactsT2",
  "marketingContactsT3",
  "marketingContactsT4",
  "marketingContactsT5",
  "marketingContactsPlan",
] as const satisfies readonly ProductId[];

/**
 * Rows of this family of products. Old licences and new ones are families of their own, so a tenant with both has the
 * sum (CI-J.legacy.no-transfer), and a pack adds to either base (CI-J.legacy.new-packs). People of the two kinds are two
 * meters that nothing connects (CI-D.meters.independent), and no row asks for installations (CI-J.quota.not-per-install).
 */
export const customerInsightsGrants = (): readonly Grant[] => [
  ...base("customerInsightsBase"),
  ...base("customerInsightsAttach"),
  ...interactedPack("interactedPeopleT3", 50_000),
  ...interactedPack("interactedPeopleT2", 10_000),
  ...interactedPack("interactedPeopleT1", 5_000),
  ...unifiedPack("unifiedPeopleT1"),
  ...unifiedPack("unifiedPeopleT2"),
  ...unifiedPack("unifiedPeopleT3"),
  ...legacyMarketing("marketingBase"),
  ...legacyMarketing("marketingAttach"),
  ...contactPacks.map((product) => unsized(product, "interactedPeople", "CI-J.legacy.contact-packs")),
  ...application("marketingApplication"),
  ...application("marketingSandboxApplication"),
  ...legacyInsights("legacyInsightsBase"),
  ...legacyInsights("legacyInsightsAttach"),
  unsized("legacyInsightsProfiles", "unifiedPeople", "CI-J.legacy.ci-standalone"),
  trialEnvironment("customerInsightsTrial"),
];
