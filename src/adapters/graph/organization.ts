/** `GET /v1.0/organization`: the name that people know the tenant by. */
import * as v from "valibot";
import { guid } from "../http/guid";
import { allItems, pageOf } from "../http/pages";
import type { GraphClient } from "./createGraphClient";

const page = pageOf(v.object({ id: guid, displayName: v.nullish(v.string()) }));

/** Display name of the tenant; `undefined` when it has none. */
export async function readOrganizationName(
  graph: GraphClient,
  tenantId: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const first = graph.url("/organization?$select=id,displayName");
  const organizations = await allItems(first, (url) => graph.get(url, page, signal));
  return organizations.find(({ id }) => id === tenantId.toLowerCase())?.displayName ?? undefined;
}
