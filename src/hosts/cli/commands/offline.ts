/** The commands that work from a file or from the catalogue alone. Each gives what it prints. */
import { InvalidArgumentError } from "commander";
import { readChanges } from "../../../adapters/facts/changes";
import { InputError } from "../../../app/errors";
import {
  diffEditions,
  isRuleId,
  plan,
  rules,
  type ChangeFault,
  type EditionId,
  type MeterId,
  type RuleId,
} from "../../../domain";
import { faults, offline } from "../messages/offline";
import type { AsJson, CaseOptions, PlanOptions } from "../offlineCommands";
import { assessmentText } from "../reports/assessment";
import { diffText, rulesText, type NamedRule } from "../reports/catalogText";
import { cardsOf, explanationText } from "../reports/explanation";
import { planText } from "../reports/planned";
import { snapshotOf } from "./case";

const printed = (asJson: boolean | undefined, value: unknown, text: () => string): string =>
  asJson ? JSON.stringify(value) : text();

/** `quota-panel assess` */
export const assess = async (options: CaseOptions): Promise<string> => {
  const snapshot = await snapshotOf(options);
  return printed(options.json, snapshot, () => assessmentText(snapshot));
};

/** `quota-panel explain METER` */
export const explain = async (meter: MeterId, options: CaseOptions): Promise<string> => {
  const snapshot = await snapshotOf(options);
  const report = snapshot.meters.find((item) => item.meter === meter);
  if (report === undefined) throw new Error(`The snapshot does not tell ${meter}.`);
  const { asOf, edition } = snapshot;
  const value = { asOf, edition, ...report, guidance: cardsOf(snapshot, report) };
  return printed(options.json, value, () => explanationText(snapshot, report));
};

const faultLine = ({ index, code, detail }: ChangeFault): string => `[${index}] ${detail}: ${faults.changes[code]}`;

/** `quota-panel plan` */
export const planChanges = async (options: PlanOptions): Promise<string> => {
  const [snapshot, changes] = await Promise.all([snapshotOf(options), readChanges(options.changes)]);
  const planned = plan(snapshot, changes);
  if (planned.kind === "refused") throw new InputError(options.changes, planned.faults.map(faultLine));
  return printed(options.json, planned.plan, () => planText(snapshot, planned.plan));
};

/** `quota-panel catalog diff` */
export const catalogDiff = (one: EditionId, other: EditionId, { json }: AsJson): string => {
  const differences = diffEditions(one, other);
  return printed(json, differences, () => diffText(one, other, differences));
};

const named = (id: RuleId): NamedRule => ({ id, ...rules[id] });

const rulesFor = (id: string | undefined): readonly NamedRule[] => {
  if (id === undefined) return Object.keys(rules).filter(isRuleId).map(named);
  if (!isRuleId(id)) throw new InvalidArgumentError(offline.unknownRule(id));
  return [named(id)];
};

/** `quota-panel catalog rules` */
export const catalogRules = (id: string | undefined, { json }: AsJson): string => {
  const found = rulesFor(id);
  return printed(json, found, () => rulesText(found));
};
