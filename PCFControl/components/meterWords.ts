/** A meter in words and figures: the same wherever it is shown, drawn or read out. */
import type { Measured, MeterReport } from "../../src/domain";
import type { Locale } from "./Locale/Locale.types";

export const meterName = (meter: string, locale: Locale): string => locale.text(`meter_${meter}_name`);

/** Whether environments are missing behind the figure, which makes it a lower bound. */
export const isLowerBound = (report: MeterReport): boolean =>
  report.used.kind === "known" && report.coverage.read < report.coverage.total;

function measuredWords(measured: Measured, known: (value: number) => string, locale: Locale): string {
  if (measured.kind === "known") return known(measured.value);
  return locale.text(measured.kind === "unlimited" ? "figure_unlimited" : "figure_unknown");
}

const bounded = (report: MeterReport, figure: string, locale: Locale): string =>
  isLowerBound(report) ? locale.text("figure_atLeast", [figure]) : figure;

/** Zero from a part of the environments, against nothing owned: it says nothing about the tenant. */
const saysNothing = (report: MeterReport): boolean =>
  report.status === "unknown" && isLowerBound(report) && report.used.kind === "known" && report.used.value === 0;

const isUseKnown = (report: MeterReport): boolean => report.used.kind === "known" && !saysNothing(report);

/** Storage in GB beside a figure in GB, however little it is. */
const ownedBeside = (value: number, { unit }: MeterReport, { format, text }: Locale): string =>
  unit === "megabytes" ? text("unit_gigabytes", [format.figure(value, unit)]) : format.amount(value, unit);

/** A speed stands alone: there is no use beside it. */
export const isRate = (report: MeterReport): boolean => report.status === "rate";

/** Owned after the used figure: "of 10,000 people", or that there is no limit, or that it is not known. */
export function ofOwned(report: MeterReport, locale: Locale): string {
  const unit = locale.format.unit(report.unit);
  if (isRate(report)) return unit;
  if (report.owned.kind === "unlimited") return locale.text("meter_noLimit", [unit]);
  if (report.owned.kind === "unknown") return locale.text("meter_limitUnknown", [unit]);
  const key = isUseKnown(report) ? "meter_ofOwned" : "meter_ownedOnly";
  return locale.text(key, [ownedBeside(report.owned.value, report, locale)]);
}

/** Used without its unit: "at least 9,800"; of a speed what is owned. */
export function usedFigure(report: MeterReport, locale: Locale): string {
  const figure = (value: number): string => locale.format.figure(value, report.unit);
  if (isRate(report)) return measuredWords(report.owned, figure, locale);
  if (report.used.kind === "unknown" || saysNothing(report)) return locale.text("meter_useUnknown");
  return measuredWords(report.used, (value) => bounded(report, figure(value), locale), locale);
}

/** Owned with its unit: "10,000 people". */
export const ownedAmount = (report: MeterReport, locale: Locale): string =>
  measuredWords(report.owned, (value) => locale.format.amount(value, report.unit), locale);

export const usedAmount = (report: MeterReport, locale: Locale): string =>
  measuredWords(report.used, (value) => bounded(report, locale.format.amount(value, report.unit), locale), locale);

/** Used as a share of owned; `undefined` where a share has no meaning: nothing owned, unlimited, unknown. */
export function percentWords(report: MeterReport, locale: Locale): string | undefined {
  const { used, owned } = report;
  if (used.kind !== "known" || owned.kind !== "known" || owned.value === 0) return undefined;
  return bounded(report, locale.format.percent(used.value, owned.value), locale);
}

/** What sister pools lend, also where it does not suffice. */
export function coverWords(report: MeterReport, locale: Locale): string | undefined {
  if (report.coveredBy.length === 0) return undefined;
  const lenders = report.coveredBy.map(({ pool, amount }) =>
    locale.text("meter_coveredBy", [locale.format.amount(amount, report.unit), locale.text(`pool_${pool}`)]),
  );
  return locale.list(lenders);
}

/** Over-use with its unit, "at least" where environments are missing behind it. */
export const overAmount = (report: MeterReport, locale: Locale): string =>
  bounded(report, locale.format.amount(report.over, report.unit), locale);

/** Why the status is not known; `undefined` when it is. */
export function unknownWords(report: MeterReport, locale: Locale): string | undefined {
  if (report.status !== "unknown") return undefined;
  const { used, owned, coverage } = report;
  if (used.kind === "unknown") return locale.text(`reason_${used.reason.code}`);
  if (owned.kind === "unknown") return locale.text(`reason_${owned.reason.code}`);
  const gap = coverage.total - coverage.read;
  return gap > 0 ? locale.plural("unknown_gap", gap, [locale.format.number(gap)]) : locale.text("unknown_owned");
}

/** How far over after all cover, else what covers it, else nothing. */
export function overWords(report: MeterReport, locale: Locale): string | undefined {
  if (report.over > 0) return locale.text("meter_overBy", [overAmount(report, locale)]);
  return coverWords(report, locale);
}

/** What stands beside the status: by how much it is over, what covers it, or why it is not known. */
export const verdictWords = (report: MeterReport, locale: Locale): string | undefined =>
  overWords(report, locale) ?? unknownWords(report, locale);

/** The whole bar as one sentence. */
export function barWords(report: MeterReport, locale: Locale): string {
  const parts = [
    `${usedFigure(report, locale)} ${ofOwned(report, locale)}`,
    percentWords(report, locale),
    locale.text(`status_${report.status}`),
    overWords(report, locale),
  ];
  return `${meterName(report.meter, locale)}: ${parts.filter((part) => part !== undefined).join(", ")}`;
}

/** Where a figure comes from when it was not simply read from the service. */
export function confidenceWords(measured: Measured, locale: Locale): string | undefined {
  if (measured.kind !== "known" || measured.confidence === "measured") return undefined;
  return locale.text(`confidence_${measured.confidence}`);
}

export const scopeWords = (report: MeterReport, locale: Locale): string =>
  `${locale.text(`scope_${report.scope}`)} · ${locale.text(`reset_${report.reset}`)}`;
