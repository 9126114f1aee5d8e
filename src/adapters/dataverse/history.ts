/** History: one row per meter and day, one per environment, meter and month; only figures that changed are written. */
import * as v from "valibot";
import {
  environmentHistoryTable,
  meterHistoryTable,
  meters as knownMeters,
  type Measured,
  type MeterHistory,
  type Snapshot,
} from "../../domain";
import { literal, type Row, type Tables } from "./tables";
import { together } from "./together";

export interface KeyedRow {
  readonly key: string;
  readonly row: Row;
  /** The figures alone, to be compared with what is there. */
  readonly figures: string;
}

/** Empty when unknown or unlimited: no figure is not 0. */
const figureOf = (measured: Measured): number | null => (measured.kind === "known" ? measured.value : null);

/** Days and months are those of UTC, as the quota pages' own (apis.md section 9, point 5). */
export function meterHistory({ tenant, asOf, meters }: Snapshot): readonly KeyedRow[] {
  const day = asOf.slice(0, 10);
  return meters.map(({ meter, used, owned, status }) => {
    const figures = { dqp_used: figureOf(used), dqp_owned: figureOf(owned), dqp_meterstatus: status };
    return {
      key: `dqp_tenantid=${literal(tenant.id)},dqp_meter=${literal(meter)},dqp_day=${day}`,
      row: { dqp_name: `${meter} ${day}`, ...figures },
      figures: [meter, ...Object.values(figures)].join("|"),
    };
  });
}

/** An environment whose use is unknown keeps the row that it has. */
export function environmentHistory({ tenant, asOf, environments }: Snapshot): readonly KeyedRow[] {
  const month = asOf.slice(0, 7);
  return environments.flatMap(({ id, usage }) =>
    usage.flatMap(({ meter, counted }) => {
      if (counted.kind !== "known") return [];
      const names = `dqp_environmentid=${literal(id)},dqp_meter=${literal(meter)},dqp_month=${literal(month)}`;
      return [
        {
          key: `dqp_tenantid=${literal(tenant.id)},${names}`,
          row: { dqp_name: `${meter} ${month}`, dqp_used: counted.value },
          figures: [id, meter, counted.value].join("|"),
        },
      ];
    }),
  );
}

const figure = v.nullish(v.number(), null);

const meterRow = v.pipe(
  v.object({ dqp_meter: v.string(), dqp_used: figure, dqp_owned: figure, dqp_meterstatus: v.nullish(v.string(), "") }),
  v.transform((row) => [row.dqp_meter, row.dqp_used, row.dqp_owned, row.dqp_meterstatus].join("|")),
);

const environmentRow = v.pipe(
  v.object({ dqp_environmentid: v.string(), dqp_meter: v.string(), dqp_used: figure }),
  v.transform((row) => [row.dqp_environmentid, row.dqp_meter, row.dqp_used].join("|")),
);

/** Gives how many rows of each table the day and the month now hold. */
export async function writeHistory(
  tables: Tables,
  snapshot: Snapshot,
  signal: AbortSignal,
): Promise<{ readonly meters: number; readonly environments: number }> {
  const { tenant, asOf } = snapshot;
  const ofTenant = `dqp_tenantid eq ${literal(tenant.id)}`;
  const today = {
    select: "dqp_meter,dqp_used,dqp_owned,dqp_meterstatus",
    filter: `${ofTenant} and dqp_day eq ${asOf.slice(0, 10)}`,
  };
  const thisMonth = {
    select: "dqp_environmentid,dqp_meter,dqp_used",
    filter: `${ofTenant} and dqp_month eq ${literal(asOf.slice(0, 7))}`,
  };
  const [storedMeters, storedEnvironments] = await Promise.all([
    tables.list(meterHistoryTable, today, { item: meterRow, signal }),
    tables.list(environmentHistoryTable, thisMonth, { item: environmentRow, signal }),
  ]);
  const meters = meterHistory(snapshot);
  const environments = environmentHistory(snapshot);
  await together(
    tables.writeMany(meterHistoryTable, changed(meters, storedMeters), signal),
    tables.writeMany(environmentHistoryTable, changed(environments, storedEnvironments), signal),
  );
  return { meters: meters.length, environments: environments.length };
}

/** Pure: rows whose figures are not yet there. */
export function changed(rows: readonly KeyedRow[], stored: readonly string[]): readonly KeyedRow[] {
  const known = new Set(stored);
  return rows.filter(({ figures }) => !known.has(figures));
}

/** A year, and a month more for the days that were missed. */
const daysBack = 400;

const dayMs = 86_400_000;

const pastRow = v.object({ dqp_meter: v.string(), dqp_day: v.string(), dqp_used: v.number() });

/** The known figures of the last 400 days, a list a meter; rows of meters that this version does not know are left. */
export async function readHistory(
  tables: Tables,
  { tenantId, now }: { readonly tenantId: string; readonly now: number },
  signal: AbortSignal,
): Promise<readonly MeterHistory[]> {
  const since = new Date(now - daysBack * dayMs).toISOString().slice(0, 10);
  const query = {
    select: "dqp_meter,dqp_day,dqp_used",
    filter: `dqp_tenantid eq ${literal(tenantId)} and dqp_day ge ${since} and dqp_used ne null`,
  };
  const rows = await tables.list(meterHistoryTable, query, { item: pastRow, signal });
  return knownMeters.flatMap(({ id }) => {
    const points = rows
      .filter(({ dqp_meter }) => dqp_meter === id)
      .map(({ dqp_day, dqp_used }) => ({ day: dqp_day, used: dqp_used }))
      .sort((one, other) => (one.day < other.day ? -1 : 1));
    return points.length === 0 ? [] : [{ meter: id, points }];
  });
}
