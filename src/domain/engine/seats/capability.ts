/** Which channels somebody may work with by the licences held (CC.capability.user). */
import { channelBearers } from "../../catalog/channelPlans";
import type { ProductId } from "../../catalog/products";
import type { Agent, Channel } from "../../snapshot/seats";
import { isExternal } from "./externalUsers";

/** Whether one of the products bears the channel. */
export const bears = (products: ReadonlySet<ProductId>, channel: Channel): boolean =>
  channelBearers.some((plan) => products.has(plan.product) && plan.channels.includes(channel));

/** Channels that somebody works with and holds no plan for; none for external people. */
export const missingChannels = (agent: Agent, products: ReadonlySet<ProductId>): readonly Channel[] =>
  isExternal(agent) ? [] : agent.channels.filter((channel) => !bears(products, channel));
