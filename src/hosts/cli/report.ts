/** What a run found, for a person and for a program. */
import type { SourceReport } from "../../domain";
import type { SyncResult } from "../../app/syncContract";
import { messages } from "./messages";
import { meterLines } from "./meterLines";

export const sourceLine = ({ source, read, total, reason }: SourceReport): string => {
  const why =
    reason === undefined ? "" : `: ${messages.reasons[reason.code]}${reason.detail ? ` (${reason.detail})` : ""}`;
  return `  ${source}, ${read} ${messages.of} ${total}${why}`;
};

/** The lines that `sync` prints at its end. */
export const textReport = ({ snapshot, footprint, missing, faults }: SyncResult): string => {
  const { tenant, asOf, coverage, meters, findings } = snapshot;
  const lines = [
    messages.published(tenant.name, asOf),
    messages.coverage(coverage.read, coverage.total),
    "",
    ...meterLines(meters),
    "",
    messages.findings(findings.length),
    messages.footprint(footprint.rows, Math.ceil(footprint.bytes / 1000)),
  ];
  const left = missing.length === 0 ? [] : ["", messages.missing, ...missing.map(sourceLine)];
  const unused = faults.length === 0 ? [] : ["", messages.unusedDecisions, ...faults.map((fault) => `  ${fault}`)];
  return [...lines, ...left, ...unused].join("\n");
};

/** What `--json` prints. Everything but the pages of environments, which can be thousands. */
export const jsonReport = ({ snapshot, footprint, status, missing, faults }: SyncResult) => {
  const { environments, ...core } = snapshot;
  return { status, snapshot: { ...core, environmentCount: environments.length }, footprint, missing, faults };
};
