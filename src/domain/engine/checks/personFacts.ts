/** People in findings. A snapshot is read by many and is to stay small, so a finding names few of them. */
import type { Found } from "./check";
import { sortedBy } from "../order";
import { personSubject } from "../seats/people";

/** People that one finding names, and ledger lines of one licence that have a finding. */
export const mostNamed = 20;

/**
 * The first people by their ids as subjects; facts: `people`, how many there are, and `unnamed`, how many of them are
 * not among the subjects, where there are any.
 */
export const naming = (people: readonly { readonly userId: string }[]): Pick<Found, "subjects" | "facts"> => {
  const unnamed = people.length - mostNamed;
  const inOrder = sortedBy(people, ({ userId }) => userId);
  return {
    subjects: inOrder.slice(0, mostNamed).map(personSubject),
    facts: { people: people.length, ...(unnamed > 0 ? { unnamed } : {}) },
  };
};
