/** The answer of a source, or why there is none. */
import * as v from "valibot";
import type { ReasonCode, SourceId } from "../../domain";
import { instant, looseText, oneOf, shape } from "./values";

const sourceIds = [
  ...(["graph.subscribedSkus", "graph.subscriptions", "graph.users", "dataverse.solutions"] as const),
  ...(["powerplatform.environments", "powerplatform.tenantCapacity", "powerplatform.applicationPackages"] as const),
  ...(["powerplatform.entitlements", "powerplatform.currencies", "powerplatform.allocations"] as const),
  ...(["activity", "workspaces", "import.csv", "catalogue"] as const),
] satisfies readonly SourceId[];

const reasonCodes = [
  ...(["forbidden", "unauthenticated", "unreachable", "throttled", "serverError", "shapeChanged"] as const),
  ...(["notFound", "cancelled", "noDataverse", "environmentNotReady", "noReading", "notBound"] as const),
  ...(["neverMeasured", "sourceNotRead", "notInCatalogue", "notMetered"] as const),
] satisfies readonly ReasonCode[];

const source = oneOf(sourceIds);
const reason = shape({ code: oneOf(reasonCodes), detail: v.exactOptional(looseText) });

export const read = <T extends v.GenericSchema>(value: T) =>
  v.variant(
    "kind",
    [
      shape({ kind: v.literal("read"), source, asOf: instant, value, lacking: v.exactOptional(reason) }),
      shape({ kind: v.literal("notRead"), source, reason }),
    ],
    "expected one of read, notRead",
  );
