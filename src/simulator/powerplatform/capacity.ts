/** `licensing/tenantCapacity` with the oddities that real tenants show (apis.md 3.2, facts a to d). */
import type { ProfileEnvironment, ProfileSku, TenantProfile } from "../contracts";

type Pool = keyof TenantProfile["tenantCapacity"];

/** The service writes year 1 where it never measured. */
export const neverMeasured = "0001-01-01T00:00:00+00:00";
const farFuture = "2125-01-01T00:00:00+00:00";

const readingsOf = (environments: readonly ProfileEnvironment[], pool: Pool) =>
  environments.flatMap((environment) => environment.storage.filter((reading) => reading.type === pool));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const consumptionOf = (profile: TenantProfile, pool: Pool) => {
  const readings = readingsOf(profile.environments, pool);
  const updated =
    profile.capacityUpdatedOn?.[pool] ??
    readings
      .map((reading) => reading.updatedOn)
      .sort()
      .at(-1) ??
    neverMeasured;
  return {
    actual: sum(readings.map((reading) => reading.actual)),
    rated: sum(readings.map((reading) => reading.rated)),
    actualUpdatedOn: updated,
    ratedUpdatedOn: updated,
  };
};

const licence = (entitlementCode: string, enabled: number, totalCapacity: number, isTemporaryLicense = false) => ({
  entitlementCode,
  displayName: entitlementCode,
  servicePlanId: null,
  skuId: null,
  capabilityStatus: "Enabled",
  paid: { enabled, warning: 0, suspended: 0 },
  trial: { enabled: 0, warning: 0, suspended: 0 },
  totalCapacity,
  isTemporaryLicense,
  nextLifecycleDate: isTemporaryLicense ? farFuture : neverMeasured,
});

const part = (pool: Pool, subType: string, totalCapacity: number, licenses: readonly ReturnType<typeof licence>[]) => ({
  capacityType: pool,
  capacitySubType: `${pool}${subType}`,
  totalCapacity,
  maxNextLifecycleDate: neverMeasured,
  licenses,
});

const addOnSku = { Database: "CDS_DB_CAPACITY", File: "CDS_FILE_CAPACITY", Log: "CDS_LOG_CAPACITY" } as const;

const enabledOf = (skus: readonly ProfileSku[], partNumber: string): number =>
  sum(
    skus
      .filter((sku) => sku.skuPartNumber === partNumber)
      .flatMap((sku) => sku.subscriptions.filter((one) => one.status === "Enabled").map((one) => one.quantity)),
  );

/** The base stands there twice with the same amount and was granted once: adding up licences gives too much. */
const entitlementsOf = (profile: TenantProfile, pool: Pool) => {
  const total = profile.tenantCapacity[pool];
  const addOn = Math.min(total, 1_000 * enabledOf(profile.skus, addOnSku[pool]));
  const base = total - addOn;
  const twice = [
    licence("CDS_CUSTOMER_INSIGHTS_BASE", 1, base),
    licence("CDS_CUSTOMER_INSIGHTS_COMBINED_BASE", 1, base),
  ];
  return [
    ...(base > 0 ? [part(pool, "Base", base, [...twice, licence("LOCAL_PAYGO_SEEDED_DATAVERSE", 1, 0, true)])] : []),
    ...(base > 0 ? [part(pool, "Incremental", 0, [licence("DYN365_CUSTOMER_INSIGHTS_VIRAL", 10_000, 0)])] : []),
    ...(addOn > 0 ? [part(pool, "AddOn", addOn, [licence(addOnSku[pool], addOn / 1_000, addOn)])] : []),
  ];
};

interface Balance {
  readonly pool: Pool;
  readonly free: number;
}

/** Spare database covers log and file, spare log covers file, spare file covers nothing (STO.overflow). */
const overflowOf = (balances: readonly Balance[], pool: Pool): readonly { capacityType: Pool; value: number }[] => {
  const lenders: Readonly<Record<Pool, readonly Pool[]>> = {
    Database: [],
    Log: ["Database"],
    File: ["Database", "Log"],
  };
  const short = -(balances.find((balance) => balance.pool === pool)?.free ?? 0);
  if (short <= 0) {
    return [];
  }
  return balances
    .filter((balance) => lenders[pool].includes(balance.pool) && balance.free > 0)
    .map((balance) => ({ capacityType: balance.pool, value: Math.min(short, balance.free) }));
};

const statusOf = (free: number, borrowed: readonly { value: number }[]): string => {
  if (free >= 0) {
    return "Available";
  }
  return sum(borrowed.map((one) => one.value)) >= -free ? "AvailableByOverflow" : "NotAvailable";
};

const poolEntry = (profile: TenantProfile, balances: readonly Balance[], pool: Pool) => {
  const free = balances.find((balance) => balance.pool === pool)?.free ?? 0;
  const overflowCapacity = overflowOf(balances, pool);
  return {
    capacityType: pool,
    capacityUnits: "MB",
    totalCapacity: profile.tenantCapacity[pool],
    maxCapacity: 0,
    consumption: consumptionOf(profile, pool),
    status: statusOf(free, overflowCapacity),
    overflowCapacity,
    capacityEntitlements: entitlementsOf(profile, pool),
  };
};

/** Types that are listed without a measurement, one of them newer than any document. */
const unmeasured = ["TrialDatabase", "CapacityPass", "ApiCallCount", "VectorIndexStore"].map((capacityType) => ({
  capacityType,
  capacityUnits: capacityType === "CapacityPass" || capacityType === "ApiCallCount" ? "Unit" : "MB",
  totalCapacity: 0,
  maxCapacity: 0,
  consumption: { actual: 0, rated: 0, actualUpdatedOn: neverMeasured, ratedUpdatedOn: neverMeasured },
  status: "None",
  overflowCapacity: [],
  capacityEntitlements: [],
}));

const pools: readonly Pool[] = ["Database", "Log", "File"];
const messages: Readonly<Record<string, string>> = {
  Database: "DBCapacityOver",
  Log: "LogOverDBCover",
  File: "FileOverDBCover",
};

export const tenantCapacity = (profile: TenantProfile) => {
  const balances = pools.map((pool) => ({
    pool,
    free: profile.tenantCapacity[pool] - consumptionOf(profile, pool).rated,
  }));
  const entries = pools.map((pool) => poolEntry(profile, balances, pool));
  const over = entries.find((entry) => entry.status !== "Available");
  return {
    tenantId: profile.tenantId,
    licenseModelType: "StorageDriven",
    capacitySummary: {
      status: over?.status ?? "Available",
      statusMessageCode: messages[over?.capacityType ?? ""] ?? "AllCapacityAvailable",
      finOpsStatus: "None",
    },
    legacyModelCapacity: { capacityUnits: "MB", totalCapacity: 0, totalConsumption: 0 },
    temporaryLicenseInfo: { hasTemporaryLicense: true, temporaryLicenseExpiryDate: farFuture },
    tenantCapacities: [...entries, ...unmeasured],
  };
};
