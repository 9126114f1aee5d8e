import { dayOf, monthOfDay } from "../../calendar";
import { findingThresholds } from "../../catalog/findingThresholds";
import type { MeterId } from "../../catalog/meters";
import type { RuleId } from "../../catalog/rules";
import type { Day } from "../../snapshot/activity";
import type { MeterReport } from "../../snapshot/snapshot";
import type { Check, Found } from "./check";
import { knownFacts, meterSubject } from "./meterFinding";

/** Copying onto an environment erases these, which explains a drop (CI-J.install.copy). */
const erasedByCopy: readonly MeterId[] = ["interactedPeople", "monthlyInteractions"];

const ruleOf = (meter: MeterId, change: number): RuleId =>
  change < 0 && erasedByCopy.includes(meter) ? "CI-J.install.copy" : "DATA.jump";

/** A monthly meter that starts again has not dropped, and a total that lacks environments proves no drop. */
const isOrdinary = ({ reset, coverage }: MeterReport, change: number, since: Day, today: Day): boolean =>
  (reset === "firstOfMonth" && monthOfDay(since) !== monthOfDay(today)) ||
  (change < 0 && coverage.read < coverage.total);

const percentOf = (change: number, before: number): { readonly percent?: number } =>
  before > 0 ? { percent: Math.floor((100 * Math.abs(change)) / before) } : {};

const one = (report: MeterReport, today: Day): readonly Found[] => {
  const jump = report.forecast?.jump;
  if (jump === undefined || report.used.kind !== "known" || report.nature !== "amount") return [];
  const { change, since } = jump;
  const before = report.used.value - change;
  if (change === 0 || 100 * Math.abs(change) < findingThresholds.usageJumpPercent * before) return [];
  if (isOrdinary(report, change, since, today)) return [];
  const { meter, unit } = report;
  return [
    {
      id: `usageJump:${meter}`,
      kind: "usageJump",
      rule: ruleOf(meter, change),
      subjects: [meterSubject(report)],
      facts: {
        ...{ meter, unit, ...knownFacts(report), before, change, since, direction: change > 0 ? "up" : "down" },
        ...percentOf(change, before),
        thresholdPercent: findingThresholds.usageJumpPercent,
      },
    },
  ];
};

/** Meters whose use changed by a fifth or more since the last day of history. */
export const usageJump: Check = ({ meters, asOf, settings }) => {
  const today = dayOf(asOf, settings.policy.timeZone);
  return meters.flatMap((report) => one(report, today));
};
