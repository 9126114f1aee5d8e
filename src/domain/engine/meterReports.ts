/** One report a meter: owned beside used, and what follows. */
import { meterRules } from "../catalog/meterRules";
import { meters, type Meter, type MeterId } from "../catalog/meters";
import { sourceOf } from "../catalog/rules";
import { poolOf, storageMeters, type StorageMeterId } from "../catalog/storage";
import type { Instant, Measured, Reason } from "../measured";
import type { EditionId, EnvironmentReport, MeterReport } from "../snapshot/snapshot";
import type { TenantCapacity } from "../snapshot/facts";
import { assess } from "./assess";
import { totalOf, type Total, type Usage } from "./coverage";
import type { Ownership, Owned } from "./own";
import { officialOwned } from "./officialOwned";
import { blockedOperations, officialOf, poolVerdict, type Pool, type Pools } from "./storage";

export interface MeterInput {
  readonly asOf: Instant;
  readonly edition: EditionId;
  readonly ownership: Ownership;
  readonly environments: readonly EnvironmentReport[];
  /** Why there are no environments, when the list was not read. */
  readonly environmentsMissing: Reason | undefined;
  readonly capacity: TenantCapacity | undefined;
}

interface Sides {
  readonly owned: Owned;
  readonly total: Total;
}

type Verdict = Pick<MeterReport, "status" | "over" | "coveredBy" | "blockedOperations">;

const isStorage = (meter: MeterId): meter is StorageMeterId => storageMeters.some((id) => id === meter);

const usagesOf = (meter: MeterId, environments: readonly EnvironmentReport[]): readonly Usage[] =>
  environments.flatMap(({ id, usage }) =>
    usage.filter((item) => item.meter === meter).map(({ counted }) => ({ environmentId: id, counted })),
  );

const totalFor = (meter: MeterId, input: MeterInput): Total => {
  if (input.environmentsMissing !== undefined) {
    const used: Measured = { kind: "unknown", reason: input.environmentsMissing };
    return { used, coverage: { read: 0, total: 0, missing: [] } };
  }
  return totalOf(usagesOf(meter, input.environments), { asOf: input.asOf });
};

const isPartial = ({ coverage }: Total): boolean => coverage.read < coverage.total;

const general = (meter: Meter, { owned, total }: Sides): Verdict => {
  const { status, over } = assess({
    owned: owned.owned,
    ownedLowerBound: owned.lowerBound,
    used: total.used,
    usedLowerBound: isPartial(total),
    slots: meter.unit === "environments",
  });
  return { status, over, coveredBy: [], blockedOperations: [] };
};

const poolFrom = ({ owned: { owned }, total: { used } }: Sides): Pool | undefined =>
  owned.kind === "known" && used.kind === "known" ? { owned: owned.value, used: used.value } : undefined;

const unsure: Verdict = { status: "unknown", over: 0, coveredBy: [], blockedOperations: [] };

/** With an entitlement that is a lower bound only room can be told, not the lack of it. */
const storage = (meter: StorageMeterId, sides: Sides, pools: Pools): Verdict => {
  const pool = poolOf[meter];
  const verdict = poolVerdict(pool, pools);
  const fine = verdict.status === "ok" || verdict.status === "covered";
  if (sides.owned.lowerBound && !fine) return unsure;
  if (verdict.status === "none" && isPartial(sides.total)) return unsure;
  return { ...verdict, blockedOperations: blockedOperations(pool, pools, verdict.status) };
};

const officialFor = (meter: MeterId, capacity: TenantCapacity | undefined): Pick<MeterReport, "official"> => {
  const official = isStorage(meter) ? officialOf(poolOf[meter], capacity) : undefined;
  return official === undefined ? {} : { official };
};

const ownedFor = (meter: MeterId, { ownership, capacity, edition }: MeterInput): Owned => {
  const { official } = officialFor(meter, capacity);
  const owned = ownership.of(meter);
  return official === undefined ? owned : officialOwned(owned, official, edition);
};

const reportOf = (meter: Meter, { owned, total }: Sides, verdict: Verdict, input: MeterInput): MeterReport => ({
  meter: meter.id,
  group: meter.group,
  unit: meter.unit,
  scope: meter.scope,
  reset: meter.reset,
  owned: owned.owned,
  ownedAtRisk: owned.ownedAtRisk,
  contributions: owned.contributions,
  ...total,
  ...verdict,
  ...officialFor(meter.id, input.capacity),
  switches: owned.switches,
  rule: meterRules[meter.id],
  ruleSource: sourceOf(meterRules[meter.id]),
});

/** Reports of all meters in the order of the panel. */
export const meterReports = (input: MeterInput): readonly MeterReport[] => {
  const sidesOf = (meter: MeterId): Sides => ({ owned: ownedFor(meter, input), total: totalFor(meter, input) });
  const sides = new Map(meters.map((meter) => [meter.id, sidesOf(meter.id)]));
  const at = (meter: MeterId): Sides => sides.get(meter) ?? sidesOf(meter);
  const pools: Pools = {
    database: poolFrom(at("storageDatabase")),
    file: poolFrom(at("storageFile")),
    log: poolFrom(at("storageLog")),
  };
  return meters.map((meter) => {
    const own = at(meter.id);
    const verdict = isStorage(meter.id) ? storage(meter.id, own, pools) : general(meter, own);
    return reportOf(meter, own, verdict, input);
  });
};
