/** Use after a plan: on its day, with its campaigns and environments. */
import { daysBetween, dayOf, monthOf } from "../../calendar";
import { trialTypes } from "../../catalog/applications";
import type { MeterId } from "../../catalog/meters";
import { poolOf, storageMeters } from "../../catalog/storage";
import type { Instant, Known, Measured } from "../../measured";
import type { Policy } from "../../settings";
import type { Change } from "../../snapshot/plan";
import type { MeterReport, SwitchEffect } from "../../snapshot/snapshot";
import type { Total } from "../used/coverage";
import { countedOf } from "../storage/storage";

/** From the day of the snapshot to the day of the plan. */
export interface Move {
  readonly from: Instant;
  readonly to: Instant;
  readonly timeZone: Policy["timeZone"];
}

/** What a change adds to the use of a meter, and how many environments are behind it. */
interface Addition {
  readonly meter: MeterId;
  readonly amount: number;
  readonly environments: number;
}

const guessed = (used: Known, value: number): Known => ({ ...used, value, confidence: "estimated" });

const notKnownYet: Measured = { kind: "unknown", reason: { code: "noReading" } };

/** Months that are over by the day of the plan: who leaves within its own month may still be counted on that day. */
const released = ({ forecast }: MeterReport, { to, timeZone }: Move): number => {
  const month = monthOf(to, timeZone);
  const over = (forecast?.months ?? []).filter((ahead) => ahead.month < month);
  return over.reduce((sum, { leaving }) => sum + leaving, 0);
};

/** Nobody else is touched meanwhile: arrivals are a guess, and a campaign of the plan says what it brings. */
const people = (report: MeterReport, move: Move): Measured => {
  const { used } = report;
  const gone = released(report, move);
  return used.kind === "known" && gone > 0 ? guessed(used, Math.max(0, used.value - gone)) : used;
};

/** The use of a coming month is not known; where this month's end was forecast, the same is expected again. */
const month = ({ used, forecast }: MeterReport, { from, to, timeZone }: Move): Measured => {
  if (monthOf(from, timeZone) === monthOf(to, timeZone)) return used;
  return forecast?.monthEnd === undefined || used.kind !== "known"
    ? notKnownYet
    : guessed(used, forecast.monthEnd.expected);
};

const windowDays = 60;

/** After the whole window nothing that counts today counts any more; within it, what stays is not known. */
const window = ({ used }: MeterReport, { from, to, timeZone }: Move): Measured =>
  daysBetween(dayOf(from, timeZone), dayOf(to, timeZone)) < windowDays ? used : notKnownYet;

const moved: Readonly<Record<MeterReport["reset"], (report: MeterReport, move: Move) => Measured>> = {
  never: ({ used }) => used,
  firstOfMonth: month,
  rolling12Months: people,
  rolling60Days: window,
};

type Environment = Extract<Change, { kind: "environment" }>;

/** Installations in a trial environment take no slot; the environment counts against the trial licences. */
const installsOf = ({ type, installs }: Environment): readonly MeterId[] => {
  const meters = [...new Set(installs)];
  if (!trialTypes.includes(type)) return meters;
  return meters.length > 0 ? ["trialEnvironments"] : [];
};

const ofEnvironment = (change: Environment): readonly Addition[] => [
  ...storageMeters.map((meter) => {
    const pool = poolOf[meter];
    return { meter, amount: countedOf(change, pool, change[pool]), environments: 1 };
  }),
  ...installsOf(change).map((meter) => ({ meter, amount: 1, environments: 1 })),
];

/** Messages of the campaign to the whole segment. */
export const messagesOf = (change: Change): number =>
  change.kind === "campaign" ? change.segment * change.messages : 0;

const additionsOf = (change: Change): readonly Addition[] => {
  if (change.kind === "environment") return ofEnvironment(change);
  if (change.kind !== "campaign") return [];
  const newcomers = change.segment - change.alreadyInteracted;
  return [
    { meter: "interactedPeople", amount: newcomers, environments: 0 },
    { meter: "monthlyInteractions", amount: messagesOf(change), environments: 0 },
  ];
};

const withAddition = ({ used, coverage }: Total, { amount, environments }: Addition): Total => {
  if (used.kind !== "known") return { used, coverage };
  const { read, total } = coverage;
  return {
    used: amount === 0 ? used : guessed(used, used.value + amount),
    coverage: environments === 0 ? coverage : { ...coverage, read: read + environments, total: total + environments },
  };
};

/** Use of the meter on the day of the plan, with everything that the changes add to it. */
export const usedAfter = (report: MeterReport, changes: readonly Change[], move: Move): Total => {
  const start: Total = { used: moved[report.reset](report, move), coverage: report.coverage };
  const mine = changes.flatMap(additionsOf).filter(({ meter }) => meter === report.meter);
  return mine.reduce(withAddition, start);
};

/** By how much the use of a meter moves; `undefined` when that is not known on either side. */
export const shiftOf = (before: Measured, after: Measured): number | undefined =>
  before.kind === "known" && after.kind === "known" ? after.value - before.value : undefined;

/** Other readings of the use move along with it. */
export const movedEffect = (effect: SwitchEffect, shift: number): SwitchEffect => ({
  ...effect,
  others: effect.others.map((other) =>
    other.used === undefined ? other : { ...other, used: Math.max(0, other.used + shift) },
  ),
});
