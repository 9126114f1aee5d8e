/** "Why is this number", of one meter. */
import type { MeterReport, Snapshot, StoragePool, SwitchEffect, Unit } from "../../../domain";
import { amountOf, columns, figureOf, indented, quantityOf, usedOf } from "../figures";
import { messages } from "../messages";
import { offline, operations, serviceLimitNames } from "../messages/offline";
import { sourceText } from "../ruleText";
import { guidanceSection, headingOf } from "./assessment";
import { contributionLines } from "./contributionLines";
import { forecastLines } from "./forecastLines";

type Row = readonly [string, string];

const poolMeters: Readonly<Record<StoragePool, string>> = {
  database: messages.meters.storageDatabase,
  file: messages.meters.storageFile,
  log: messages.meters.storageLog,
};

const ownedText = ({ owned, ownedAtRisk, unit }: MeterReport): string => {
  const amount = owned.kind === "known" ? quantityOf(owned.value, unit) : figureOf(owned, unit);
  return ownedAtRisk > 0 ? `${amount}, ${offline.atRisk(amountOf(ownedAtRisk, unit))}` : amount;
};

const usedText = (report: MeterReport): string => {
  const { used, coverage, unit } = report;
  if (used.kind === "unknown") return `${messages.notKnown}: ${messages.reasons[used.reason.code]}`;
  const total = coverage.total > 0 ? ` (${offline.coverage(coverage.read, coverage.total)})` : "";
  return `${usedOf(report)} ${messages.units[unit]}${total}`;
};

const roomRow = ({ owned, used, over, unit }: MeterReport): readonly Row[] => {
  if (over > 0) return [[offline.over, quantityOf(over, unit)]];
  if (owned.kind !== "known" || used.kind !== "known" || used.value > owned.value) return [];
  return [[offline.free, quantityOf(owned.value - used.value, unit)]];
};

const storageRows = ({ coveredBy, blockedOperations, official, unit }: MeterReport): readonly Row[] => [
  ...coveredBy.map(({ pool, amount }): Row => ["", offline.borrowed(quantityOf(amount, unit), poolMeters[pool])]),
  ...(blockedOperations.length === 0
    ? []
    : [[offline.blocked, blockedOperations.map((name) => operations[name]).join(", ")] as const]),
  ...(official === undefined
    ? []
    : [
        [
          offline.adminCenter,
          offline.adminCenterSays(quantityOf(official.owned, unit), quantityOf(official.used, unit), official.asOf),
        ] as const,
      ]),
];

const factRows = (report: MeterReport): readonly Row[] => [
  [offline.owned, ownedText(report)],
  [offline.used, usedText(report)],
  ...roomRow(report),
  [offline.status, messages.statuses[report.status]],
  ...storageRows(report),
  ...(report.effective === undefined ? [] : [[offline.effective, quantityOf(report.effective, report.unit)] as const]),
];

const otherText = ({ value, owned, used }: SwitchEffect["others"][number], unit: Unit): string => {
  const sides = [
    ...(owned === undefined ? [] : [`${amountOf(owned, unit)} ${offline.owned.toLowerCase()}`]),
    ...(used === undefined ? [] : [`${amountOf(used, unit)} ${offline.used.toLowerCase()}`]),
  ];
  return sides.length === 0 ? value : `${value}: ${sides.join(", ")}`;
};

const switchSection = ({ switches, unit }: MeterReport): readonly string[] =>
  switches.length === 0
    ? []
    : [
        "",
        offline.switches,
        ...indented(
          columns(
            switches.map(({ name, value, others }) => [
              `${name} = ${value}`,
              others.map((other) => otherText(other, unit)).join("; "),
            ]),
          ),
        ),
      ];

const limitSection = ({ limits, unit }: MeterReport): readonly string[] =>
  limits.length === 0
    ? []
    : [
        "",
        offline.limits,
        ...indented(
          limits.map(
            ({ id, amount, scope, rule, source }) =>
              `${amountOf(amount, unit)} ${serviceLimitNames[id] ?? id}, ${messages.scopes[scope]} (${offline.rule} ${rule}: ${sourceText(source)})`,
          ),
        ),
      ];

const breakdownSection = ({ breakdown, unit }: MeterReport): readonly string[] => {
  if (breakdown === undefined) return [];
  const { deleted, inboundOnly, channels = [] } = breakdown;
  const rows = [
    ...(deleted === undefined ? [] : [[offline.deleted, quantityOf(deleted, unit)]]),
    ...(inboundOnly === undefined ? [] : [[offline.inboundOnly, quantityOf(inboundOnly, unit)]]),
    ...channels.map(({ channel, interactions }) => [channel, quantityOf(interactions, "interactions")]),
  ];
  return ["", offline.breakdown, ...indented(columns(rows))];
};

/** The cards that stand beside the meter. */
export const cardsOf = ({ guidance }: Snapshot, { meter }: MeterReport): Snapshot["guidance"] =>
  guidance.filter(({ meters }) => meters.includes(meter));

export const explanationText = (snapshot: Snapshot, report: MeterReport): string =>
  [
    headingOf(snapshot),
    "",
    messages.meters[report.meter],
    ...indented(columns(factRows(report))),
    "",
    ...contributionLines(report),
    ...breakdownSection(report),
    ...switchSection(report),
    ...limitSection(report),
    ...forecastLines(report),
    ...guidanceSection(cardsOf(snapshot, report)),
  ].join("\n");
