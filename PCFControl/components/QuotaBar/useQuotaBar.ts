import React from "react";
import type { MeterReport } from "../../../src/domain";
import type { BarShape } from "./QuotaBar.types";

/** Geometry of a meter's bar. A part that is above nothing stays visible: at least a hundredth of the length. */
export function barShape(report: MeterReport): BarShape {
  const { owned, used, status } = report;
  if (owned.kind === "unlimited") return { kind: "unlimited" };
  if (owned.kind !== "known" || used.kind !== "known") return { kind: "unknown" };
  if (owned.value === 0) return { kind: used.value === 0 ? "empty" : "bare" };
  if (used.value > owned.value) {
    return { kind: "beyond", limit: owned.value / used.value, covered: status === "covered" };
  }
  const share = used.value === 0 ? 0 : Math.max(0.01, used.value / owned.value);
  const tone = status === "near" || status === "critical" ? status : "calm";
  return { kind: "within", share, tone };
}

let bars = 0;

/** Ids of SVG patterns are global to the page, so each bar has its own. React 16 has no useId. */
export function usePatternId(): string {
  const [id] = React.useState(() => `quotaPanelBar${++bars}`);
  return id;
}
