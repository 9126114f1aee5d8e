/**
 * `GET licensing/environments/{id}/entitlements` (apis.md 7.2).
 *
 * 204 means that the environment has no row. 404 does not: an entitlement that nobody uses answers 200 with an empty
 * list, so a 404 says that the route or the environment is not there, and the source stays unread.
 */
import * as v from "valibot";
import type { EntitlementRow } from "../../domain";
import { endpointName } from "../http/errors";
import { instant, toInstant } from "../http/instant";
import { pages, pageOf, type Page } from "../http/pages";
import { readJson } from "../http/readJson";
import { powerPlatformApiVersion, type Service } from "./connect";

/** Some rows carry a bare day. It stands for its beginning, in UTC. */
const updated = v.pipe(
  v.string(),
  v.transform((text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? toInstant(`${text}T00:00:00Z`) : text)),
  instant,
);

const row = v.pipe(
  v.object({
    entitlementId: v.string(),
    productCategories: v.nullish(v.array(v.string()), []),
    entitlement: v.object({
      unit: v.nullish(v.string(), ""),
      capacity: v.nullish(
        v.object({
          consumed: v.nullish(v.object({ value: v.nullish(v.number()), lastUpdatedOn: v.nullish(updated) })),
        }),
      ),
    }),
  }),
  v.transform(({ entitlementId, productCategories, entitlement }): EntitlementRow => ({
    entitlementId,
    categories: productCategories,
    unit: entitlement.unit,
    ...consumption(entitlement.capacity?.consumed),
  })),
);

interface Consumed {
  readonly value?: number | null | undefined;
  readonly lastUpdatedOn?: string | null | undefined;
}

/** A figure from year 1 was never measured, whatever it says. */
function consumption(consumed: Consumed | null | undefined): Pick<EntitlementRow, "consumed" | "measuredAt"> {
  const { value, lastUpdatedOn } = consumed ?? {};
  if (value == null || lastUpdatedOn?.startsWith("0001-")) return {};
  return { consumed: Math.round(value), ...(lastUpdatedOn ? { measuredAt: lastUpdatedOn } : {}) };
}

/** A bare list, or pages that carry a token or a link. */
const page = v.pipe(
  v.unknown(),
  v.transform((answer) => (Array.isArray(answer) ? { value: answer } : answer)),
  v.intersect([pageOf(row), v.object({ continuationtoken: v.nullish(v.string()) })]),
);

type EntitlementPage = Page<EntitlementRow> & { readonly continuationtoken?: string | null | undefined };

export async function readEntitlements(
  { origin, send }: Service,
  environmentId: string,
  signal: AbortSignal,
): Promise<readonly EntitlementRow[]> {
  const first = `${origin}/licensing/environments/${environmentId}/entitlements?api-version=${powerPlatformApiVersion}`;
  const read = async (url: string): Promise<EntitlementPage> => {
    const response = await send({ method: "GET", url, headers: { accept: "application/json" }, signal });
    return response.status === 204
      ? { items: [], next: undefined }
      : readJson(page, response, endpointName("GET", url));
  };
  const rows: EntitlementRow[] = [];
  const next = (answer: EntitlementPage) => answer.next ?? linkWith(first, answer.continuationtoken);
  for await (const { items } of pages(first, read, { next })) rows.push(...items);
  return rows;
}

function linkWith(first: string, token: string | null | undefined): string | undefined {
  return token ? `${first}&continuationToken=${encodeURIComponent(token)}` : undefined;
}
