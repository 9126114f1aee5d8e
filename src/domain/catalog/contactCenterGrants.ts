/** What the seven Contact Center plans and their packs give. */
import type { Channel } from "../snapshot/seats";
import { channelBearers, channelPlans, type ChannelPlan } from "./channelPlans";
import { contactCenterStorageGrants } from "./contactCenterStorage";
import type { EditionId } from "./editions";
import type { Grant } from "./grant";
import { each } from "./grantRows";
import type { MeterId } from "./meters";
import type { ProductId } from "./products";

const seatMeters: Readonly<Record<Channel, MeterId>> = { digital: "seatsDigital", voice: "seatsVoice" };

const digital = (product: ProductId): readonly Grant[] => [each(product, "recordRoutes", 50, "CC.routes")];

const voice = (product: ProductId): readonly Grant[] => [
  each(product, "voicebotMinutes", 2_000, "CC.voice.voicebot"),
  each(product, "callIntelligenceMinutes", 6_000, "CC.voice.call-intelligence"),
];

const seats = ({ product, channels }: ChannelPlan): readonly Grant[] =>
  channels.map((channel) => each(product, seatMeters[channel], 1, "CC.capability.user"));

const planGrants = ({ product, channels }: ChannelPlan): readonly Grant[] => [
  ...(channels.includes("digital") ? digital(product) : []),
  ...(channels.includes("voice") ? voice(product) : []),
];

/** Rows of this family of products. Copilot Studio messages are a meter of their own: no source makes routes of them. */
export const contactCenterGrants = (edition: EditionId): readonly Grant[] => [
  ...channelPlans.flatMap((plan) => contactCenterStorageGrants(plan, edition)),
  ...channelPlans.flatMap(planGrants),
  ...channelBearers.flatMap(seats),
  each("unifiedRouting", "recordRoutes", 10_000, "CC.routes"),
  each("voicebotMinutes", "voicebotMinutes", 500, "CC.voice.voicebot"),
  each("callIntelligenceMinutes", "callIntelligenceMinutes", 500, "CC.voice.call-intelligence"),
];
