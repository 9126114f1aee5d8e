/** What the seven Contact Center plans and their packs give (edition `seed`, S-CC literal). */
import type { Grant, Way } from "./grant";
import type { MeterId } from "./meters";
import type { ProductId } from "./products";
import type { RuleId } from "./rules";
import { tenantDefault } from "./tenantDefault";

interface Plan {
  readonly product: ProductId;
  readonly digital: boolean;
  readonly voice: boolean;
  /** An add-on to Customer Service Enterprise: its database and log are an open reading (`addOnsAccrueDatabase`). */
  readonly addOn: boolean;
}

/** All seven count as Contact Center user licences (CC.usl.counting). */
const plans: readonly Plan[] = [
  { product: "contactCenter", digital: true, voice: true, addOn: false },
  { product: "contactCenterDigital", digital: true, voice: false, addOn: false },
  { product: "contactCenterVoice", digital: false, voice: true, addOn: false },
  { product: "contactCenterAddOn", digital: true, voice: true, addOn: true },
  { product: "contactCenterDigitalAddOn", digital: true, voice: false, addOn: true },
  { product: "contactCenterVoiceAddOn", digital: false, voice: true, addOn: true },
  { product: "customerServicePremium", digital: true, voice: true, addOn: false },
];

const each: Way = { kind: "each" };

const perUser = (product: ProductId, meter: MeterId, amount: number, rule: RuleId): Grant => ({
  product,
  meter,
  amount,
  way: each,
  rule,
});

/** Licences with voice accrue 35 GB of file, also those with both channels; digital ones 2 GB. */
const storage = ({ product, voice, addOn }: Plan): readonly Grant[] => {
  const open = addOn ? { when: { addOnsAccrueDatabase: "true" } as const } : {};
  return [
    ...tenantDefault(
      { product, meter: "storageDatabase", amount: 10_000, rule: "CC.storage.database" },
      "contactCenter",
    ),
    { ...perUser(product, "storageDatabase", 250, "CC.storage.database"), ...open },
    ...tenantDefault({ product, meter: "storageFile", amount: 20_000, rule: "CC.storage.file" }, "contactCenter"),
    perUser(product, "storageFile", voice ? 35_000 : 2_000, "CC.storage.file"),
    { ...perUser(product, "storageLog", 2_000, "CC.storage.log"), ...open },
  ];
};

const minutes = (product: ProductId): readonly Grant[] => [
  perUser(product, "voicebotMinutes", 2_000, "CC.voice.voicebot"),
  perUser(product, "callIntelligenceMinutes", 6_000, "CC.voice.call-intelligence"),
];

const planGrants = (plan: Plan): readonly Grant[] => [
  ...storage(plan),
  ...(plan.digital ? [perUser(plan.product, "recordRoutes", 50, "CC.routes")] : []),
  ...(plan.voice ? minutes(plan.product) : []),
];

/** Rows of this family of products. Copilot Studio messages are no routes and no source converts them: no row. */
export const contactCenterGrants = (): readonly Grant[] => [
  ...plans.flatMap(planGrants),
  perUser("unifiedRouting", "recordRoutes", 10_000, "CC.routes"),
  perUser("voicebotMinutes", "voicebotMinutes", 500, "CC.voice.voicebot"),
  perUser("callIntelligenceMinutes", "callIntelligenceMinutes", 500, "CC.voice.call-intelligence"),
];
