/**
 * Licences that a ledger of first and last days shows to have been passed on, where nobody said who got whose
 * (CC.reassign.90). Told only where it must be so: whoever gets a licence is taken to get one that may be assigned.
 */
import { dayOf } from "../../calendar";
import type { Assignment } from "../../snapshot/seats";
import { compareText } from "../order";
import { earliestReassignment, reassignmentOn, type Reassignment } from "./reassignment";

interface Moment {
  readonly at: number;
  readonly kind: "removed" | "assigned";
  readonly line: Assignment;
}

interface Pool {
  /** Licences of the tenant; absent where nobody knows how many. */
  readonly units: number | undefined;
  readonly told: ReadonlySet<string>;
  active: number;
  /** Given up, each still within its days. */
  cooling: readonly Assignment[];
}

const isPeriod = ({ assignedAt, removedAt }: Assignment): boolean =>
  removedAt === undefined || Date.parse(removedAt) > Date.parse(assignedAt);

const momentsOf = (line: Assignment): readonly Moment[] => [
  { at: Date.parse(line.assignedAt), kind: "assigned", line },
  ...(line.removedAt === undefined ? [] : [{ at: Date.parse(line.removedAt), kind: "removed" as const, line }]),
];

/** In one instant licences are given up first. */
const inOrder = (one: Moment, other: Moment): number =>
  one.at - other.at || compareText(other.kind, one.kind) || compareText(one.line.userId, other.line.userId);

/** What may pass on at any time, or has been told, is free at once. */
const isCooling = ({ passedTo, exception, heldBefore }: Assignment): boolean =>
  passedTo === undefined && exception === undefined && heldBefore !== true;

const giveUp = (pool: Pool, line: Assignment): void => {
  pool.active -= 1;
  if (isCooling(line)) pool.cooling = [...pool.cooling, line];
};

const oldest = (lines: readonly Assignment[]): Assignment | undefined =>
  [...lines].sort(
    (one, other) => Date.parse(one.assignedAt) - Date.parse(other.assignedAt) || compareText(one.userId, other.userId),
  )[0];

/** The licence that must have been taken, if it is one that was not free yet. */
const takenBy = (pool: Pool, { userId }: Assignment): Assignment | undefined => {
  const own = pool.cooling.find((line) => line.userId === userId);
  if (own !== undefined || pool.told.has(userId)) return own;
  const free = pool.units === undefined ? 0 : pool.units - pool.active - pool.cooling.length;
  return free > 0 ? undefined : oldest(pool.cooling);
};

const assign = (pool: Pool, line: Assignment): readonly Reassignment[] => {
  const day = dayOf(line.assignedAt, "UTC");
  pool.cooling = pool.cooling.filter((before) => day < earliestReassignment(dayOf(before.assignedAt, "UTC")));
  const taken = takenBy(pool, line);
  pool.active += 1;
  pool.cooling = pool.cooling.filter((before) => before !== taken);
  return taken === undefined || taken.userId === line.userId
    ? []
    : [reassignmentOn(taken, { passedTo: line.userId, reassignedOn: day, basis: "ledger" })];
};

/** Of the ledger of one SKU; `units`: licences that the tenant has of it. In the order in which they were passed on. */
export const inferredReassignments = (
  ledger: readonly Assignment[],
  units: number | undefined,
): readonly Reassignment[] => {
  const told = new Set(ledger.flatMap(({ passedTo }) => passedTo ?? []));
  const pool: Pool = { units, told, active: 0, cooling: [] };
  const moments = ledger.filter(isPeriod).flatMap(momentsOf).sort(inOrder);
  return moments.flatMap(({ kind, line }) => {
    if (kind === "assigned") return assign(pool, line);
    giveUp(pool, line);
    return [];
  });
};
