/** What the past of a meter says about its future. */
import type { Forecast, LevelDate, MeterReport, Range, Unit } from "../../../domain";
import { amountOf, columns, indented, numberOf, quantityOf } from "../figures";
import { forecastMethods, noForecasts, offline } from "../messages/offline";

type Row = readonly [string, string];

const rangeOf = ({ low, expected, high }: Range, unit: Unit): string => {
  const [least, likely, most] = [amountOf(low, unit), quantityOf(expected, unit), amountOf(high, unit)];
  return low === high ? likely : `${likely} (${offline.range(least, most)})`;
};

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

const monthRows = ({ months = [] }: Forecast, unit: Unit): readonly Row[] =>
  months.map(({ month, leaving, used }) => [month, offline.month(amountOf(leaving, unit), rangeOf(used, unit))]);

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
    ...(perDay === undefined ? [] : [[offline.perDay, rangeOf(perDay, unit)] as const]),
    ...(arrivals === undefined ? [] : [[offline.arrivals, rangeOf(arrivals, unit)] as const]),
    ...(monthEnd === undefined ? [] : [[offline.monthEnd, rangeOf(monthEnd, unit)] as const]),
    ...levels.map(levelRow),
    ...monthRows(forecast, unit),
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
