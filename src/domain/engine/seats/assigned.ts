/** Licences of a channel that are assigned to somebody, as the directory counts them. */
import { channelBearers } from "../../catalog/channelPlans";
import type { Measured } from "../../measured";
import type { Channel } from "../../snapshot/seats";
import type { CountingInput } from "../used/countingInput";
import { skuResolver } from "../licences/resolveSku";

const channelOf = { seatsDigital: "digital", seatsVoice: "voice" } as const satisfies Record<string, Channel>;

/** Assigned seats of plans that bear the channel. Licences count, assigned or not (CC.usl.counting); this is the rest. */
export const seatsAssigned =
  (meter: keyof typeof channelOf) =>
  ({ facts: { subscribedSkus }, settings }: CountingInput): Measured => {
    if (subscribedSkus.kind === "notRead") return { kind: "unknown", reason: subscribedSkus.reason };
    const resolve = skuResolver(settings.overrides);
    const bearing = new Set<string>(
      channelBearers.flatMap(({ product, channels }) => (channels.includes(channelOf[meter]) ? [product] : [])),
    );
    const value = subscribedSkus.value.reduce((sum, { skuId, skuPartNumber, servicePlans, assigned }) => {
      const resolved = resolve({ skuId, skuPartNumber, planIds: servicePlans.map(({ id }) => id) });
      return resolved.grade !== "unknown" && bearing.has(resolved.product) ? sum + assigned : sum;
    }, 0);
    const { asOf, source } = subscribedSkus;
    return { kind: "known", value, asOf, source, confidence: "measured" };
  };
