import type { MeterReport } from "../../../src/domain";
import type { MonthPoint } from "../Panel/Panel.types";

export const sparkline = { width: 104, height: 28, inset: 3 } as const;

/** The snapshot's own figures stand for the current month: they are newer than any row of the history. */
export function withToday(points: readonly MonthPoint[], report: MeterReport): readonly MonthPoint[] {
  const last = points[points.length - 1];
  if (last === undefined) return points;
  const { used, owned } = report;
  const today = {
    month: last.month,
    used: used.kind === "known" ? used.value : undefined,
    owned: owned.kind === "known" ? owned.value : undefined,
  };
  return [...points.slice(0, -1), today];
}

export const knownUsed = (points: readonly MonthPoint[]): readonly (MonthPoint & { readonly used: number })[] =>
  points.flatMap((point) => (point.used === undefined ? [] : [{ ...point, used: point.used }]));

/** An SVG path through the known values; an unknown month breaks the line. */
export function linePath(values: readonly (number | undefined)[], top: number): string {
  const { width, height, inset } = sparkline;
  const step = (width - 2 * inset) / Math.max(1, values.length - 1);
  const scale = top === 0 ? 0 : (height - 2 * inset) / top;
  const round = (value: number): number => Math.round(value * 10) / 10;
  return values
    .map((value, index) => {
      if (value === undefined) return "";
      const isStart = values[index - 1] === undefined;
      return `${isStart ? "M" : "L"}${round(inset + index * step)} ${round(height - inset - value * scale)}`;
    })
    .join("");
}

/** The month with the most use, the latest of several. */
export const peakOf = (points: readonly MonthPoint[]): MonthPoint | undefined =>
  knownUsed(points).reduce<(MonthPoint & { readonly used: number }) | undefined>(
    (best, point) => (best === undefined || point.used >= best.used ? point : best),
    undefined,
  );

export function highest(points: readonly MonthPoint[]): number {
  return Math.max(0, ...points.flatMap(({ used, owned }) => [used ?? 0, owned ?? 0]));
}
