/** The status of a meter from what is owned and what is used. All comparisons are between whole numbers. */
import type { Nature } from "../catalog/meters";
import type { Measured } from "../measured";
import type { MeterStatus } from "../snapshot/snapshot";

/** Free share in percent under which a meter is near its limit, and critical (STO.thresholds). */
export const nearBelow = 15;
export const criticalBelow = 5;

/** Status by room left: exactly 15 % free is still `ok`. `free` may be negative. */
export const statusOfRoom = (free: number, owned: number): MeterStatus => {
  if (free < 0) return "over";
  if (100 * free < criticalBelow * owned) return "critical";
  return 100 * free < nearBelow * owned ? "near" : "ok";
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
}

const unknown: Assessment = { status: "unknown", over: 0 };

/** Of a rate that nobody owns. */
const none = (owned: Measured, open: boolean): Assessment =>
  owned.kind === "known" && !open ? { status: "none", over: 0 } : unknown;

/** Slots are there to be filled: they are fine until there are more than owned. */
const compare = (owned: number, used: number, nature: Nature): Assessment => {
  const status = statusOfRoom(owned - used, owned);
  if (status === "over") return { status, over: used - owned };
  return { status: nature === "slots" ? "ok" : status, over: 0 };
};

/** `none` needs certainty on both sides, a shortage certainty of what is owned, room certainty of what is used. */
export const assess = ({
  owned,
  ownedLowerBound,
  ownedOpen,
  used,
  usedLowerBound,
  nature,
}: AssessInput): Assessment => {
  if (nature === "rate") {
    return owned.kind === "known" && owned.value > 0 ? { status: "rate", over: 0 } : none(owned, ownedOpen);
  }
  if (owned.kind === "unlimited") return { status: "unlimited", over: 0 };
  if (owned.kind === "unknown" || used.kind !== "known") return unknown;
  if (owned.value === 0 && used.value === 0) {
    return none(owned, ownedLowerBound || ownedOpen || usedLowerBound);
  }
  const result = compare(owned.value, used.value, nature);
  const open = result.status === "ok" ? usedLowerBound : ownedLowerBound;
  return open ? unknown : result;
};
