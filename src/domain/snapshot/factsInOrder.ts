/** Facts in one order, however the files that they came from were put together. */
import { compareText } from "../engine/order";
import type { Read } from "../measured";
import type { TenantFacts } from "./facts";

/** Rows that look the same are the same, so their order cannot matter. */
const ordered = <T>(rows: readonly T[]): readonly T[] =>
  rows
    .map((row) => ({ row, key: JSON.stringify(row) }))
    .sort((one, other) => compareText(one.key, other.key))
    .map(({ row }) => row);

const orderedRead = <T>(read: Read<readonly T[]>): Read<readonly T[]> =>
  read.kind === "read" ? { ...read, value: ordered(read.value) } : read;

/**
 * Lists of which the order would show in a snapshot. The others are ordered or summed where they are read; the log of
 * interactions is the longest of all and stays as it is.
 */
export const inOrder = (facts: TenantFacts): TenantFacts => {
  const { seats, currencies, workspaces, assignments, agents, sharedAccounts, tableUses } = facts;
  return {
    ...facts,
    ...(seats === undefined ? {} : { seats: orderedRead(seats) }),
    ...(currencies === undefined ? {} : { currencies: orderedRead(currencies) }),
    ...(workspaces === undefined ? {} : { workspaces: ordered(workspaces) }),
    ...(assignments === undefined ? {} : { assignments: ordered(assignments) }),
    ...(agents === undefined ? {} : { agents: ordered(agents) }),
    ...(sharedAccounts === undefined ? {} : { sharedAccounts: ordered(sharedAccounts) }),
    ...(tableUses === undefined ? {} : { tableUses: ordered(tableUses) }),
  };
};
