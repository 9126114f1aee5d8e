/**
 * `GET environmentmanagement/environments` (apis.md 3.1): the list of the newer service. It tells no storage, so every
 * environment of it has none that is known.
 */
import * as v from "valibot";
import type { Environment } from "../../domain";
import { environmentId } from "../http/guid";
import { instant } from "../http/instant";
import { allItems, pageOf } from "../http/pages";
import { getJson } from "../http/readJson";
import { powerPlatformApiVersion, type Service } from "./connect";
import { environmentType, httpsOrigin } from "./environmentParts";

const path = `/environmentmanagement/environments?api-version=${powerPlatformApiVersion}`;

const environment = v.object({
  id: environmentId,
  displayName: v.string(),
  type: v.nullish(v.string(), ""),
  state: v.nullish(v.string()),
  geo: v.nullish(v.string(), ""),
  url: v.nullish(v.union([v.literal(""), httpsOrigin])),
  adminMode: v.nullish(v.union([v.string(), v.boolean()])),
  createdDateTime: v.nullish(instant),
  deletedDateTime: v.nullish(instant),
});

type WireEnvironment = v.InferOutput<typeof environment>;

const page = pageOf(v.pipe(environment, v.transform(toEnvironment)));

export const readPlatformEnvironments = (
  powerPlatform: Service,
  signal: AbortSignal,
): Promise<readonly Environment[]> =>
  allItems(`${powerPlatform.origin}${path}`, (url) => getJson(powerPlatform.send, { url, schema: page, signal }));

function toEnvironment(wire: WireEnvironment): Environment {
  const { id, displayName, type, geo, url, createdDateTime } = wire;
  return {
    ...{ id, name: displayName, type: environmentType(type), region: geo, ready: isReady(wire), storage: [] },
    ...(url ? { instanceUrl: url } : {}),
    ...(createdDateTime ? { createdAt: createdDateTime } : {}),
  };
}

/** As in the other list, silence does not speak against an environment; year 1 is no time at which it was deleted. */
function isReady({ state, adminMode, deletedDateTime }: WireEnvironment): boolean {
  const isDeleted = deletedDateTime != null && !deletedDateTime.startsWith("0001-");
  const isClosed = adminMode === true || adminMode === "Enabled";
  return !isDeleted && !isClosed && (state == null || goodStates.has(state));
}

const goodStates = new Set(["Enabled", "Ready", "NotSpecified"]);
