/** What the past of a meter says about its future. */
import type { Forecast, LevelDate, MeterReport, Range, Unit } from "../../../domain";
import { columns, indented, numberOf, quantityOf } from "../figures";
import { forecastMethods, noForecasts, offline } from "../messages/offline";

type Row = readonly [string, string];

const rangeOf = ({ low, expected, high }: Range): string =>
  low === high ? numberOf(expected) : `${numberOf(expected)} (${offline.range(numberOf(low), numberOf(high))})`;

const levelRow = ({ percent, earliest, expected, latest }: LevelDate): Row => {
  if (earliest === undefined && expected === undefined) return [offline.level(percent), offline.beyond];
  if (earliest === latest && latest === expected && expected !== undefined) return [offline.level(percent), expected];
  const between = offline.between(earliest ?? offline.soonest, latest ?? offline.beyond);
  return [offline.level(percent), `${offline.expected} ${expected ?? offline.beyond}, ${between}`];
};

const peakRows = ({ peak }: Forecast): readonly Row[] => {
  if (peak === undefined) return [];
  const { month, interactions, peopleNeeded, partialYear } = peak;
  const partial = partialYear ? ` (${offline.partialYear})` : "";
  return [[offline.peak, `${month}: ${offline.peakNeeds(numberOf(interactions), numberOf(peopleNeeded))}${partial}`]];
};

const monthRows = ({ months = [] }: Forecast): readonly Row[] =>
  months.map(({ month, leaving, used }) => [month, offline.month(numberOf(leaving), rangeOf(used))]);

const jumpRows = ({ jump }: Forecast, unit: Unit): readonly Row[] =>
  jump === undefined
    ? []
    : [[`${offline.jump} ${jump.since}`, `${jump.change > 0 ? "+" : ""}${quantityOf(jump.change, unit)}`]];

const rowsOf = (forecast: Forecast, unit: Unit): readonly Row[] => {
  const { method, points, perDay, monthEnd, arrivals, levels } = forecast;
  return [
    ...(method === undefined
      ? []
      : [[offline.basis, `${forecastMethods[method]}; ${offline.points(points)}`] as const]),
    ...(perDay === undefined ? [] : [[offline.perDay, rangeOf(perDay)] as const]),
    ...(arrivals === undefined ? [] : [[offline.arrivals, rangeOf(arrivals)] as const]),
    ...(monthEnd === undefined ? [] : [[offline.monthEnd, rangeOf(monthEnd)] as const]),
    ...levels.map(levelRow),
    ...monthRows(forecast),
    ...peakRows(forecast),
    ...jumpRows(forecast, unit),
  ];
};

export const forecastLines = ({ forecast, unit }: MeterReport): readonly string[] => {
  if (forecast === undefined) return [];
  const { none, lowerBound } = forecast;
  return [
    "",
    offline.forecast,
    ...indented([
      ...(none === undefined ? [] : [noForecasts[none]]),
      ...columns(rowsOf(forecast, unit)),
      ...(lowerBound === true ? [offline.lowerBound] : []),
    ]),
  ];
};
