/** Environments of the tenant with their storage (apis.md 3.1): the only list that has the capacity of each. */
import * as v from "valibot";
import type { Environment, StorageReading } from "../../domain";
import { getJson } from "../http/readJson";
import { environmentId } from "../http/guid";
import { instant, measuredInstant } from "../http/instant";
import { allItems, pageOf } from "../http/pages";
import type { Service } from "./connect";
import { environmentType, httpsOrigin } from "./environmentParts";
import { megabytes, poolOf } from "./storage";

const path =
  "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=2023-06-01&$expand=properties.capacity";

const capacity = v.object({
  capacityType: v.string(),
  actualConsumption: v.number(),
  ratedConsumption: v.number(),
  capacityUnit: v.nullish(v.string()),
  updatedOn: measuredInstant,
});

const environment = v.object({
  name: environmentId,
  location: v.nullish(v.string(), ""),
  properties: v.object({
    displayName: v.string(),
    environmentSku: v.nullish(v.string(), ""),
    isDefault: v.nullish(v.boolean(), false),
    provisioningState: v.nullish(v.string()),
    createdTime: v.nullish(instant),
    capacity: v.nullish(v.array(capacity), []),
    linkedEnvironmentMetadata: v.nullish(
      v.object({ instanceUrl: v.nullish(httpsOrigin), instanceState: v.nullish(v.string()) }),
    ),
    states: v.nullish(
      v.object({
        management: v.nullish(v.object({ id: v.nullish(v.string()) })),
        runtime: v.nullish(v.object({ id: v.nullish(v.string()) })),
      }),
    ),
  }),
});

type WireEnvironment = v.InferOutput<typeof environment>;

const page = pageOf(v.pipe(environment, v.transform(toEnvironment)));

export const readEnvironments = (bap: Service, signal: AbortSignal): Promise<readonly Environment[]> =>
  allItems(`${bap.origin}${path}`, (url) => getJson(bap.send, { url, schema: page, signal }));

function toEnvironment({ name, location, properties }: WireEnvironment): Environment {
  const { displayName, createdTime, linkedEnvironmentMetadata } = properties;
  const instanceUrl = linkedEnvironmentMetadata?.instanceUrl;
  return {
    id: name,
    name: displayName,
    type: properties.isDefault ? "default" : environmentType(properties.environmentSku),
    region: location,
    ready: isReady(properties),
    storage: properties.capacity.flatMap(toStorage),
    ...(instanceUrl ? { instanceUrl } : {}),
    ...(createdTime ? { createdAt: createdTime } : {}),
  };
}

/** A state that the service does not name does not speak against the environment; one that it names must be the good one. */
function isReady({ provisioningState, states, linkedEnvironmentMetadata }: WireEnvironment["properties"]): boolean {
  const said = [
    [provisioningState, "Succeeded"],
    [states?.management?.id, "Ready"],
    [states?.runtime?.id, "Enabled"],
    [linkedEnvironmentMetadata?.instanceState, "Ready"],
  ] as const;
  return said.every(([state, good]) => state == null || state === "NotSpecified" || state === good);
}

/** Rows of other capacities are left out, and rows that were never measured: they say 0 and mean nothing. */
function toStorage(row: v.InferOutput<typeof capacity>): readonly StorageReading[] {
  const pool = poolOf(row.capacityType);
  if (!pool || !row.updatedOn) return [];
  const unit = row.capacityUnit ?? "MB";
  return [
    {
      pool,
      actual: megabytes(row.actualConsumption, unit),
      rated: megabytes(row.ratedConsumption, unit),
      updatedAt: row.updatedOn,
    },
  ];
}
