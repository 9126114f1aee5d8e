/** Checks what people decided in the home environment, and lays it under the settings: the file is nearer to the run. */
import * as v from "valibot";
import type { DecidedRow, DecisionRows } from "../../adapters/dataverse/decisionRows";
import { decisions } from "../../adapters/facts/settings";
import type { DecidedSettings } from "../../app/ports";
import type { Policy, Settings } from "../../domain";
import type { Config } from "./config";
import { saidOf } from "./faults";

interface Checked<T> {
  readonly good: readonly T[];
  readonly faults: readonly string[];
}

const faultsOf = (row: string, issues: readonly v.BaseIssue<unknown>[]): readonly string[] =>
  issues.map((issue) => {
    const path = v.getDotPath(issue) ?? "";
    return `${row}: ${path}${path === "" ? "" : ": "}${saidOf(issue, path)}`;
  });

const joined = <T>(parts: readonly Checked<T>[]): Checked<T> => ({
  good: parts.flatMap(({ good }) => good),
  faults: parts.flatMap(({ faults }) => faults),
});

const checkedOne =
  <T>(schema: v.GenericSchema<unknown, T>) =>
  ({ row, says }: DecidedRow): Checked<T> => {
    const result = v.safeParse(schema, says);
    return result.success ? { good: [result.output], faults: [] } : { good: [], faults: faultsOf(row, result.issues) };
  };

const checked = <T>(schema: v.GenericSchema<unknown, T>, rows: readonly DecidedRow[]): Checked<T> =>
  joined(rows.map(checkedOne(schema)));

/** Of a row with many answers, each by itself: one that is wrong takes no other with it. */
const checkedEach = <T>(schema: v.GenericSchema<unknown, T>, rows: readonly DecidedRow[]): Checked<T> =>
  checked(
    schema,
    rows.flatMap(({ row, says }) => Object.entries(says).map(([name, value]) => ({ row, says: { [name]: value } }))),
  );

const checkedRows = (rows: DecisionRows) => ({
  acknowledgements: checked(decisions.acknowledgement, rows.acknowledgements),
  overrides: checked(decisions.override, rows.overrides),
  thresholds: checked(decisions.threshold, rows.thresholds),
  bindings: checked(decisions.binding, rows.bindings),
  policies: checkedEach(decisions.policy, rows.policies),
  declarations: checkedEach(decisions.declared, rows.declarations),
});

const policyOf = (settings: Settings, given: readonly Partial<Policy>[], own: Partial<Policy>): Policy =>
  [...given, own].reduce<Policy>((policy, more) => ({ ...policy, ...more }), settings.policy);

/**
 * The settings with the decisions under them. Of single answers the file's own stands; lists are joined, and for the same
 * thing the file's stands because it comes last. Rows that cannot be used are named and left out.
 */
export const withDecisions = (
  settings: Settings,
  rows: DecisionRows,
  { ownPolicy }: Pick<Config, "ownPolicy">,
): DecidedSettings => {
  const found = checkedRows(rows);
  const bound = new Set(settings.bindings.map(({ entitlementId }) => entitlementId));
  return {
    settings: {
      ...settings,
      policy: policyOf(settings, found.policies.good, ownPolicy),
      declared: [...found.declarations.good, settings.declared].reduce((all, more) => ({ ...all, ...more }), {}),
      bindings: [...found.bindings.good.filter(({ entitlementId }) => !bound.has(entitlementId)), ...settings.bindings],
      overrides: [...found.overrides.good, ...settings.overrides],
      thresholds: [...found.thresholds.good, ...settings.thresholds],
      acknowledgements: [...found.acknowledgements.good, ...settings.acknowledgements],
    },
    faults: Object.values(found).flatMap(({ faults }) => faults),
  };
};
