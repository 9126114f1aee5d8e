/** What a run found, for a person and for a program. */
import type { Measured, MeterReport, SourceReport } from "../../domain";
import type { SyncResult } from "../../app/syncContract";
import { messages } from "./messages";

const numbers = new Intl.NumberFormat("en");

const figureOf = (measured: Measured): string => {
  if (measured.kind === "known") return numbers.format(measured.value);
  return measured.kind === "unlimited" ? messages.unlimited : messages.notKnown;
};

const usedOf = ({ used, coverage }: MeterReport): string =>
  used.kind === "known" && coverage.read < coverage.total ? `${messages.lowerBound}${figureOf(used)}` : figureOf(used);

const widest = Math.max(...Object.values(messages.meters).map((name) => name.length));

const meterLine = (report: MeterReport): string => {
  const { meter, owned, unit, status } = report;
  const figures = `${usedOf(report)} ${messages.of} ${figureOf(owned)} ${messages.units[unit]}`;
  return `  ${messages.meters[meter].padEnd(widest)}  ${figures} (${messages.statuses[status]})`;
};

const sourceLine = ({ source, read, total, reason }: SourceReport): string => {
  const why =
    reason === undefined ? "" : `: ${messages.reasons[reason.code]}${reason.detail ? ` (${reason.detail})` : ""}`;
  return `  ${source}, ${read} ${messages.of} ${total}${why}`;
};

/** The lines that `sync` prints at its end. */
export const textReport = ({ snapshot, footprint, missing }: SyncResult): string => {
  const { tenant, asOf, coverage, meters, findings } = snapshot;
  const lines = [
    messages.published(tenant.name, asOf),
    messages.coverage(coverage.read, coverage.total),
    "",
    ...meters.filter(({ status }) => status !== "none").map(meterLine),
    "",
    messages.findings(findings.length),
    messages.footprint(footprint.rows, Math.ceil(footprint.bytes / 1000)),
  ];
  const left = missing.length === 0 ? [] : ["", messages.missing, ...missing.map(sourceLine)];
  return [...lines, ...left].join("\n");
};

/** What `--json` prints. Everything but the pages of environments, which can be thousands. */
export const jsonReport = ({ snapshot, footprint, status, missing }: SyncResult) => {
  const { environments, ...core } = snapshot;
  return { status, snapshot: { ...core, environmentCount: environments.length }, footprint, missing };
};
