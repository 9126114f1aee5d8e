/** Identifiers, numbers and moments of the n-th row of a table: the same for the same environment and day. */
import { createHash } from "node:crypto";
import { chance, type Chance } from "../../chance";
import { dayAt } from "../calendar";

export interface Dice {
  /** Identifier of row `index`. */
  readonly id: (index: number) => string;
  /** Numbers for row `index`. */
  readonly draw: (index: number) => Chance;
}

/** `scope` names the table and its environment. */
export const diceOf = (scope: string): Dice => {
  const hex = createHash("sha256").update(scope).digest("hex");
  const start = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-`;
  const seed = Number.parseInt(hex.slice(18, 26), 16);
  return {
    id: (index) => `${start}${(index + 1).toString(16).padStart(12, "0")}`,
    draw: (index) => chance((seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0),
  };
};

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What happened on a Saturday or a Sunday happened on the Friday before. */
const workday = (time: number): number => {
  const day = new Date(time).getUTCDay();
  return time - (day === 6 ? 1 : day === 0 ? 2 : 0) * dayMs;
};

/** Row `index` of `count`, spread evenly over the days up to yesterday, between 7 and 18 hours. */
export const momentAt = (now: Date, days: number, index: number, count: number, draw: Chance): number => {
  const day = Math.floor((index * days) / count) - days;
  return workday(dayAt(now, day).getTime()) + Math.floor((7 + draw() * 11) * hourMs);
};

/** As the database keeps a moment: whole seconds. */
export const stored = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}.000Z`;
