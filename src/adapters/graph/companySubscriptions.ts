/** `GET /v1.0/directory/subscriptions` (apis.md 1.2): the only place that says what is a trial and when it ends. */
import * as v from "valibot";
import type { CompanySubscription } from "../../domain";
import { guid } from "../http/guid";
import { instant } from "../http/instant";
import { allItems, pageOf } from "../http/pages";
import type { GraphClient } from "./createGraphClient";

const companySubscription = v.pipe(
  v.object({
    id: guid,
    skuId: guid,
    skuPartNumber: v.string(),
    status: v.string(),
    isTrial: v.boolean(),
    totalLicenses: v.pipe(v.number(), v.integer(), v.minValue(0)),
    createdDateTime: v.nullish(instant),
    nextLifecycleDateTime: v.nullish(instant),
  }),
  v.transform(({ totalLicenses, createdDateTime, nextLifecycleDateTime, ...same }): CompanySubscription => ({
    ...same,
    totalLicences: totalLicenses,
    ...(createdDateTime ? { createdAt: createdDateTime } : {}),
    ...(nextLifecycleDateTime ? { nextLifecycleAt: nextLifecycleDateTime } : {}),
  })),
);

const page = pageOf(companySubscription);

export const readCompanySubscriptions = (
  graph: GraphClient,
  signal: AbortSignal,
): Promise<readonly CompanySubscription[]> =>
  allItems(graph.url("/directory/subscriptions"), (url) => graph.get(url, page, signal));
