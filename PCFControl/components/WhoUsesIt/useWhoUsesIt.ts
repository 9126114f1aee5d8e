import React from "react";
import type {
  EnvironmentReport,
  EnvironmentType,
  EnvironmentUsage,
  MeterReport,
  Reason,
  Snapshot,
} from "../../../src/domain";
import { useLocale } from "../Locale/Locale";
import type { Locale } from "../Locale/Locale.types";
import type { UserRow, WhoUsesItProps } from "./WhoUsesIt.types";

function readRow(environment: EnvironmentReport, usage: EnvironmentUsage, total: number): UserRow {
  const { id, name, type, region } = environment;
  const counted = usage.counted.kind === "known" ? usage.counted.value : undefined;
  return {
    ...{ id, name, type, region },
    counted,
    share: counted === undefined || total === 0 ? undefined : counted / total,
    actual: usage.actual,
    exclusion: usage.exclusion,
    missing: usage.counted.kind === "unknown" ? usage.counted.reason : undefined,
    state: usage.state,
  };
}

/** Environments behind a meter: those that were read, and those that are missing, with the reason. */
export function usersOf(snapshot: Snapshot, report: MeterReport): readonly UserRow[] {
  const reasons = new Map(report.coverage.missing.map(({ environmentId, reason }) => [environmentId, reason]));
  const usages = snapshot.environments.map((environment) => ({
    environment,
    usage: environment.usage.find(({ meter }) => meter === report.meter),
  }));
  const total = usages.reduce((sum, { usage }) => sum + (usage?.counted.kind === "known" ? usage.counted.value : 0), 0);
  return usages.flatMap(({ environment, usage }) => {
    const reason = reasons.get(environment.id);
    if (usage !== undefined) return [readRow(environment, usage, total)];
    if (reason === undefined) return [];
    return [readRow(environment, { meter: report.meter, counted: { kind: "unknown", reason } }, total)];
  });
}

/** The reason that every environment has in common; a table would only repeat it. */
export function commonReason(rows: readonly UserRow[]): Reason | undefined {
  const first = rows[0]?.missing;
  return rows.every(({ missing }) => missing !== undefined && missing.code === first?.code) ? first : undefined;
}

/** Why a row counts less than is there, or not at all. */
export function noteOf(row: UserRow, report: MeterReport, locale: Locale): string | undefined {
  if (row.missing !== undefined) return locale.text(`reason_${row.missing.code}`);
  const notes = [
    row.exclusion === undefined ? undefined : locale.text(`exclusion_${row.exclusion}`),
    row.actual === undefined ? undefined : locale.text("who_actual", [locale.format.amount(row.actual, report.unit)]),
    row.state === undefined ? undefined : (locale.find(`package_${row.state}`) ?? row.state),
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? undefined : notes.join(" ");
}

export type TypeFilter = EnvironmentType | "all";

export function useWhoUsesIt({ snapshot, report }: WhoUsesItProps) {
  const { language } = useLocale();
  const [search, setSearch] = React.useState("");
  const [type, setType] = React.useState<TypeFilter>("all");
  const all = React.useMemo(() => {
    // Whoever uses the same amount stands in the order of names.
    const byName = new Intl.Collator(language, { numeric: true });
    return [...usersOf(snapshot, report)].sort((a, b) => byName.compare(a.name, b.name));
  }, [snapshot, report, language]);
  const types = React.useMemo(() => [...new Set(all.map((row) => row.type))].sort(), [all]);
  const rows = React.useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return all.filter(
      (row) =>
        (type === "all" || row.type === type) && `${row.name} ${row.region} ${row.id}`.toLowerCase().includes(wanted),
    );
  }, [all, search, type]);
  const chooseType = (value: string): void => setType(types.find((known) => known === value) ?? "all");
  return { rows, all, types, search, setSearch, type, chooseType, commonGap: commonReason(all) };
}
