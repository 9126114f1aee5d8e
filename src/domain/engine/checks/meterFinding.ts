/** A finding about a meter: its id, its figures. */
import { isRuleId } from "../../catalog/rules";
import type { FindingKind, MeterReport } from "../../snapshot/snapshot";
import type { Found } from "./check";

const valueOf = (report: MeterReport, side: "owned" | "used"): Readonly<Record<string, number>> => {
  const measured = report[side];
  return measured.kind === "known" ? { [side]: measured.value } : {};
};

/** Facts: `meter`, `unit`, `status`, `owned`, `used`, `over`, `read` and `total` environments. */
export const meterFinding = (kind: FindingKind, report: MeterReport): Found => ({
  id: `${kind}:${report.meter}`,
  kind,
  ...(isRuleId(report.rule) ? { rule: report.rule } : {}),
  subjects: [{ type: "meter", id: report.meter, name: report.meter }],
  facts: {
    meter: report.meter,
    unit: report.unit,
    status: report.status,
    ...valueOf(report, "owned"),
    ...valueOf(report, "used"),
    over: report.over,
    read: report.coverage.read,
    total: report.coverage.total,
  },
});
