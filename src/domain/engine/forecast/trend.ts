/** Standing figures such as storage: a robust slope over daily totals (rules.md section 10). */
import type { Forecast } from "../../snapshot/forecast";
import type { Point } from "./points";
import { slopeOf } from "./slope";

/** Fewer days say nothing about a trend (rules.md section 10). */
export const leastPoints = 14;

/**
 * `today` is left out where not every environment was read: a total that is short of some of them is no point of the
 * course.
 */
export const trendOf = (past: readonly Point[], today: Point | undefined): Forecast => {
  const points = today === undefined ? past : [...past, today];
  const counted = { points: points.length, levels: [] };
  if (past.length === 0) return { none: "noHistory", ...counted };
  if (points.length < leastPoints) return { none: "tooEarly", ...counted };
  const perDay = slopeOf(points);
  return perDay.expected > 0 ? { method: "trend", ...counted, perDay } : { none: "noTrend", ...counted, perDay };
};
