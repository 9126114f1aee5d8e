/** Storage: what each environment takes of the pools, and what the pools lend each other. All amounts in MB. */
import { defaultAllowance, freeNeeded, poolOf, typesWithoutStorage, type StorageMeterId } from "../../catalog/storage";
import type { Instant, Measured } from "../../measured";
import type { Environment, StoragePool, StorageReading, TenantCapacity } from "../../snapshot/facts";
import type { EnvironmentUsage, MeterReport, MeterStatus, Operation } from "../../snapshot/snapshot";
import { statusOfRoom, type Levels } from "../assess";

const known = (value: number, asOf: Instant): Measured => ({
  kind: "known",
  value,
  asOf,
  source: "powerplatform.environments",
  confidence: "measured",
});

const allowanceFor = (environment: Pick<Environment, "type">, pool: StoragePool): number =>
  environment.type === "default" ? defaultAllowance[pool] : 0;

/** Some types take nothing (STO.env.excluded), the default environment what exceeds its allowance (STO.env.default). */
export const countedOf = (environment: Pick<Environment, "type">, pool: StoragePool, actual: number): number =>
  typesWithoutStorage.includes(environment.type) ? 0 : Math.max(0, actual - allowanceFor(environment, pool));

const readingUsage = (
  meter: StorageMeterId,
  environment: Environment,
  { actual, pool, updatedAt }: StorageReading,
  readAt: Instant,
): EnvironmentUsage => {
  const value = countedOf(environment, pool, actual);
  const counted = known(value, updatedAt ?? readAt);
  if (value === actual) return { meter, counted };
  const exclusion = environment.type === "default" ? "defaultAllowance" : "typeNotCounted";
  return { meter, counted, actual, exclusion };
};

/**
 * What one environment takes of one pool, from its actual consumption; nothing for an environment that has no Dataverse.
 * The minimum of 1 GB for each counted environment (STO.env.excluded) is not applied: the source does not say which of
 * the three pools it falls on, and a guess would put megabytes into a pool that nobody stored.
 */
export const storageUsage = (
  meter: StorageMeterId,
  environment: Environment,
  readAt: Instant,
): EnvironmentUsage | undefined => {
  const reading = environment.storage.find(({ pool }) => pool === poolOf[meter]);
  if (reading !== undefined) return readingUsage(meter, environment, reading, readAt);
  if (environment.instanceUrl === undefined) return undefined;
  return { meter, counted: { kind: "unknown", reason: { code: "noReading" } } };
};

/** What a pool owns and uses; `undefined` when either is not known. */
export interface Pool {
  readonly owned: number;
  readonly used: number;
}

export type Pools = Readonly<Record<StoragePool, Pool | undefined>>;

export interface Loan {
  readonly from: StoragePool;
  readonly to: StoragePool;
  readonly amount: number;
}

const short = (pool: Pool | undefined): number => (pool === undefined ? 0 : Math.max(0, pool.used - pool.owned));
const spare = (pool: Pool | undefined): number => (pool === undefined ? 0 : Math.max(0, pool.owned - pool.used));

/**
 * Who lends what (STO.overflow): database covers log and file, log covers file, file covers nothing. Log comes before
 * file, and file takes spare log first, so that the database, which new environments need, keeps the most.
 */
export const overflow = (pools: Pools): readonly Loan[] => {
  const databaseToLog = Math.min(short(pools.log), spare(pools.database));
  const logToFile = Math.min(short(pools.file), spare(pools.log));
  const databaseToFile = Math.min(short(pools.file) - logToFile, spare(pools.database) - databaseToLog);
  const loans: readonly Loan[] = [
    { from: "database", to: "log", amount: databaseToLog },
    { from: "log", to: "file", amount: logToFile },
    { from: "database", to: "file", amount: databaseToFile },
  ];
  return loans.filter(({ amount }) => amount > 0);
};

/** Pools that lend to each (STO.overflow). */
export const lenders: Readonly<Record<StoragePool, readonly StoragePool[]>> = {
  database: [],
  log: ["database"],
  file: ["log", "database"],
};

const sum = (loans: readonly Loan[]): number => loans.reduce((total, { amount }) => total + amount, 0);

export interface PoolVerdict {
  readonly status: MeterStatus;
  readonly over: number;
  readonly coveredBy: MeterReport["coveredBy"];
}

/** Room that the lenders still have after all loans. */
const borrowable = (pool: StoragePool, pools: Pools, loans: readonly Loan[]): number =>
  lenders[pool].reduce(
    (room, lender) => room + spare(pools[lender]) - sum(loans.filter(({ from }) => from === lender)),
    0,
  );

interface Lending {
  readonly pools: Pools;
  readonly loans: readonly Loan[];
}

const withinLimit = (
  pool: StoragePool,
  { owned, used }: Pool,
  { pools, loans }: Lending,
  levels: Levels,
): MeterStatus => {
  if (owned === 0 && used === 0) return "none";
  const lent = sum(loans.filter(({ from }) => from === pool));
  const room = borrowable(pool, pools, loans);
  return statusOfRoom(owned - used - lent + room, owned + room, levels);
};

/** Verdict on one pool. Over by itself and a lender not known: nobody can say whether it is covered. */
export const poolVerdict = (pool: StoragePool, pools: Pools, levels: Levels): PoolVerdict => {
  const own = pools[pool];
  if (own === undefined) return { status: "unknown", over: 0, coveredBy: [] };
  const loans = overflow(pools);
  if (own.used <= own.owned)
    return { status: withinLimit(pool, own, { pools, loans }, levels), over: 0, coveredBy: [] };
  const received = loans.filter(({ to }) => to === pool);
  const coveredBy = received.map(({ from, amount }) => ({ pool: from, amount }));
  const over = short(own) - sum(received);
  if (over === 0) return { status: "covered", over, coveredBy };
  const certain = lenders[pool].every((lender) => pools[lender] !== undefined);
  return certain ? { status: "over", over, coveredBy } : { status: "unknown", over: 0, coveredBy };
};

const blockedInOverage: readonly Operation[] = ["create", "copy", "restore", "convertTrial", "recover", "addDatabase"];
const blockedWithoutRoom: readonly Operation[] = ["create", "convertTrial", "recover"];

/**
 * What the platform refuses (STO.blocked-operations): on a pool that is over, everything; on the database with less than
 * 1 GB free after loans, what needs that gigabyte. A tenant of which no storage is known to be owned is not judged.
 */
export const blockedOperations = (pool: StoragePool, pools: Pools, status: MeterStatus): readonly Operation[] => {
  if (status === "over") return blockedInOverage;
  const own = pools[pool];
  if (pool !== "database" || own === undefined || own.owned === 0) return [];
  const lent = sum(overflow(pools).filter(({ from }) => from === pool));
  return spare(own) - lent < freeNeeded ? blockedWithoutRoom : [];
};

/** The admin center's own figure: what it rates, which is what counts. Absent when the service never measured. */
export const officialOf = (pool: StoragePool, capacity: TenantCapacity | undefined): MeterReport["official"] => {
  const row = capacity?.pools.find((item) => item.pool === pool);
  if (row?.measuredAt === undefined) return undefined;
  return { owned: row.total, used: row.rated, asOf: row.measuredAt };
};
