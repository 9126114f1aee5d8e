import { defaultSettings, type Snapshot } from "../../../src/domain";
import type { Locale } from "../Locale/Locale.types";

const hour = 3_600_000;

export const isStale = (snapshot: Snapshot, now: Date): boolean =>
  now.getTime() - new Date(snapshot.asOf).getTime() > defaultSettings.staleAfterHours * hour;

/** What is missing from the snapshot, in one paragraph; `undefined` when all of it was read. */
export function missingWords({ coverage, sources }: Snapshot, locale: Locale): string | undefined {
  const unread = sources.filter(({ state }) => state === "notRead");
  const partial = sources.filter(({ state }) => state === "partial");
  if (unread.length === 0 && partial.length === 0 && coverage.read >= coverage.total) return undefined;
  const names = (list: Snapshot["sources"]): string =>
    locale.list(list.map(({ source }) => locale.find(`source_${source.replace(/\./g, "_")}`) ?? source));
  const gap = coverage.total - coverage.read;
  const { number } = locale.format;
  return [
    gap > 0 ? locale.plural("partial_environments", gap, [number(gap), number(coverage.total)]) : undefined,
    unread.length > 0 ? locale.text("partial_unread", [names(unread)]) : undefined,
    partial.length > 0 ? locale.plural("partial_sources", partial.length, [number(partial.length)]) : undefined,
    locale.text("partial_holds"),
  ]
    .filter((sentence) => sentence !== undefined)
    .join(" ");
}
