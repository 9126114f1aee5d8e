/** A whole snapshot, as a person reads it. */
import { editions, type Finding, type Guidance, type Snapshot } from "../../../domain";
import { indented } from "../figures";
import { messages } from "../messages";
import { offline } from "../messages/offline";
import { meterLines } from "../meterLines";
import { sourceLine } from "../report";
import { findingLines, guidanceLines } from "./findingLines";

export const headingOf = ({ tenant, asOf, edition }: Snapshot): string =>
  offline.heading(tenant.name, asOf, edition, editions[edition].title);

const ranks = { error: 0, warning: 1, info: 2 } as const;

/** The worst first; what somebody lives with comes last; otherwise in the order of the engine. */
const byUrgency = (one: Finding, other: Finding): number =>
  Number(one.acknowledged !== undefined) - Number(other.acknowledged !== undefined) ||
  ranks[one.severity] - ranks[other.severity];

const findingSection = (findings: readonly Finding[]): readonly string[] =>
  findings.length === 0
    ? [offline.noFindings]
    : [
        offline.findings(findings.length),
        ...[...findings].sort(byUrgency).flatMap((finding) => ["", ...indented(findingLines(finding))]),
      ];

export const guidanceSection = (cards: readonly Guidance[]): readonly string[] =>
  cards.length === 0 ? [] : ["", offline.guidance, ...indented(guidanceLines(cards))];

const missingSection = ({ sources }: Snapshot): readonly string[] => {
  const missing = sources.filter(({ state }) => state !== "read");
  return missing.length === 0 ? [] : ["", offline.missing, ...missing.map(sourceLine)];
};

export const assessmentText = (snapshot: Snapshot): string => {
  const { coverage, meters, findings, guidance } = snapshot;
  return [
    headingOf(snapshot),
    messages.coverage(coverage.read, coverage.total),
    offline.nothingPublished,
    "",
    offline.meters,
    ...meterLines(meters),
    "",
    ...findingSection(findings),
    ...guidanceSection(guidance),
    ...missingSection(snapshot),
  ].join("\n");
};
