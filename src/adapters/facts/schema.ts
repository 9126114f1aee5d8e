/** The shape of a file of facts: what `TenantFacts` holds, nothing more, every figure whole and within its bounds. */
import * as v from "valibot";
import type { TenantFacts } from "../../domain";
import { channels, interactions, activity, workspaces } from "./activitySchema";
import { agents, assignments, seats, sharedAccounts, tableUses } from "./peopleSchema";
import { read } from "./read";
import { givenSettings } from "./settings";
import {
  amount,
  count,
  day,
  flag,
  guid,
  instant,
  list,
  listOf,
  looseText,
  meterId,
  oneOf,
  shape,
  text,
} from "./values";

export const format = "quota-panel-facts";
export const version = 1;

const subscribedSku = shape({
  skuId: guid,
  skuPartNumber: looseText,
  appliesTo: looseText,
  status: looseText,
  units: shape({ enabled: count, warning: count, suspended: count, lockedOut: count }),
  assigned: count,
  servicePlans: list(shape({ id: guid, name: looseText })),
  subscriptionIds: list(guid),
});

const companySubscription = shape({
  id: guid,
  skuId: guid,
  skuPartNumber: looseText,
  status: looseText,
  isTrial: flag,
  totalLicences: count,
  createdAt: v.exactOptional(instant),
  nextLifecycleAt: v.exactOptional(instant),
  autoRenews: v.exactOptional(flag),
});

const pool = oneOf(["database", "file", "log"]);

const environmentTypes = oneOf([
  ...(["production", "sandbox", "developer", "trial", "default"] as const),
  ...(["teams", "preview", "support", "other"] as const),
]);

const addressMessage = "expected an https address without a path, such as https://contoso.crm4.dynamics.com";
const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value;
const address = v.pipe(
  v.string(addressMessage),
  v.regex(/^https:\/\//, addressMessage),
  v.check(isOrigin, addressMessage),
);

const environment = shape({
  id: text,
  name: looseText,
  type: environmentTypes,
  region: looseText,
  ready: flag,
  instanceUrl: v.exactOptional(address),
  createdAt: v.exactOptional(instant),
  storage: listOf(
    shape({ pool, actual: count, rated: count, updatedAt: v.exactOptional(instant) }),
    "pool",
    (reading) => reading.pool,
  ),
});

const tenantCapacity = shape({
  pools: listOf(
    shape({
      pool,
      total: count,
      actual: count,
      rated: count,
      measuredAt: v.exactOptional(instant),
      status: looseText,
    }),
    "pool",
    (row) => row.pool,
  ),
  others: v.exactOptional(list(shape({ type: looseText, unit: looseText, total: amount, actual: amount }))),
});

const packageStates = oneOf([
  ...(["Installed", "InstallFailed", "Installing", "InstallRequested"] as const),
  ...(["InstallScheduled", "InstallRetrying", "None", "other"] as const),
]);

const environmentFacts = shape({
  environmentId: text,
  packages: read(
    list(
      shape({ uniqueName: looseText, name: looseText, state: packageStates, lastError: v.exactOptional(looseText) }),
    ),
  ),
  solutions: read(list(shape({ uniqueName: looseText, version: looseText }))),
  entitlements: read(
    list(
      shape({
        entitlementId: looseText,
        categories: list(looseText),
        unit: looseText,
        consumed: v.exactOptional(count),
        measuredAt: v.exactOptional(instant),
      }),
    ),
  ),
  allocations: v.exactOptional(read(list(shape({ type: looseText, allocated: count })))),
  channels: v.exactOptional(read(channels)),
});

const currencies = list(
  shape({
    type: looseText,
    purchased: count,
    allocated: count,
    consumed: v.exactOptional(count),
    measuredAt: v.exactOptional(instant),
  }),
);

const imported = list(shape({ environmentId: text, meter: meterId, value: count, measuredAt: instant }));

const productFigures = list(
  shape({
    meter: meterId,
    owned: count,
    thisEnvironment: v.exactOptional(count),
    otherEnvironments: v.exactOptional(count),
    readAt: instant,
  }),
);

const history = listOf(
  shape({
    meter: meterId,
    points: listOf(shape({ day, used: count }), "day", (point) => point.day),
  }),
  "meter",
  (row) => row.meter,
);

export const factsSchema: v.GenericSchema<unknown, TenantFacts> = shape({
  tenant: shape({ id: text, name: looseText }),
  subscribedSkus: read(listOf(subscribedSku, "skuId", ({ skuId }) => skuId)),
  companySubscriptions: read(listOf(companySubscription, "id", ({ id }) => id)),
  environments: read(listOf(environment, "id", ({ id }) => id.toLowerCase())),
  tenantCapacity: read(tenantCapacity),
  byEnvironment: listOf(environmentFacts, "environmentId", ({ environmentId }) => environmentId.toLowerCase()),
  imported,
  seats: v.exactOptional(read(seats)),
  currencies: v.exactOptional(read(currencies)),
  interactions: v.exactOptional(interactions),
  activity: v.exactOptional(activity),
  workspaces: v.exactOptional(workspaces),
  assignments: v.exactOptional(assignments),
  agents: v.exactOptional(agents),
  sharedAccounts: v.exactOptional(sharedAccounts),
  tableUses: v.exactOptional(tableUses),
  productFigures: v.exactOptional(productFigures),
  history: v.exactOptional(history),
} satisfies Readonly<Record<keyof TenantFacts, unknown>>);

/** `asOf` is the instant for which the figures were computed, so that the case can be computed again as it was. */
export const factsFileSchema = shape({
  format: v.literal(format, `expected "${format}"`),
  version: v.literal(version, `expected ${version}, the only version that this program reads`),
  asOf: v.exactOptional(instant),
  facts: factsSchema,
  settings: v.exactOptional(givenSettings),
});

export type FactsFile = v.InferOutput<typeof factsFileSchema>;
