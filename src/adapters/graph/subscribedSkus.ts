/** `GET /v1.0/subscribedSkus` (apis.md 1.1). */
import * as v from "valibot";
import type { SubscribedSku } from "../../domain";
import { guid } from "../http/guid";
import { allItems, pageOf } from "../http/pages";
import type { GraphClient } from "./createGraphClient";

const units = v.pipe(v.number(), v.integer(), v.minValue(0));

const subscribedSku = v.pipe(
  v.object({
    skuId: guid,
    skuPartNumber: v.string(),
    appliesTo: v.string(),
    capabilityStatus: v.string(),
    consumedUnits: units,
    // A state that no unit is in may be left out; the states themselves may not.
    prepaidUnits: v.object({
      enabled: units,
      warning: v.nullish(units, 0),
      suspended: v.nullish(units, 0),
      lockedOut: v.nullish(units, 0),
    }),
    servicePlans: v.array(v.object({ servicePlanId: guid, servicePlanName: v.string() })),
    subscriptionIds: v.nullish(v.array(guid), []),
  }),
  v.transform((sku): SubscribedSku => ({
    skuId: sku.skuId,
    skuPartNumber: sku.skuPartNumber,
    appliesTo: sku.appliesTo,
    status: sku.capabilityStatus,
    units: sku.prepaidUnits,
    assigned: sku.consumedUnits,
    servicePlans: sku.servicePlans.map((plan) => ({ id: plan.servicePlanId, name: plan.servicePlanName })),
    subscriptionIds: sku.subscriptionIds,
  })),
);

const page = pageOf(subscribedSku);

export const readSubscribedSkus = (graph: GraphClient, signal: AbortSignal): Promise<readonly SubscribedSku[]> =>
  allItems(graph.url("/subscribedSkus"), (url) => graph.get(url, page, signal));
