/** When a user licence may pass to somebody else (CC.reassign.90). */
import { addDays, dayOf, daysBetween } from "../../calendar";
import type { Day } from "../../snapshot/activity";
import type { Assignment } from "../../snapshot/seats";
import { groupBy } from "../tally";

/** Days after an assignment from which the licence may be assigned again; that day itself is allowed. */
export const reassignmentDays = 90;

export const earliestReassignment = (assignedOn: Day): Day => addDays(assignedOn, reassignmentDays);

export interface Reassignment {
  readonly skuId: string;
  readonly userId: string;
  readonly passedTo: string;
  readonly assignedOn: Day;
  readonly reassignedOn: Day;
  readonly days: number;
  readonly earliestOn: Day;
  /** `told`: the ledger names the next holder. `ledger`: its days leave no other explanation. */
  readonly basis: "told" | "ledger";
}

/** What passing on a licence on a day makes of its line. */
export const reassignmentOn = (
  { skuId, userId, assignedAt }: Assignment,
  to: Pick<Reassignment, "passedTo" | "reassignedOn" | "basis">,
): Reassignment => {
  const assignedOn = dayOf(assignedAt, "UTC");
  const days = daysBetween(assignedOn, to.reassignedOn);
  return { skuId, userId, assignedOn, ...to, days, earliestOn: earliestReassignment(assignedOn) };
};

/** Lines by licence and holder: each line looks for the one of its next holder, and a ledger may have very many. */
type Ledger = ReadonlyMap<string, readonly Assignment[]>;

const keyOf = (skuId: string, userId: string): string => JSON.stringify([skuId, userId]);

/** The next holder's line says when; else the day on which the first one gave it up. */
const passedAt = ({ skuId, assignedAt, removedAt }: Assignment, passedTo: string, ledger: Ledger): string | undefined =>
  (ledger.get(keyOf(skuId, passedTo)) ?? [])
    .map((line) => line.assignedAt)
    .filter((start) => Date.parse(start) >= Date.parse(removedAt ?? assignedAt))
    .sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? removedAt;

const reassignmentOf = (line: Assignment, ledger: Ledger): readonly Reassignment[] => {
  const { passedTo } = line;
  const at = passedTo === undefined ? undefined : passedAt(line, passedTo, ledger);
  if (passedTo === undefined || at === undefined) return [];
  return [reassignmentOn(line, { passedTo, reassignedOn: dayOf(at, "UTC"), basis: "told" })];
};

/**
 * Licences of which the ledger says that they passed on before their day, without an exception that it names. Days are UTC. A line that ends
 * before it begins tells nothing.
 */
export const reassignedTooSoonIn = (ledger: readonly Assignment[]): readonly Reassignment[] => {
  const byHolder = groupBy(ledger, ({ skuId, userId }) => keyOf(skuId, userId));
  return ledger
    .filter(({ exception, heldBefore }) => exception === undefined && heldBefore !== true)
    .flatMap((line) => reassignmentOf(line, byHolder))
    .filter(({ days }) => days >= 0 && days < reassignmentDays);
};
