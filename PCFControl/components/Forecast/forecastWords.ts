/** A forecast in words: when, how much, and what the figures rest on. */
import type { Forecast, LevelDate, MeterReport, Range } from "../../../src/domain";
import type { Fact } from "../Facts/Facts.types";
import type { Locale } from "../Locale/Locale.types";

function rangeWords(range: Range, { unit }: MeterReport, locale: Locale): string {
  const [low, expected, high] = [range.low, range.expected, range.high].map((value) =>
    locale.format.amount(Math.round(value * 10) / 10, unit),
  );
  if (low === high) return locale.text("forecast_about", [expected ?? ""]);
  return locale.text("forecast_range", [expected ?? "", low ?? "", high ?? ""]);
}

const isAbove = ({ used, owned }: MeterReport, percent: number): boolean =>
  used.kind === "known" && owned.kind === "known" && 100 * used.value > percent * owned.value;

/** A day with its range; what lies beyond the horizon has no day. */
function levelWords(
  { percent, earliest, expected, latest }: LevelDate,
  { method }: Forecast,
  report: MeterReport,
  { text, format: { date } }: Locale,
): string {
  if (isAbove(report, percent)) return text("forecast_level_passed");
  const span = text(method === "runRate" ? "forecast_span_month" : "forecast_span_year");
  if (earliest === undefined) return text("forecast_level_beyond", [span]);
  if (expected === undefined) return text("forecast_level_late", [date(earliest), span]);
  if (latest === undefined) return text("forecast_level_open", [date(expected), date(earliest), span]);
  if (earliest === latest) return text("forecast_about", [date(expected)]);
  return text("forecast_level_range", [date(expected), date(earliest), date(latest)]);
}

const levelFacts = (forecast: Forecast, report: MeterReport, locale: Locale): readonly Fact[] =>
  forecast.levels.map((level) => ({
    term: locale.text("forecast_level", [locale.format.percent(level.percent, 100)]),
    value: levelWords(level, forecast, report, locale),
  }));

function peakFact({ peak }: Forecast, locale: Locale): Fact | undefined {
  if (peak === undefined) return undefined;
  const { amount, month } = locale.format;
  const figures = [amount(peak.interactions, "interactions"), month(peak.month), amount(peak.peopleNeeded, "people")];
  const words = locale.text("forecast_peak_words", figures);
  const partial = peak.partialYear ? ` ${locale.text("forecast_peak_partial")}` : "";
  return { term: locale.text("forecast_peak"), value: `${words}${partial}` };
}

function jumpFact({ jump }: Forecast, { unit }: MeterReport, locale: Locale): Fact | undefined {
  if (jump === undefined || jump.change === 0) return undefined;
  const key = jump.change > 0 ? "forecast_jump_more" : "forecast_jump_less";
  return {
    term: locale.text("forecast_jump", [locale.format.date(jump.since)]),
    value: locale.text(key, [locale.format.amount(Math.abs(jump.change), unit)]),
  };
}

const rangeFact = (key: string, range: Range | undefined, report: MeterReport, locale: Locale): Fact | undefined =>
  range === undefined ? undefined : { term: locale.text(key), value: rangeWords(range, report, locale) };

/** Everything that there is to say, soonest first. */
export function forecastFacts(forecast: Forecast, report: MeterReport, locale: Locale): readonly Fact[] {
  return [
    rangeFact("forecast_monthEnd", forecast.monthEnd, report, locale),
    ...levelFacts(forecast, report, locale),
    rangeFact("forecast_perDay", forecast.perDay, report, locale),
    rangeFact("forecast_arrivals", forecast.arrivals, report, locale),
    peakFact(forecast, locale),
    jumpFact(forecast, report, locale),
  ].filter((fact) => fact !== undefined);
}

/** What the forecast rests on, or why there is none, and whether it can only say too little. */
export function methodWords(forecast: Forecast, locale: Locale): string {
  const gap = forecast.lowerBound === true ? locale.text("forecast_lowerBound") : undefined;
  return [basisWords(forecast, locale), gap].filter((words) => words !== undefined).join(" ");
}

function basisWords({ method, none, points }: Forecast, locale: Locale): string | undefined {
  if (none !== undefined) return locale.text(`forecast_none_${none}`);
  if (method === undefined) return undefined;
  return method === "trend"
    ? locale.plural("forecast_method_trend", points, [locale.format.number(points)])
    : locale.text(`forecast_method_${method}`);
}

export const monthWords = (range: Range, report: MeterReport, locale: Locale): string =>
  rangeWords(range, report, locale);

/** For a row: when all of it is expected to be used, if it is not used up already. */
export function fullWords({ forecast, status }: MeterReport, { text, format }: Locale): string | undefined {
  const day = forecast?.levels.find(({ percent }) => percent === 100)?.expected;
  if (day === undefined || status === "over" || status === "covered") return undefined;
  return text("forecast_row", [format.date(day)]);
}
