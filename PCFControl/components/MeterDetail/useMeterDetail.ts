import type { MeterReport, Snapshot } from "../../../src/domain";
import type { Fact } from "../Facts/Facts.types";
import type { Locale } from "../Locale/Locale.types";
import { confidenceWords, coverWords, isLowerBound, isRate, overAmount, unknownWords, scopeWords } from "../meterWords";
import { reasonWords } from "../reasonWords";

/** Whether environments have a say in the figure: what people or licences hold is not asked of them. */
export const hasUsers = (report: MeterReport, { environments }: Snapshot): boolean =>
  !isRate(report) &&
  (report.coverage.total > 0 || environments.some(({ usage }) => usage.some(({ meter }) => meter === report.meter)));

function officialWords(report: MeterReport, locale: Locale): string | undefined {
  const { official, contributions, unit } = report;
  if (official === undefined) return undefined;
  const { exact, moment } = locale.format;
  const figures = locale.text("official_figures", [exact(official.used, unit), exact(official.owned, unit)]);
  const asOf = locale.text("official_asOf", [moment(official.asOf)]);
  const licences = contributions.filter(({ note }) => note !== "adminCenterDifference");
  const difference = official.owned - licences.reduce((sum, { amount }) => sum + amount, 0);
  const key = difference === 0 ? "official_same" : difference > 0 ? "official_more" : "official_less";
  return [figures, locale.text(key, [exact(Math.abs(difference), unit)]), asOf].join(" ");
}

function coverageWords(report: MeterReport, locale: Locale): string | undefined {
  const { read, total } = report.coverage;
  if (total === 0) return undefined;
  const words = locale.plural("coverage", total, [locale.format.number(read), locale.format.number(total)]);
  return isLowerBound(report) ? `${words} · ${locale.text("coverage_lowerBound")}` : words;
}

function sourceOfUse({ used }: MeterReport, locale: Locale): string | undefined {
  if (used.kind !== "known") return undefined;
  const parts = [
    locale.find(`source_${used.source.replace(/\./g, "_")}`) ?? used.source,
    used.source === "import.csv" ? undefined : confidenceWords(used, locale),
    locale.format.moment(used.asOf),
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

/** Why the use, or else the status, is not known, and what to do about it. */
function unknownUse(report: MeterReport, locale: Locale): string | undefined {
  if (isRate(report)) return undefined;
  if (report.used.kind === "unknown") return reasonWords(report.used.reason, locale);
  return report.status === "unknown" && report.owned.kind === "known" ? unknownWords(report, locale) : undefined;
}

function blockedWords(report: MeterReport, locale: Locale): string | undefined {
  const { blockedOperations } = report;
  if (blockedOperations.length > 0) {
    const names = blockedOperations.map((operation) => locale.text(`operation_${operation}`));
    return locale.text("blocked_operations", [locale.list(names)]);
  }
  return report.status === "over" ? locale.text("blocked_none") : undefined;
}

/** What one environment can use, which the service may hold below what is owned. */
function effectiveWords({ effective, owned, unit }: MeterReport, locale: Locale): string | undefined {
  if (effective === undefined) return undefined;
  const isLess = owned.kind === "unlimited" || (owned.kind === "known" && effective < owned.value);
  return locale.text(isLess ? "effective_less" : "effective_all", [locale.format.exact(effective, unit)]);
}

/** What stands beside the figure, each fact only where there is something to say. */
export function factsOf(report: MeterReport, locale: Locale): readonly Fact[] {
  const risk = report.ownedAtRisk;
  const ownedReason = report.owned.kind === "unknown" ? reasonWords(report.owned.reason, locale) : undefined;
  const all: readonly (readonly [string, string | undefined])[] = [
    ["fact_scope", scopeWords(report, locale)],
    ["fact_nature", locale.text(`nature_${report.nature}`)],
    ["fact_effective", effectiveWords(report, locale)],
    ["fact_over", report.over > 0 ? overAmount(report, locale) : undefined],
    ["fact_cover", coverWords(report, locale)],
    ["fact_blocked", blockedWords(report, locale)],
    ["fact_grace", risk > 0 ? locale.text("grace_amount", [locale.format.exact(risk, report.unit)]) : undefined],
    ["fact_official", officialWords(report, locale)],
    ["fact_ownedUnknown", ownedReason],
    ["fact_unknown", unknownUse(report, locale)],
    ["fact_read", sourceOfUse(report, locale)],
    ["fact_coverage", coverageWords(report, locale)],
  ];
  return all.flatMap(([term, value]) => (value === undefined ? [] : [{ term: locale.text(term), value }]));
}
