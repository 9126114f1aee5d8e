import { overrunKind } from "../../catalog/findings";
import type { FindingKind, MeterReport } from "../../snapshot/snapshot";

/** Meters that are over and whose overrun is of this kind; `overQuota` for those without a kind of their own. */
export const overruns = (kind: FindingKind, meters: readonly MeterReport[]): readonly MeterReport[] =>
  meters.filter((report) => report.status === "over" && (overrunKind[report.meter] ?? "overQuota") === kind);
