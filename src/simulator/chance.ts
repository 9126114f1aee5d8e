/** Numbers and identifiers that look arbitrary and are the same for the same seed. */
import { createHash } from "node:crypto";

/** Gives the next number from 0 (included) to 1 (excluded). */
export type Chance = () => number;

/** Mulberry32: 32 bits of state, good enough to pick and to throttle, not for secrets. */
export const chance = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const more = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((more ^ (more >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A GUID in lower case that depends on the seed and a name only. */
export const guid = (seed: number, name: string): string => {
  const hex = createHash("sha256").update(`${seed}:${name}`).digest("hex");
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
};
