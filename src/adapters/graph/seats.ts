/**
 * `GET /v1.0/users` with `licenseAssignmentStates` (apis.md 1.3): who holds which licence now. The property comes only
 * when it is selected. An account that is switched off keeps its licence, so nobody asks whether it is.
 */
import * as v from "valibot";
import type { Seat } from "../../domain";
import { guid } from "../http/guid";
import { pageOf, pages } from "../http/pages";
import type { GraphClient } from "./createGraphClient";

/** The largest page that the service gives. */
const path = "/users?$select=id,licenseAssignmentStates&$top=999";

const user = v.object({
  id: guid,
  licenseAssignmentStates: v.nullable(v.array(v.object({ skuId: guid, state: v.string() }))),
});

type WireUser = v.InferOutput<typeof user>;

const page = pageOf(user);

/** A licence is in use in these; the others (`Disabled`, `Error`) say that the user did not get it or has it no more. */
const heldStates = new Set(["Active", "ActiveWithError"]);

/** Page by page, so that of a large directory only the pairs are kept. `skuIds`: of these only, of all when absent. */
export async function readSeats(
  graph: GraphClient,
  skuIds: ReadonlySet<string> | undefined,
  signal: AbortSignal,
): Promise<readonly Seat[]> {
  const seats: Seat[] = [];
  const known = new Set<string>();
  const read = (url: string) => graph.get(url, page, signal);
  for await (const { items } of pages(graph.url(path), read, { next: ({ next }) => next })) {
    for (const one of items) {
      // Who is changed while the pages are read may come a second time.
      if (known.has(one.id)) continue;
      known.add(one.id);
      seats.push(...seatsOf(one, skuIds));
    }
  }
  return seats;
}

/** One SKU may be assigned directly and by groups: that is one licence. */
function seatsOf({ id, licenseAssignmentStates }: WireUser, skuIds: ReadonlySet<string> | undefined): readonly Seat[] {
  const held = (licenseAssignmentStates ?? []).filter(({ state }) => heldStates.has(state));
  const counted = held.filter(({ skuId }) => skuIds?.has(skuId) ?? true);
  return [...new Set(counted.map(({ skuId }) => skuId))].map((skuId) => ({ userId: id, skuId }));
}
