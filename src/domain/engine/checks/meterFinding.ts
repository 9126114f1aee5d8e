/** A finding about a meter: its id, its figures. */
import { isRuleId } from "../../catalog/rules";
import type { FindingKind, MeterReport, Subject } from "../../snapshot/snapshot";
import type { Found } from "./check";

const valueOf = (report: MeterReport, side: "owned" | "used"): Readonly<Record<string, number>> => {
  const measured = report[side];
  return measured.kind === "known" ? { [side]: measured.value } : {};
};

/** Facts: `owned` and `used`, each where known. */
export const knownFacts = (report: MeterReport): Readonly<Record<string, number>> => ({
  ...valueOf(report, "owned"),
  ...valueOf(report, "used"),
});

/** Licences that the catalogue does not know and that may cover what is missing. */
const openNames = ({ contributions }: MeterReport): readonly string[] =>
  contributions.filter(({ note }) => note === "licenceNotKnown").map(({ productName }) => productName);

/** An error would be certain. */
const doubt = (report: MeterReport): Partial<Pick<Found, "severity">> =>
  openNames(report).length === 0 ? {} : { severity: "warning" };

const mayCover = (report: MeterReport): Found["facts"] => {
  const names = openNames(report);
  return names.length === 0 ? {} : { mayCover: names.join(", ") };
};

export const meterSubject = ({ meter }: MeterReport): Subject => ({ type: "meter", id: meter, name: meter });

/**
 * Facts: `meter`, `unit`, `status`, `owned`, `used`, `over`, `read` and `total` environments; `mayCover` where licences
 * that the catalogue does not know may give more, and then it is a warning.
 */
export const meterFinding = (kind: FindingKind, report: MeterReport): Found => ({
  id: `${kind}:${report.meter}`,
  kind,
  ...doubt(report),
  ...(isRuleId(report.rule) ? { rule: report.rule } : {}),
  subjects: [meterSubject(report)],
  facts: {
    meter: report.meter,
    unit: report.unit,
    status: report.status,
    ...knownFacts(report),
    over: report.over,
    read: report.coverage.read,
    total: report.coverage.total,
    ...mayCover(report),
  },
});
