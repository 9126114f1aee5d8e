/** What is sold to raise a meter. */
import { prerequisitePlans } from "../../catalog/channelPlans";
import type { MeterId } from "../../catalog/meters";
import type { ProductId } from "../../catalog/products";
import type { RuleId } from "../../catalog/rules";
import { storageAddOn } from "../../catalog/storage";
import { tiersOf } from "../../catalog/tiers";

export interface Offer {
  readonly product: ProductId;
  /** Packs that must and may be held of it, where it is sold in tiers. */
  readonly min?: number;
  readonly max?: number;
  /** Licences of which the tenant has to hold one for each of these. */
  readonly needs?: readonly ProductId[];
}

export interface Sale {
  readonly offers: readonly Offer[];
  readonly rule: RuleId;
  /** Tiers stand in their order and the first that fits is meant; of other offers the fewest units are. */
  readonly tiered: boolean;
}

const sale = (rule: RuleId, ...offers: readonly Offer[]): Sale => ({ offers, rule, tiered: false });
const packs = (rule: RuleId, ...products: readonly ProductId[]): Sale =>
  sale(rule, ...products.map((product) => ({ product })));

const tiered = (meter: MeterId, rule: RuleId): Sale => ({ offers: tiersOf(meter), rule, tiered: true });

/** Meters without a row can be raised by no purchase of their own: outbound slots and trials are sold no more or never. */
const sales: Partial<Readonly<Record<MeterId, Sale>>> = {
  interactedPeople: tiered("interactedPeople", "CI-J.interacted-people.packs"),
  monthlyInteractions: tiered("interactedPeople", "CI-J.interactions.monthly"),
  unifiedPeople: tiered("unifiedPeople", "CI-D.unified.packs"),
  storageDatabase: packs("CC.storage.more", storageAddOn.products.storageDatabase),
  storageFile: packs("CC.storage.more", storageAddOn.products.storageFile),
  storageLog: packs("CC.storage.more", storageAddOn.products.storageLog),
  recordRoutes: packs("CC.routes", "unifiedRouting"),
  voicebotMinutes: packs("CC.voice.voicebot", "voicebotMinutes"),
  callIntelligenceMinutes: packs("CC.voice.call-intelligence", "callIntelligenceMinutes"),
  seatsDigital: sale(
    "CC.capability.user",
    { product: "contactCenterDigitalAddOn", needs: prerequisitePlans },
    { product: "contactCenterDigital" },
  ),
  seatsVoice: sale(
    "CC.capability.user",
    { product: "contactCenterVoiceAddOn", needs: prerequisitePlans },
    { product: "contactCenterVoice" },
  ),
  addOnDigital: packs("CC.addon.max", "customerServiceEnterprise"),
  addOnVoice: packs("CC.addon.max", "customerServiceEnterprise"),
  addOnBoth: packs("CC.addon.max", "customerServiceEnterprise"),
  cases: packs("CSI.balance", "serviceInsights", "serviceInsightsCases"),
  copilotMessages: packs("CC.routes.copilot-studio", "copilotStudio"),
  copilotSessions: packs("CC.pva.exclusive", "powerVirtualAgents"),
};

export const saleOf = (meter: MeterId): Sale | undefined => sales[meter];
