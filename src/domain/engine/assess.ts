/** The status of a meter from what is owned and what is used. All comparisons are between whole numbers. */
import type { Nature } from "../catalog/meters";
import type { Measured } from "../measured";
import type { Threshold } from "../settings";
import type { MeterStatus } from "../snapshot/snapshot";

/** Use in percent above which a meter is near its limit, and critical. */
export type Levels = Pick<Threshold, "near" | "critical">;

/** STO.thresholds; what the customer says of a meter takes their place. */
export const usualLevels: Levels = { near: 85, critical: 95 };

/** Status by room left: exactly 15 % free is still `ok` by the usual levels. `free` may be negative. */
export const statusOfRoom = (free: number, owned: number, { near, critical }: Levels): MeterStatus => {
  if (free < 0) return "over";
  if (100 * free < (100 - critical) * owned) return "critical";
  return 100 * free < (100 - near) * owned ? "near" : "ok";
};

export interface Assessment {
  readonly status: MeterStatus;
  readonly over: number;
}

export interface AssessInput {
  readonly owned: Measured;
  /** `owned` is a lower bound: too much use then proves nothing. */
  readonly ownedLowerBound: boolean;
  /** A licence that the catalogue does not know may give more: that nothing is owned is then not certain. */
  readonly ownedOpen: boolean;
  readonly used: Measured;
  /** `used` is a lower bound: little use then proves nothing, neither room nor that nothing is used. */
  readonly usedLowerBound: boolean;
  readonly nature: Nature;
  readonly levels: Levels;
}

const unknown: Assessment = { status: "unknown", over: 0 };

/** Of a rate that nobody owns. */
const none = (owned: Measured, open: boolean): Assessment =>
  owned.kind === "known" && !open ? { status: "none", over: 0 } : unknown;

/** Slots are there to be filled: they are fine until there are more than owned. */
const compare = (owned: number, used: number, { nature, levels }: AssessInput): Assessment => {
  const status = statusOfRoom(owned - used, owned, levels);
  if (status === "over") return { status, over: used - owned };
  return { status: nature === "slots" ? "ok" : status, over: 0 };
};

/** `none` needs certainty on both sides, a shortage certainty of what is owned, room certainty of what is used. */
export const assess = (input: AssessInput): Assessment => {
  const { owned, ownedLowerBound, ownedOpen, used, usedLowerBound, nature } = input;
  if (nature === "rate") {
    return owned.kind === "known" && owned.value > 0 ? { status: "rate", over: 0 } : none(owned, ownedOpen);
  }
  if (owned.kind === "unlimited") return { status: "unlimited", over: 0 };
  if (owned.kind === "unknown" || used.kind !== "known") return unknown;
  if (owned.value === 0 && used.value === 0) {
    return none(owned, ownedLowerBound || ownedOpen || usedLowerBound);
  }
  const result = compare(owned.value, used.value, input);
  const open = result.status === "ok" ? usedLowerBound : ownedLowerBound;
  return open ? unknown : result;
};
