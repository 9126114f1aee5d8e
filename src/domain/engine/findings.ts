/** From what the checks found to findings: what is the same for a kind, the page of the rule, and who lives with it. */
import { linkOf } from "../catalog/documentLinks";
import { findings } from "../catalog/findings";
import type { Instant } from "../measured";
import type { Acknowledgement } from "../settings";
import type { Finding } from "../snapshot/snapshot";
import type { Found } from "./checks/check";

/** In force until the end of its last day (UTC). */
const inForce = ({ until }: Acknowledgement, asOf: Instant): boolean => asOf.slice(0, 10) <= until;

const acknowledgedBy = (
  id: string,
  acknowledgements: readonly Acknowledgement[],
  asOf: Instant,
): Pick<Finding, "acknowledged"> => {
  const mine = acknowledgements.filter((item) => item.findingId === id && inForce(item, asOf));
  const last = mine.at(-1);
  if (last === undefined) return {};
  const { reason, until, by, at } = last;
  return { acknowledged: { reason, until, by, at } };
};

/** Findings in the order given. Of several acknowledgements of one finding the last one stands. */
export const findingsOf = (
  found: readonly Found[],
  acknowledgements: readonly Acknowledgement[],
  asOf: Instant,
): readonly Finding[] =>
  found.map(({ id, kind, subjects, facts, severity, rule }) => {
    const info = findings[kind];
    const link = linkOf(rule ?? info.rule);
    return {
      ...{ id, kind, severity: severity ?? info.severity, rule: rule ?? info.rule, subjects, facts },
      ...(link === undefined ? {} : { link }),
      ...acknowledgedBy(id, acknowledgements, asOf),
    };
  });
