/** Describes one environment in few words: the rest follows from its name, the seed and the kind. */
import { guid } from "../chance";
import type { ProfileEnvironment } from "../contracts";
import { instant } from "./calendar";

export interface Stored {
  readonly database: number;
  readonly file: number;
  readonly log: number;
}

export interface Described extends Partial<Omit<ProfileEnvironment, "storage" | "organizationId">> {
  readonly name: string;
  readonly sku: string;
  readonly ageDays: number;
  /** MB stored; absent for an environment without Dataverse. */
  readonly stored?: Stored;
}

/** What the default environment brings itself (STO.env.default), MB. */
const defaultAllowance: Stored = { database: 3_000, file: 3_000, log: 1_000 };
/** Types that do not draw from the tenant's pool (STO.env.excluded). */
const free = new Set(["Teams", "Trial", "SubscriptionBasedTrial", "Preview", "Support", "Developer"]);
/** A counted environment uses at least 1 GB of database (STO.env.excluded). */
const leastDatabase = 1_000;

const ratedOf = (sku: string, pool: keyof Stored, actual: number): number => {
  if (free.has(sku)) {
    return 0;
  }
  if (sku === "Default") {
    return Math.max(0, actual - defaultAllowance[pool]);
  }
  return pool === "database" ? Math.max(leastDatabase, actual) : actual;
};

const types = [
  ["Database", "database"],
  ["File", "file"],
  ["Log", "log"],
] as const;

const storageOf = (sku: string, stored: Stored, updatedOn: string): ProfileEnvironment["storage"] =>
  types.map(([type, pool]) => ({
    type,
    actual: stored[pool],
    rated: ratedOf(sku, pool, stored[pool]),
    updatedOn,
  }));

export const environmentOf =
  (seed: number, now: Date) =>
  ({ ageDays, stored, ...described }: Described): ProfileEnvironment => ({
    id: guid(seed, `environment/${described.name}`),
    isDefault: false,
    location: "europe",
    createdAt: instant(now, -ageDays),
    organizationId: guid(seed, `organization/${described.name}`),
    state: "Ready",
    storage: stored === undefined ? [] : storageOf(described.sku, stored, instant(now, -1)),
    packages: [],
    solutions: [],
    entitlements: [],
    ...described,
  });
