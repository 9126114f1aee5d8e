/** When a user licence may pass to somebody else (CC.reassign.90). */
import { addDays, dayOf, daysBetween } from "../../calendar";
import type { Day } from "../../snapshot/activity";
import type { Assignment } from "../../snapshot/seats";

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
}

/** The next holder's line says when; else the day on which the first one gave it up. */
const passedAt = (line: Assignment, ledger: readonly Assignment[]): string | undefined => {
  const starts = ledger
    .filter(({ skuId, userId }) => skuId === line.skuId && userId === line.passedTo)
    .map(({ assignedAt }) => assignedAt)
    .filter((assignedAt) => Date.parse(assignedAt) >= Date.parse(line.removedAt ?? line.assignedAt))
    .sort((one, other) => Date.parse(one) - Date.parse(other));
  return starts[0] ?? line.removedAt;
};

const reassignmentOf = (line: Assignment, ledger: readonly Assignment[]): readonly Reassignment[] => {
  const { skuId, userId, passedTo } = line;
  if (passedTo === undefined) return [];
  const at = passedAt(line, ledger);
  if (at === undefined) return [];
  const assignedOn = dayOf(line.assignedAt, "UTC");
  const reassignedOn = dayOf(at, "UTC");
  const days = daysBetween(assignedOn, reassignedOn);
  return [{ skuId, userId, passedTo, assignedOn, reassignedOn, days, earliestOn: earliestReassignment(assignedOn) }];
};

/** Licences that passed on before their day without an exception that the ledger names. Days are UTC. */
export const reassignedTooSoonIn = (ledger: readonly Assignment[]): readonly Reassignment[] =>
  ledger
    .filter(({ exception }) => exception === undefined)
    .flatMap((line) => reassignmentOf(line, ledger))
    .filter(({ days }) => days < reassignmentDays);
