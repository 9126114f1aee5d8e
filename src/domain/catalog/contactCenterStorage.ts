/** Storage of the Contact Center plans. The editions differ here, and the log has an open reading. */
import type { RuleSource } from "../snapshot/snapshot";
import type { ChannelPlan } from "./channelPlans";
import { documents } from "./documents";
import type { EditionId } from "./editions";
import type { Grant } from "./grant";
import { each } from "./grantRows";
import { sourceOf, type RuleId } from "./rules";
import { tenantDefault } from "./tenantDefault";

interface Bases {
  /** MB, once to a tenant. */
  readonly database: number;
  readonly file: number;
  /** What the switch value `edition` means. */
  readonly log: "perLicence" | "once";
  /** Where a base stands. */
  readonly sourceOf: (rule: RuleId) => RuleSource;
}

const guide: RuleSource = { document: documents.licensingGuide, section: "p. 20 and p. 63" };

const bases: Readonly<Record<EditionId, Bases>> = {
  seed: { database: 10_000, file: 20_000, log: "perLicence", sourceOf },
  "lg-2026-07": { database: 30_000, file: 40_000, log: "once", sourceOf: () => guide },
};

const logAmount = 2_000;

const once = ({ product }: ChannelPlan, edition: Bases): readonly Grant[] => {
  const database = {
    product,
    meter: "storageDatabase",
    amount: edition.database,
    rule: "CC.storage.database",
  } as const;
  const file = { product, meter: "storageFile", amount: edition.file, rule: "CC.storage.file" } as const;
  return [database, file].flatMap((row) =>
    tenantDefault({ ...row, source: edition.sourceOf(row.rule) }, "contactCenter"),
  );
};

/** Database and log of the three add-ons are not confirmed (CC.usl.counting). */
const whenAccruing = ({ maximum }: ChannelPlan): Grant["when"] =>
  maximum === undefined ? {} : { addOnsAccrueDatabase: "true" };

const logPerLicence = (plan: ChannelPlan, reading: "edition" | "perLicence"): Grant => ({
  ...each(plan.product, "storageLog", logAmount, "CC.storage.log"),
  when: { ...whenAccruing(plan), contactCenterLog: reading },
});

const logOnce = ({ product }: ChannelPlan, reading: "edition" | "once"): readonly Grant[] =>
  tenantDefault(
    {
      ...{ product, meter: "storageLog", amount: logAmount, rule: "CC.storage.log", source: guide },
      when: { contactCenterLog: reading },
    },
    "contactCenter",
  );

/** The licence guidance reads 2 GB for each licence, the licensing guide 2 GB for the tenant: never both. */
const log = (plan: ChannelPlan, edition: Bases): readonly Grant[] => [
  ...(edition.log === "perLicence" ? [logPerLicence(plan, "edition")] : logOnce(plan, "edition")),
  logPerLicence(plan, "perLicence"),
  ...logOnce(plan, "once"),
];

/** Licences with voice accrue 35 GB of file, also those with both channels; digital ones 2 GB. */
const accrued = (plan: ChannelPlan): readonly Grant[] => [
  { ...each(plan.product, "storageDatabase", 250, "CC.storage.database"), when: { ...whenAccruing(plan) } },
  each(plan.product, "storageFile", plan.channels.includes("voice") ? 35_000 : 2_000, "CC.storage.file"),
];

export const contactCenterStorageGrants = (plan: ChannelPlan, edition: EditionId): readonly Grant[] => [
  ...once(plan, bases[edition]),
  ...accrued(plan),
  ...log(plan, bases[edition]),
];
