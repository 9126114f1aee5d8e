/** From what the checks found to findings: what is the same for a kind, the page of the rule, and who lives with it. */
import { dayOf } from "../calendar";
import { linkOf } from "../catalog/documentLinks";
import { findings } from "../catalog/findings";
import type { Instant } from "../measured";
import type { Acknowledgement, Settings } from "../settings";
import type { Finding } from "../snapshot/snapshot";
import type { Found } from "./checks/check";

const acknowledgedBy = (id: string, inForce: readonly Acknowledgement[]): Pick<Finding, "acknowledged"> => {
  const last = inForce.filter(({ findingId }) => findingId === id).at(-1);
  if (last === undefined) return {};
  const { reason, until, by, at } = last;
  return { acknowledged: { reason, until, by, at } };
};

/**
 * Findings in the order given. Of several acknowledgements of one finding the last one stands; each is in force until
 * the end of its last day, in the time zone of the policy.
 */
export const findingsOf = (
  found: readonly Found[],
  { acknowledgements, policy }: Pick<Settings, "acknowledgements" | "policy">,
  asOf: Instant,
): readonly Finding[] => {
  const today = dayOf(asOf, policy.timeZone);
  const inForce = acknowledgements.filter(({ until }) => today <= until);
  return found.map(({ id, kind, subjects, facts, severity, rule }) => {
    const info = findings[kind];
    const link = linkOf(rule ?? info.rule);
    return {
      ...{ id, kind, severity: severity ?? info.severity, rule: rule ?? info.rule, subjects, facts },
      ...(link === undefined ? {} : { link }),
      ...acknowledgedBy(id, inForce),
    };
  });
};
