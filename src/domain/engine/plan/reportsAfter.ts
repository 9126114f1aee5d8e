/** Reports of all meters after a plan. */
import type { MeterId } from "../../catalog/meters";
import { switches, switchNames } from "../../catalog/switches";
import type { Instant, Measured } from "../../measured";
import type { Change } from "../../snapshot/plan";
import type { MeterReport, SwitchEffect } from "../../snapshot/snapshot";
import { certaintyOf } from "../licences/certainty";
import type { Total } from "../used/coverage";
import { relevel } from "../forecast/relevel";
import { meterReports, type Position } from "../meterReports";
import { directoryOf } from "./heldLicences";
import { ownedAfter } from "./ownedAfter";
import type { Standing, Tenure } from "./standing";
import { movedEffect, shiftOf, usedAfter } from "./usedAfter";

/** The day of the plan, what is held on it, and what it changes besides. */
export interface Scene {
  readonly tenure: Tenure;
  readonly asOf: Instant;
  readonly changes: readonly Change[];
}

/** Of a meter that the snapshot does not tell. */
const untold: Total = {
  used: { kind: "unknown", reason: { code: "sourceNotRead" } },
  coverage: { read: 0, total: 0, missing: [] },
};

const movesUse: ReadonlySet<string> = new Set(switchNames.filter((name) => switches[name].moves === "used"));

const effectsOf = ({ used, switches: effects }: MeterReport, after: Measured): readonly SwitchEffect[] => {
  const mine = effects.filter(({ name }) => movesUse.has(name));
  if (after === used) return mine;
  const shift = shiftOf(used, after);
  return shift === undefined ? [] : mine.map((effect) => movedEffect(effect, shift));
};

const totalsOf = ({ snapshot, reports }: Standing, { changes, asOf }: Scene): ReadonlyMap<MeterId, Total> => {
  const move = { from: snapshot.asOf, to: asOf, timeZone: snapshot.policy.timeZone };
  return new Map([...reports].map(([meter, report]) => [meter, usedAfter(report, changes, move)]));
};

/** What the admin center rates moves with what is used. */
const movedOfficial = (official: MeterReport["official"], shift: number | undefined): MeterReport["official"] =>
  official === undefined ? undefined : { ...official, used: official.used + (shift ?? 0) };

const positionOf = (standing: Standing, scene: Scene) => {
  const { snapshot, reports, today } = standing;
  const { holdings, terms, owned, licences } = scene.tenure;
  const totals = totalsOf(standing, scene);
  const totalOf = (meter: MeterId) => totals.get(meter) ?? untold;
  const after = ownedAfter(today.owned, owned, (meter) => reports.get(meter)?.official);
  const shift = (meter: MeterId) => shiftOf(reports.get(meter)?.used ?? untold.used, totalOf(meter).used);
  const position: Position = {
    ...{ holdings, terms, totalOf, certainty: certaintyOf(directoryOf(snapshot), licences, terms) },
    officialOf: (meter) => movedOfficial(after.officialOf(meter), shift(meter)),
    usedEffects: (meter) => {
      const report = reports.get(meter);
      return report === undefined ? [] : effectsOf(report, totalOf(meter).used);
    },
    breakdown: reports.get("interactedPeople")?.breakdown,
    storageExtensionFrom: snapshot.declared.storageExtensionFrom,
    thresholds: snapshot.thresholds ?? [],
  };
  return { position, ownership: after.ownership };
};

const isSame = (one: Measured, other: Measured): boolean =>
  one.kind === "known" ? other.kind === "known" && one.value === other.value : one.kind === other.kind;

/** What history said stays; its levels are those of the new figures, and as they were where nothing moved. */
const withForecast = (report: MeterReport, standing: Standing, asOf: Instant): MeterReport => {
  const before = standing.reports.get(report.meter);
  if (before?.forecast === undefined) return report;
  const still = isSame(before.owned, report.owned) && isSame(before.used, report.used);
  if (still && asOf === standing.snapshot.asOf) return { ...report, forecast: before.forecast };
  const { timeZone } = standing.snapshot.policy;
  return { ...report, forecast: relevel(before.forecast, report, { asOf, timeZone }) };
};

/** In the order of the panel. */
export const reportsAfter = (standing: Standing, scene: Scene): readonly MeterReport[] => {
  const { position, ownership } = positionOf(standing, scene);
  return meterReports(position, ownership).map((report) => withForecast(report, standing, scene.asOf));
};
